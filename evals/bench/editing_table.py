"""The figures of editing as a table."""

from rich.table import Table

from evals.bench.editing import EditingFigures
from evals.bench.figures import Latency


def table_of(figures: EditingFigures) -> Table:
    """One line for each figure, with the bar it is held to."""
    table = Table(title=f"Worksheets on {figures.service}", padding=(0, 0, 0, 1))
    table.add_column("what")
    table.add_column("measured", justify="right")
    table.add_column("bar", justify="right")
    table.add_row("suggestion of a field", _latency(figures.suggestions), "p95 ≤ 300 ms")
    table.add_row("saving a field, alone", _latency(figures.saving), "p95 ≤ 50 ms")
    together = f"saving, {figures.people} people for {figures.seconds:.0f} s"
    table.add_row(together, _latency(figures.saving_together), "")
    table.add_row("conflicts, both texts kept", str(figures.conflicts), "")
    table.add_row("lines lost", str(figures.lost), "0")
    table.add_row("server errors", str(figures.failures), "0")
    return table


def _latency(latency: Latency) -> str:
    return f"p50 {latency.p50:.0f}  p95 {latency.p95:.0f} ms  (n={latency.count})"
