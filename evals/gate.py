"""Hold a run against the committed baseline: no change may lower quality unnoticed.

The baseline keeps every question's figures, so that a run is held against it question by question
by the paired bootstrap, as `compare` does. The engine without a model is deterministic, but other
processors round embeddings differently and a few close calls fall the other way: such changes go
both ways and do not add up, a real loss does.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.bootstrap import paired_difference
from evals.cases import Item, TurnKind
from evals.catalogue import CATALOGUE, Metric
from evals.comparison import QuestionChange
from evals.errors import BaselineMissing
from evals.records import ScoreRecord
from evals.summary import means_by_item

BASELINE = Path(__file__).parent / "baseline.json"
NEGLIGIBLE = 0.002
"""A loss of a mean up to this is none, however sure: a fifth of a percentage point."""

GATED = (
    Metric.RIGHT,
    Metric.FACTS_FOUND,
    Metric.FACTS_AT_START,
    Metric.NOTHING_FORBIDDEN,
    Metric.FALSE_ANSWER,
    Metric.FALSE_REFUSAL,
    Metric.CITATION_RECALL,
    Metric.CITATION_PRECISION,
    Metric.CITATIONS_GENUINE,
    Metric.NUMBERS_SUPPORTED,
    Metric.LANGUAGE,
    Metric.NEUTRAL,
    Metric.PASSAGES_ALL_AT_5,
    Metric.PASSAGES_ALL_IN_4000,
    Metric.MRR,
)

Means = Mapping[str, Mapping[str, float]]
"""By question, by metric."""


class Baseline(BaseModel):
    """Figures of every question that later runs must reach."""

    model_config = ConfigDict(frozen=True)

    run: str
    dataset: str
    """Digest of the cases it was measured with."""
    metrics: tuple[Metric, ...]
    questions: dict[str, tuple[float | None, ...]]
    """By question, its figures in the order of `metrics`; None where a metric has no opinion."""

    @property
    def means(self) -> Means:
        return {
            item: {m.value: v for m, v in zip(self.metrics, row, strict=True) if v is not None}
            for item, row in self.questions.items()
        }


class Undercut(BaseModel):
    """One figure that a run lost."""

    model_config = ConfigDict(frozen=True)

    metric: Metric
    group: str
    before: float
    after: float
    questions: int


class Verdict(BaseModel):
    """How a run stands against the baseline."""

    model_config = ConfigDict(frozen=True)

    undercuts: tuple[Undercut, ...]
    lost: tuple[str, ...]
    """Questions that the baseline has and the run does not: left out, or without an answer. Their
    loss would raise every mean if they are hard ones."""
    changes: tuple[QuestionChange, ...]
    """Questions that went right and no longer do, or the other way."""

    @property
    def is_passed(self) -> bool:
        return not self.undercuts and not self.lost


def baseline_of(name: str, dataset: str, scores: Sequence[ScoreRecord]) -> Baseline:
    """A run's figures as a baseline."""
    rows = {
        item: tuple(_rounded(values.get(metric.value)) for metric in GATED)
        for item, values in means_by_item(scores).items()
        if values
    }
    return Baseline(run=name, dataset=dataset, metrics=GATED, questions=rows)


def hold(baseline: Baseline, items: Sequence[Item], scores: Sequence[ScoreRecord]) -> Verdict:
    """Hold a run against the baseline, over all questions, each language, and follow-ups.

    A figure is undercut when the 95 % interval of its paired difference lies wholly on the worse
    side: about four questions lost and none gained, or many small losses.
    """
    before, after = baseline.means, means_by_item(scores)
    kept = [item for item in before if after.get(item)]
    found = [
        undercut
        for group, members in _groups(items)
        for metric in baseline.metrics
        if (undercut := _undercut(metric, group, [i for i in kept if i in members], before, after))
    ]
    return Verdict(
        undercuts=tuple(found),
        lost=tuple(item for item in before if not after.get(item)),
        changes=tuple(_changes(kept, before, after)),
    )


def read_baseline(path: Path = BASELINE) -> Baseline:
    """The committed baseline.

    Raises:
        BaselineMissing: there is none, or it cannot be read.
    """
    try:
        return Baseline.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, ValidationError) as error:
        raise BaselineMissing(f"No baseline at {path}: accept a run as one first") from error


def write_baseline(baseline: Baseline, path: Path = BASELINE) -> None:
    """Make these figures the ones to reach: a line a question, so that changes can be read."""
    head = baseline.model_dump_json(exclude={"questions"})[:-1]
    rows = ",\n".join(
        f' "{item}": [{", ".join("null" if v is None else f"{v:g}" for v in row)}]'
        for item, row in baseline.questions.items()
    )
    path.write_text(f'{head},"questions":{{\n{rows}\n}}}}\n', encoding="utf-8")


def _groups(items: Sequence[Item]) -> Iterator[tuple[str, frozenset[str]]]:
    """Both languages on their own: a gain in one must not hide a loss in the other."""
    yield "all", frozenset(item.id for item in items)
    for code in ("ja", "en"):
        yield code, frozenset(item.id for item in items if item.language == code)
    follow_ups = (item.id for item in items if item.turn_kind is TurnKind.FOLLOW_UP)
    yield TurnKind.FOLLOW_UP.value, frozenset(follow_ups)


def _undercut(
    metric: Metric, group: str, members: Sequence[str], before: Means, after: Means
) -> Undercut | None:
    both = [
        (before[item][metric.value], after[item][metric.value])
        for item in members
        if metric.value in before[item] and metric.value in after[item]
    ]
    first, second = [one for one, _ in both], [other for _, other in both]
    found = paired_difference(first, second)
    if found is None:
        return None
    rises = CATALOGUE[metric].better == "higher"
    least_loss = -found.high if rises else found.low
    loss = -found.mean if rises else found.mean
    if least_loss <= 0 or loss <= NEGLIGIBLE:
        return None
    return Undercut(
        metric=metric,
        group=group,
        before=sum(first) / len(first),
        after=sum(second) / len(second),
        questions=len(both),
    )


def _changes(kept: Sequence[str], before: Means, after: Means) -> Iterator[QuestionChange]:
    right = Metric.RIGHT
    for item in kept:
        was, now = before[item].get(right.value), after[item].get(right.value)
        if was is not None and now is not None and was != now:
            yield QuestionChange(item=item, metric=right, before=was, after=now)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
