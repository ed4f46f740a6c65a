"""`python -m evals bench`."""

from pathlib import Path
from typing import Annotated

import typer

from evals.settings import EvaluationSettings
from evals.telling import told

_JSQUAD = Path("../shared/bench/jsquad-valid-v1.3.json")


def bench(
    questions: Annotated[
        int, typer.Option(min=2, help="How many questions of the question sets.")
    ] = 200,
    jsquad: Annotated[
        Path, typer.Option(help="JSQuAD's validation file; left out where it is not there.")
    ] = _JSQUAD,
    out: Annotated[
        Path | None, typer.Option(help="The folder for the figures; default is in the home.")
    ] = None,
) -> None:
    """Measure speed and memory, side by side with the plain LangChain recipe."""
    from rich.console import Console

    from evals import console
    from evals.bench.figures import write_figures
    from evals.bench.running import run_bench
    from evals.bench.showing import table_of

    with told():
        settings = EvaluationSettings()
        figures = run_bench(
            questions, jsquad if jsquad.is_file() else None, settings.home, console.say
        )
        if figures.jsquad is None:
            console.say(f"JSQuAD is left out: there is no {jsquad}")
        Console(width=None if Console().is_terminal else 150).print(table_of(figures))
        console.say(str(write_figures(figures, out or settings.home / "bench")))
