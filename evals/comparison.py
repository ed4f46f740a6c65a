"""Two runs side by side, over the questions that both answered."""

from collections.abc import Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from evals.bootstrap import Difference, paired_difference
from evals.catalogue import CATALOGUE, Metric
from evals.records import ScoreRecord
from evals.summary import means_by_item

QUESTION_METRICS = (
    Metric.RIGHT,
    Metric.FACTS_FOUND,
    Metric.CITATION_RECALL,
    Metric.NUMBERS_SUPPORTED,
    Metric.LANGUAGE,
    Metric.NEUTRAL,
    Metric.PASSAGES_ALL_AT_5,
)
"""Metrics whose change at a single question is worth a look."""


class QuestionChange(BaseModel):
    """One question that fared differently."""

    model_config = ConfigDict(frozen=True)

    item: str
    metric: Metric
    before: float
    after: float

    @property
    def is_better(self) -> bool:
        """True when it moved the way this metric should."""
        rose = self.after > self.before
        return rose if CATALOGUE[self.metric].better == "higher" else not rose


class Comparison(BaseModel):
    """What changed from a first run to a second."""

    model_config = ConfigDict(frozen=True)

    differences: dict[Metric, Difference]
    better: tuple[QuestionChange, ...]
    worse: tuple[QuestionChange, ...]
    only_first: tuple[str, ...]
    """Questions scored in the first run only: failed, or not asked, in the second."""
    only_second: tuple[str, ...]

    def verdict(self, metric: Metric) -> str:
        """`better`, `worse` or `no difference`: only what the paired bootstrap test bears out."""
        difference = self.differences[metric]
        if not difference.is_significant or CATALOGUE[metric].better == "neither":
            return "no difference"
        rose = difference.mean > 0
        return "better" if rose == (CATALOGUE[metric].better == "higher") else "worse"


def compare_scores(first: Sequence[ScoreRecord], second: Sequence[ScoreRecord]) -> Comparison:
    """Compare question by question; repeats are averaged first.

    A metric is compared over the questions for which both runs have it.
    """
    before, after = means_by_item(first), means_by_item(second)
    shared = [item for item in before if item in after]
    changes = [
        change
        for item in shared
        for metric in QUESTION_METRICS
        if (change := _change(item, metric, before[item], after[item]))
    ]
    return Comparison(
        differences=_differences([(before[item], after[item]) for item in shared]),
        better=tuple(change for change in changes if change.is_better),
        worse=tuple(change for change in changes if not change.is_better),
        only_first=tuple(i for i in before if before[i] and not after.get(i)),
        only_second=tuple(i for i in after if after[i] and not before.get(i)),
    )


def _differences(
    pairs: Sequence[tuple[Mapping[str, float], Mapping[str, float]]],
) -> dict[Metric, Difference]:
    found = {}
    for metric in Metric:
        both = [(b[metric], a[metric]) for b, a in pairs if metric in b and metric in a]
        if measured := paired_difference([b for b, _ in both], [a for _, a in both]):
            found[metric] = measured
    return found


def _change(
    item: str, metric: Metric, before: Mapping[str, float], after: Mapping[str, float]
) -> QuestionChange | None:
    if metric not in before or metric not in after:
        return None
    if abs(before[metric] - after[metric]) < 1e-9:
        return None
    return QuestionChange(item=item, metric=metric, before=before[metric], after=after[metric])
