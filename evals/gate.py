"""Hold a run against the committed baseline: no change may lower quality unnoticed."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.catalogue import CATALOGUE, Metric
from evals.errors import BaselineMissing
from evals.summary import GroupSummary, RunSummary

BASELINE = Path(__file__).parent / "baseline.json"
TOLERANCE = 0.005
"""Of a share: the engine without a model is deterministic, so this only forgives rounding and ties."""

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
_GROUPS = ("all", "language")
"""Both languages are held on their own: a gain in one must not hide a loss in the other."""


class Held(BaseModel):
    """One figure of the baseline."""

    model_config = ConfigDict(frozen=True)

    group: str
    metric: Metric
    mean: float
    count: int


class Baseline(BaseModel):
    """Figures that later runs must reach."""

    model_config = ConfigDict(frozen=True)

    run: str
    dataset: str
    """Digest of the cases it was measured with."""
    failures: int
    figures: tuple[Held, ...]


class Undercut(BaseModel):
    """One way in which a run falls short."""

    model_config = ConfigDict(frozen=True)

    what: str
    expected: str
    found: str


def baseline_of(name: str, dataset: str, summary: RunSummary) -> Baseline:
    """The figures of a run as a baseline."""
    figures = [
        Held(group=group.value, metric=metric, mean=round(held.mean, 4), count=held.count)
        for group in _groups(summary)
        for metric in GATED
        if (held := group.metrics.get(metric))
    ]
    return Baseline(run=name, dataset=dataset, failures=summary.failures, figures=tuple(figures))


def undercuts(baseline: Baseline, summary: RunSummary) -> list[Undercut]:
    """Where the run is worse than the baseline: lower figures, fewer questions, more failures.

    Fewer questions count because leaving out hard ones, or failing on them, raises every mean.
    """
    groups = {group.value: group for group in _groups(summary)}
    found = []
    if summary.failures > baseline.failures:
        found.append(_undercut("failures", baseline.failures, summary.failures))
    for held in baseline.figures:
        now = groups[held.group].metrics.get(held.metric) if held.group in groups else None
        what = f"{held.metric.value} ({held.group})"
        if now is None or (now.count < held.count and held.metric in _ALWAYS_MEASURED):
            found.append(_undercut(f"{what}: questions", held.count, now.count if now else 0))
        elif _is_worse(held.metric, held.mean, now.mean):
            found.append(_undercut(what, round(held.mean, 4), round(now.mean, 4)))
    return found


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
    """Make these figures the ones to reach."""
    path.write_text(baseline.model_dump_json(indent=1) + "\n", encoding="utf-8")


_ALWAYS_MEASURED = frozenset(
    {Metric.RIGHT, Metric.FACTS_FOUND, Metric.FALSE_ANSWER, Metric.PASSAGES_ALL_AT_5}
)
"""Others depend on how many questions were answered, which the false refusals already tell."""


def _groups(summary: RunSummary) -> list[GroupSummary]:
    return [group for group in summary.groups if group.dimension in _GROUPS]


def _is_worse(metric: Metric, held: float, now: float) -> bool:
    loss = held - now if CATALOGUE[metric].better == "higher" else now - held
    return loss > TOLERANCE


def _undercut(what: str, expected: float, found: float) -> Undercut:
    return Undercut(what=what, expected=f"{expected}", found=f"{found}")
