"""ALCE's citation recall and precision, by hand."""

from collections.abc import Sequence

import pytest

from evals.metrics.citations import (
    citation_scores,
    citations_genuine,
    statements_supported,
    statements_unsupported,
)
from evals.metrics.numbers_of_answer import numbers_supported
from tests.evals.builders import make_answer, make_citation


def words_stand_in(statement: str, evidence: Sequence[str]) -> bool:
    """Entailment for these tests: every letter of the statement stands in the evidence."""
    return set(statement.strip("。")) <= set("".join(evidence))


def test_recall_and_precision_by_hand() -> None:
    cited = [make_citation(1, "甲乙"), make_citation(2, "丙"), make_citation(3, "無関係")]
    # 甲乙 by 1; 甲丙 needs 1 and 2; 丁 is in nothing; 乙 by 1, and 3 adds nothing.
    answer = make_answer("甲乙。[1]甲丙。[1][2]丁。[2]乙。[1][3]", citations=cited)
    scores = citation_scores(answer, supports=words_stand_in)
    assert scores.recall == pytest.approx(3 / 4)
    # Of 6 citations: those of 丁 and 3 are irrelevant.
    assert scores.precision == pytest.approx(4 / 6)


def test_a_statement_without_a_citation_is_not_recalled() -> None:
    answer = make_answer("甲。[1]乙。", citations=[make_citation(1, "甲乙")])
    assert citation_scores(answer, supports=words_stand_in).recall == pytest.approx(0.5)
    assert statements_supported(answer, supports=words_stand_in) == 1
    assert statements_unsupported(answer, supports=words_stand_in) == ["乙。"]


def test_a_mark_that_names_no_citation_lowers_precision() -> None:
    answer = make_answer("甲。[1][9]", citations=[make_citation(1, "甲")])
    scores = citation_scores(answer, supports=words_stand_in)
    assert (scores.recall, scores.precision) == (1.0, 0.5)


def test_without_citations_recall_is_nought_and_precision_has_no_opinion() -> None:
    scores = citation_scores(make_answer("甲。乙。", citations=[]), supports=words_stand_in)
    assert (scores.recall, scores.precision) == (0.0, None)


def test_all_of_everything_cited_everywhere_is_not_precise() -> None:
    cited = [make_citation(1, "甲"), make_citation(2, "乙"), make_citation(3, "丙")]
    answer = make_answer("甲。[1][2][3]乙。[1][2][3]", citations=cited)
    scores = citation_scores(answer, supports=words_stand_in)
    assert scores.recall == 1
    assert scores.precision == pytest.approx(2 / 6)


def test_an_invented_quote_is_not_genuine() -> None:
    cited = [
        make_citation(1, "66自治体で運行。\n無料です。", entry_id="e"),
        make_citation(2, "別", entry_id="x"),
    ]
    answer = make_answer("66自治体で運行。[1]", citations=cited)
    assert citations_genuine(answer, {"e": "全国６６自治体 で運行。"}) == pytest.approx(0.5)
    assert citations_genuine(answer, {}) is None


def test_share_of_numbers_supported_by_hand() -> None:
    cited = [make_citation(1, "66自治体で運行し、運賃は200円です。")]
    answer = make_answer(
        "66自治体で運行します。[1]運賃は300円です。[1]昨年は12件です。", citations=cited
    )
    assert numbers_supported(answer) == pytest.approx(1 / 3)
    assert numbers_supported(make_answer("数字はありません。[1]", citations=cited)) is None
