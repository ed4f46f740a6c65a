"""Quality of rankings, by hand."""

from math import log2

import pytest

from evals.cases import Place
from evals.metrics.ranking import ndcg, place_recall, reciprocal_rank, score_ranking

FACTS = (("66自治体",), ("200円",))


def test_facts_spread_over_passages_count_together() -> None:
    scores = score_ranking(["何もない", "66自治体で運行", "運賃200円"], FACTS)
    assert scores is not None
    assert (scores.all_at[1], scores.all_at[3], scores.all_at[5]) == (False, True, True)
    assert (scores.any_at[1], scores.any_at[3]) == (False, True)
    assert scores.recall_at[1] == 0
    assert scores.recall_at[3] == 1
    assert scores.first_rank == 2
    assert scores.reciprocal_rank == pytest.approx(1 / 2)


def test_a_fact_in_two_passages_counts_once() -> None:
    scores = score_ranking(["66自治体", "66自治体", "66自治体"], FACTS)
    assert scores is not None
    assert scores.recall_at[5] == pytest.approx(0.5)
    assert not scores.all_at[10]


def test_what_lies_beyond_4000_characters_is_not_read() -> None:
    scores = score_ranking(["66自治体", "あ" * 4000, "200円"], FACTS)
    assert scores is not None
    assert scores.all_at[3]
    assert not scores.all_in_characters
    assert scores.any_in_characters


def test_ndcg_by_hand() -> None:
    # Grades 1, 0, 2: gains over log2(rank + 1), against the order 2, 1, 0.
    found = 1 / log2(2) + 2 / log2(4)
    ideal = 2 / log2(2) + 1 / log2(3)
    assert ndcg([1, 0, 2]) == pytest.approx(found / ideal, abs=1e-4)


def test_a_passage_beyond_the_cutoff_is_not_found() -> None:
    assert reciprocal_rank([0] * 10 + [1]) == 0
    assert reciprocal_rank([0, 0, 1]) == pytest.approx(1 / 3, abs=1e-4)


def test_nothing_found_is_nought_and_nothing_to_find_is_no_opinion() -> None:
    scores = score_ranking([], FACTS)
    assert scores is not None
    assert scores.ndcg == 0
    assert score_ranking(["66自治体"], ()) is None


PLACES = (Place(source="points-2026", pages=(14,)), Place(source="kentokai-1"))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param([("points-2026", (13, 14)), ("kentokai-1", (3,))], 1.0, id="page and source"),
        pytest.param([("points-2026", (15,))], 0.0, id="right document, wrong page"),
        pytest.param([("points-2026", ())], 0.5, id="a passage whose page is not knowable"),
        pytest.param([("koubo-2025", (14,))], 0.0, id="right page of another document"),
    ],
)
def test_place_recall(found: list[tuple[str, tuple[int, ...]]], expected: float) -> None:
    assert place_recall(found, PLACES) == pytest.approx(expected)
    assert place_recall(found, ()) is None
