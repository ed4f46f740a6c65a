"""Comparison of runs, and the gate."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from evals.catalogue import Metric
from evals.comparison import compare_scores
from evals.errors import BaselineMissing
from evals.gate import baseline_of, hold, read_baseline, write_baseline
from evals.records import ScoreRecord
from tests.evals.builders import make_item, make_score


def test_what_got_better_and_worse_question_by_question() -> None:
    first = [make_score("a", right=0, facts_found=0.5), make_score("b", right=1)]
    second = [make_score("a", right=1, facts_found=0.5), make_score("b", right=0)]
    comparison = compare_scores(first, second)
    assert [(change.item, change.metric) for change in comparison.better] == [("a", Metric.RIGHT)]
    assert [(change.item, change.after) for change in comparison.worse] == [("b", 0)]
    assert comparison.differences[Metric.RIGHT].mean == 0
    assert comparison.verdict(Metric.RIGHT) == "no difference"


def test_fewer_false_answers_is_better() -> None:
    first = [make_score(str(number), false_answer=1) for number in range(20)]
    second = [make_score(str(number), false_answer=0) for number in range(20)]
    assert compare_scores(first, second).verdict(Metric.FALSE_ANSWER) == "better"
    assert compare_scores(second, first).verdict(Metric.FALSE_ANSWER) == "worse"


def test_a_question_that_failed_in_one_run_is_named_and_not_compared() -> None:
    first = [make_score("a", right=1), make_score("b", right=1)]
    second = [make_score("a", right=1), make_score("b")]
    comparison = compare_scores(first, second)
    assert comparison.only_first == ("b",)
    assert comparison.only_second == ()
    assert comparison.differences[Metric.RIGHT].count == 1


def test_a_longer_answer_is_neither_better_nor_worse() -> None:
    first = [make_score(str(number), characters=400) for number in range(20)]
    second = [make_score(str(number), characters=800) for number in range(20)]
    assert compare_scores(first, second).verdict(Metric.CHARACTERS) == "no difference"


ITEMS = [
    make_item(f"q{number}#2" if number >= 90 else f"q{number}", language="en" if number < 40 else "ja", turn=2 if number >= 90 else 1)
    for number in range(100)
]  # fmt: skip


def _scores(wrong: Iterable[int] = (), **same: float) -> list[ScoreRecord]:
    """A hundred questions, all right but those."""
    wrong = set(wrong)
    return [
        make_score(item.id, right=float(number not in wrong), **same)
        for number, item in enumerate(ITEMS)
    ]


BASELINE = baseline_of("run", "digest", _scores(range(20, 30), false_answer=0.0, characters=400))


@pytest.mark.parametrize(
    ("scores", "short"),
    [
        pytest.param(_scores(range(20, 30), false_answer=0), [], id="as good"),
        pytest.param(_scores(range(20, 25), false_answer=0), [], id="better"),
        pytest.param(_scores(range(19, 30), false_answer=0), [], id="one question lost: perhaps a close call"),
        pytest.param(_scores([*range(26, 30), 50, 51, 52, 53, 54, 55], false_answer=0), ["right (ja)"], id="lost in one language, gained in the other"),
        pytest.param(_scores([*range(20, 30), *range(50, 55)], false_answer=0), ["right (all)", "right (ja)"], id="five questions lost"),
        pytest.param(_scores([*range(25, 30), *range(30, 35)], false_answer=0), [], id="as many lost as gained"),
        pytest.param(_scores(range(20, 30), false_answer=0.01), ["false_answer (all)", "false_answer (ja)", "false_answer (en)", "false_answer (follow_up)"], id="a small loss everywhere"),
        pytest.param(_scores(range(20, 30), false_answer=0.001), [], id="a negligible one"),
        pytest.param(_scores([*range(20, 30), *range(92, 98)], false_answer=0), ["right (all)", "right (ja)", "right (follow_up)"], id="follow-ups lost"),
    ],
)  # fmt: skip
def test_undercuts(scores: list[ScoreRecord], short: list[str]) -> None:
    verdict = hold(BASELINE, ITEMS, scores)
    assert [f"{one.metric.value} ({one.group})" for one in verdict.undercuts] == short
    assert verdict.is_passed is not bool(short)


def test_hard_questions_cannot_be_left_out_or_fail() -> None:
    scores = _scores(range(20, 30), false_answer=0)
    left_out = hold(BASELINE, ITEMS, scores[:20] + scores[30:])
    assert left_out.lost == tuple(f"q{number}" for number in range(20, 30))
    assert not left_out.is_passed
    failed = [make_score(one.item) if one.values["right"] == 0 else one for one in scores]
    assert hold(BASELINE, ITEMS, failed).lost == left_out.lost


def test_every_change_is_named_even_when_the_gate_is_passed() -> None:
    verdict = hold(BASELINE, ITEMS, _scores(range(19, 29), false_answer=0))
    assert verdict.is_passed
    assert [(one.item, one.is_better) for one in verdict.changes] == [("q19", False), ("q29", True)]


def test_the_baseline_holds_gated_metrics_only_and_a_line_for_each_question(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write_baseline(BASELINE, file)
    assert read_baseline(file) == BASELINE
    assert len(file.read_text(encoding="utf-8").splitlines()) == 102
    assert set(BASELINE.means["q0"]) == {Metric.RIGHT, Metric.FALSE_ANSWER}
    with pytest.raises(BaselineMissing, match="accept a run"):
        read_baseline(tmp_path / "none.json")
