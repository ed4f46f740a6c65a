"""Comparison of runs, and the gate."""

from pathlib import Path

import pytest

from evals.bootstrap import Estimate
from evals.catalogue import Metric
from evals.comparison import compare_scores
from evals.errors import BaselineMissing
from evals.gate import baseline_of, read_baseline, undercuts, write_baseline
from evals.metrics.decisions import Confusion
from evals.summary import GroupSummary, RunSummary
from tests.evals.builders import make_score


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


def _summary(failures: int = 0, count: int = 100, **means: float) -> RunSummary:
    def group(dimension: str, value: str) -> GroupSummary:
        held = {Metric(name): Estimate(mean, mean, mean, count) for name, mean in means.items()}
        return GroupSummary(dimension=dimension, value=value, questions=count, metrics=held)

    return RunSummary(
        questions=count,
        answers=count,
        failures=failures,
        search_failures=0,
        broken_metrics=0,
        groups=(group("all", "all"), group("language", "ja"), group("kind", "fact")),
        confusion=Confusion(),
        latency=None,
        engines={},
        statuses={},
    )


BASELINE = baseline_of("run", "digest", _summary(right=0.9, false_answer=0.1, characters=400))


def test_the_baseline_holds_gated_metrics_by_language_only() -> None:
    held = {(figure.group, figure.metric) for figure in BASELINE.figures}
    assert held == {
        (group, metric) for group in ("all", "ja") for metric in (Metric.RIGHT, Metric.FALSE_ANSWER)
    }


@pytest.mark.parametrize(
    ("summary", "short"),
    [
        pytest.param(_summary(right=0.9, false_answer=0.1), [], id="as good"),
        pytest.param(_summary(right=0.95, false_answer=0.05), [], id="better"),
        pytest.param(_summary(right=0.897, false_answer=0.1), [], id="within rounding"),
        pytest.param(_summary(right=0.88, false_answer=0.1), ["right (all)", "right (ja)"], id="fewer right"),
        pytest.param(_summary(right=0.9, false_answer=0.12), ["false_answer (all)", "false_answer (ja)"], id="more false answers"),
        pytest.param(_summary(right=0.9, false_answer=0.1, failures=2), ["failures"], id="failures"),
        pytest.param(_summary(right=1.0, false_answer=0.0, count=60), ["right (all): questions", "false_answer (all): questions", "right (ja): questions", "false_answer (ja): questions"], id="hard questions left out"),
        pytest.param(_summary(right=0.9), ["false_answer (all): questions", "false_answer (ja): questions"], id="a metric gone"),
    ],
)  # fmt: skip
def test_undercuts(summary: RunSummary, short: list[str]) -> None:
    assert [undercut.what for undercut in undercuts(BASELINE, summary)] == short


def test_a_baseline_is_kept_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    write_baseline(BASELINE, file)
    assert read_baseline(file) == BASELINE
    with pytest.raises(BaselineMissing, match="accept a run"):
        read_baseline(tmp_path / "none.json")
