"""Texts of about the same length together."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.batches import batches_of, passes_of

_LENGTHS = st.lists(st.integers(1, 128), max_size=12)


def _cost(lengths: list[int], passes: list[list[int]], each: int) -> int:
    return sum(len(one) * max(lengths[i] for i in one) + each for one in passes)


@given(_LENGTHS, st.integers(1, 512))
def test_batches_hold_each_text_once_and_no_more_tokens_than_they_may(
    lengths: list[int], tokens: int
) -> None:
    batches = batches_of(lengths, tokens)
    assert sorted(i for batch in batches for i in batch) == list(range(len(lengths)))
    for batch in batches:
        assert len(batch) == 1 or len(batch) * max(lengths[i] for i in batch) <= tokens


@given(_LENGTHS, st.integers(0, 200))
def test_passes_hold_each_text_once_and_cost_no_more_than_other_ways(
    lengths: list[int], each: int
) -> None:
    passes = passes_of(lengths, each)
    assert sorted(i for one in passes for i in one) == list(range(len(lengths)))
    cost = _cost(lengths, passes, each)
    together = [list(range(len(lengths)))] if lengths else []
    assert cost <= _cost(lengths, together, each)
    assert cost <= _cost(lengths, [[i] for i in range(len(lengths))], each)
    in_order = sorted(range(len(lengths)), key=lambda i: lengths[i])
    for cut in range(1, len(lengths)):
        assert cost <= _cost(lengths, [in_order[:cut], in_order[cut:]], each)


def test_short_parts_do_not_wait_for_a_long_whole() -> None:
    assert passes_of([90, 20, 88, 18], 48) == [[3, 1], [2, 0]]
    assert passes_of([20, 26], 48) == [[0, 1]]
