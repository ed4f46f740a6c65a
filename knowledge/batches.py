"""Texts of about the same length together: what is filled up to the longest is computed for nothing."""

from collections.abc import Sequence


def batches_of(lengths: Sequence[int], tokens: int) -> list[list[int]]:
    """Positions of the texts in batches, shorter texts first; each position once.

    Args:
        lengths: tokens of each text.
        tokens: how many a batch may hold, filled up to its longest text; a longer text is alone.
    """
    batches: list[list[int]] = []
    for position in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        if batches and (len(batches[-1]) + 1) * lengths[position] <= tokens:
            batches[-1].append(position)
        else:
            batches.append([position])
    return batches


def passes_of(lengths: Sequence[int], each: int) -> list[list[int]]:
    """Positions of the texts in passes, shorter texts first; each position once. What is filled up
    and what every pass costs are together as little as they can be.

    Args:
        lengths: tokens of each text.
        each: what a pass costs whatever its texts, as so many tokens.
    """
    order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    # Of the first texts in this order: the least cost, and where the last pass begins.
    least = [(0, 0)]
    for end, last in enumerate(order, start=1):
        cost = [least[begin][0] + (end - begin) * lengths[last] + each for begin in range(end)]
        begin = min(range(end), key=cost.__getitem__)
        least.append((cost[begin], begin))
    passes: list[list[int]] = []
    end = len(order)
    while end:
        begin = least[end][1]
        passes.insert(0, order[begin:end])
        end = begin
    return passes
