"""Plots at the desk: the same that reports have."""

from collections.abc import Sequence

import altair as alt

from evals.catalogue import Metric
from evals.reporting import charts
from evals.reporting.wording import Wording
from evals.summary import RunSummary
from evals.trends import TrendPoint

BY = ("kind", "language", "persona", "turn_kind")
"""Dimensions that a run's figures are broken down by."""


def trend_plot(points: Sequence[TrendPoint], metric: Metric, words: Wording) -> alt.LayerChart:
    """A metric over runs."""
    return charts.trend(points, metric, words)


def group_plot(
    summary: RunSummary, dimension: str, metric: Metric, words: Wording
) -> alt.LayerChart | None:
    """A share by kind, language or role; None where the run has no such groups."""
    groups = [group for group in summary.by(dimension) if metric in group.metrics]
    return charts.bars(groups, metric, words) if groups else None
