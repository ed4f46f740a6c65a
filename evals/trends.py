"""A metric over all runs of one question set."""

from pathlib import Path

from evals.catalogue import Metric
from evals.errors import RunUnreadable
from evals.run_store import open_run, run_names


def trend(runs: Path, metric: Metric, *, chosen_set: str, engine: str) -> list[tuple[str, float]]:
    """When each run was made, and its mean; oldest first. Damaged and unfinished runs are left out."""
    points = []
    for name in run_names(runs):
        try:
            run = open_run(runs, name)
            summary = run.summary()
        except RunUnreadable:
            continue
        same = (run.manifest.chosen_set, run.manifest.engine) == (chosen_set, engine)
        if summary and same and metric in summary.overall:
            points.append((run.manifest.started_at, summary.overall[metric].mean))
    return sorted(points)
