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
