"""What a run comes to: means by group with intervals, the confusion matrix, latency, failures."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean

from pydantic import BaseModel, ConfigDict

from evals.bootstrap import Estimate, estimate
from evals.cases import Item
from evals.catalogue import Metric
from evals.metrics.decisions import Confusion, confusion
from evals.metrics.latency import Latency, latency
from evals.records import AnswerRecord, ScoreRecord

GROUP_RESAMPLES = 1000
DIMENSIONS = ("language", "kind", "persona", "turn_kind", "split")
"""What the questions are grouped by: properties of an item."""


class GroupSummary(BaseModel):
    """Means over one group of questions."""

    model_config = ConfigDict(frozen=True)

    dimension: str
    """all, language, kind, persona, turn_kind or split."""
    value: str
    questions: int
    metrics: dict[Metric, Estimate]


class RunSummary(BaseModel):
    """A whole run in figures."""

    model_config = ConfigDict(frozen=True)

    questions: int
    answers: int
    failures: int
    """Questions without a usable answer: they have no scores, so watch this first."""
    search_failures: int
    broken_metrics: int
    groups: tuple[GroupSummary, ...]
    confusion: Confusion
    latency: Latency | None
    engines: dict[str, int]
    """Answers by the engine that wrote them."""
    statuses: dict[str, int]

    @property
    def overall(self) -> dict[Metric, Estimate]:
        return self.groups[0].metrics if self.groups else {}

    def by(self, dimension: str) -> list[GroupSummary]:
        """Groups of one dimension, in order."""
        return [group for group in self.groups if group.dimension == dimension]


def summarise(
    items: Sequence[Item], answers: Sequence[AnswerRecord], scores: Sequence[ScoreRecord]
) -> RunSummary:
    """Figures of a run; changed wordings count only for consistency."""
    by_id = {item.id: item for item in items}
    plain = [record for record in answers if not record.variant and record.item in by_id]
    usable = [record for record in plain if record.answer and not record.failure]
    return RunSummary(
        questions=len({record.item for record in plain}),
        answers=len(plain),
        failures=sum(bool(record.failure) for record in plain),
        search_failures=sum(bool(record.search_failure) for record in plain),
        broken_metrics=sum(len(score.broken) for score in scores),
        groups=tuple(_groups(by_id, scores)),
        confusion=confusion((by_id[r.item], r.answer.status) for r in usable if r.answer),
        latency=latency([record.milliseconds for record in usable]),
        engines=_counts(record.answer.engine for record in usable if record.answer),
        statuses=_counts(record.answer.status.value for record in usable if record.answer),
    )


def means_by_item(scores: Iterable[ScoreRecord]) -> dict[str, dict[str, float]]:
    """By question, the mean of each metric over its repeats; changed wordings left out."""
    collected: dict[str, dict[str, list[float]]] = {}
    for score in scores:
        of_item = collected.setdefault(score.item, {})
        if not score.variant:
            for name, value in score.values.items():
                of_item.setdefault(name, []).append(value)
    return {
        item: {name: fmean(values) for name, values in of_item.items()}
        for item, of_item in collected.items()
    }


def _groups(by_id: Mapping[str, Item], scores: Sequence[ScoreRecord]) -> Iterable[GroupSummary]:
    means = {item: values for item, values in means_by_item(scores).items() if item in by_id}
    members: dict[tuple[str, str], list[str]] = {("all", "all"): list(means)}
    for dimension in DIMENSIONS:
        found: dict[tuple[str, str], list[str]] = {}
        for item_id in means:
            value = getattr(by_id[item_id], dimension) or "none"
            found.setdefault((dimension, str(value)), []).append(item_id)
        members |= dict(sorted(found.items()))
    for (dimension, value), ids in members.items():
        yield GroupSummary(
            dimension=dimension,
            value=value,
            questions=len(ids),
            metrics=_estimates([means[item_id] for item_id in ids]),
        )


def _estimates(rows: Sequence[Mapping[str, float]]) -> dict[Metric, Estimate]:
    found = {}
    for metric in Metric:
        values = [row[metric.value] for row in rows if metric.value in row]
        if measured := estimate(values, resamples=GROUP_RESAMPLES):
            found[metric] = measured
    return found


def _counts(values: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for value in values:
        counts[value] = counts.get(value, 0) + 1
    return dict(sorted(counts.items()))
