"""A metric over all runs of one question set."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from evals.catalogue import Metric
from evals.records import Manifest
from evals.summary import RunSummary


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One run's figure with its 95 % interval."""

    at: datetime
    run: str
    engine: str
    mean: float
    low: float
    high: float
    count: int
    """Questions it rests on."""
    dataset: str
    """Digest of the cases: figures of different questions do not compare."""


def trend(
    runs: Iterable[tuple[Manifest, RunSummary]], metric: Metric, *, set_name: str
) -> list[TrendPoint]:
    """The metric in all scored runs of this question set, oldest first."""
    points = [
        TrendPoint(
            at=manifest.began,
            run=manifest.name,
            engine=manifest.engine,
            mean=held.mean,
            low=held.low,
            high=held.high,
            count=held.count,
            dataset=manifest.dataset,
        )
        for manifest, summary in runs
        if manifest.set_name == set_name and (held := summary.overall.get(metric))
    ]
    return sorted(points, key=lambda point: (point.at, point.run))
