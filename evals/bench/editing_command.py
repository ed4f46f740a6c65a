"""`python -m evals bench-editing`."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from evals.settings import EvaluationSettings
from evals.telling import told


def bench_editing(
    seconds: Annotated[float, typer.Option(min=1.0, help="How long everybody edits.")] = 60.0,
    database: Annotated[
        str | None,
        typer.Option(help="An empty database, as postgresql://…; default is a SQLite file."),
    ] = None,
    url: Annotated[
        str | None, typer.Option(help="A running service; default is to start one.")
    ] = None,
) -> None:
    """Measure worksheets: suggestions, saving, and 25 people editing at the same time."""
    from rich.console import Console

    from evals import console
    from evals.bench.editing import Service, measure_editing
    from evals.bench.editing_table import table_of

    with told():
        with TemporaryDirectory(prefix="sanpuku-bench-", ignore_cleanup_errors=True) as folder:
            own = f"sqlite:///{Path(folder) / 'editing.sqlite'}"
            home = EvaluationSettings().home
            service = Service(url=url, home=home, database=database or own)
            figures = measure_editing(service, console.say, seconds=seconds)
        Console(width=None if Console().is_terminal else 150).print(table_of(figures))
    if figures.lost or figures.failures:
        raise typer.Exit(1)
