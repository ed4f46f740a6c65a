"""`sanpuku eval …`: the commands of evaluation."""

from pathlib import Path
from statistics import median
from typing import Annotated

import typer

from evals.backend import ServiceBackend
from evals.cases import Split
from evals.console import (
    console,
    show_defects,
    show_search,
    show_search_misses,
    with_progress,
)
from evals.dataset import Dataset, load_dataset
from evals.errors import EvaluationError
from evals.retrieval import measure_search, search_groups, searchable
from evals.services import open_service, open_service_over

app = typer.Typer(help="Measure answer quality.", no_args_is_help=True)

SetOption = Annotated[str, typer.Option("--set", help="dev, test or all.")]
FilesOption = Annotated[
    list[Path] | None, typer.Option("--file", help="A question set file; default is all bundled.")
]
UrlOption = Annotated[
    str | None, typer.Option(help="A running service; default is to start one for the run.")
]


@app.command()
def check(files: FilesOption = None) -> None:
    """Check the question sets."""
    dataset = _load("all", files)
    show_defects(dataset)
    console.print(f"{len(dataset.cases)} cases, {len(dataset.items)} questions")
    if dataset.defects:
        raise typer.Exit(1)


@app.command()
def retrieval(
    chosen: SetOption = "dev",
    files: FilesOption = None,
    url: UrlOption = None,
    documents: Annotated[
        Path | None,
        typer.Option(help="A folder of documents to search instead of the bundled entries."),
    ] = None,
    misses: Annotated[bool, typer.Option(help="List the questions with a fact not found.")] = False,
) -> None:
    """Measure search alone."""
    dataset = _load(chosen, files)
    show_defects(dataset)
    service = open_service_over(documents) if documents else open_service(url)
    with service as client:
        backend = ServiceBackend(client)
        work = with_progress(searchable(dataset.items), "Searching")
        outcomes = [measure_search(backend, item) for item in work]
    show_search(search_groups(outcomes))
    times = [outcome.milliseconds for outcome in outcomes if not outcome.failure]
    failed = sum(bool(outcome.failure) for outcome in outcomes)
    console.print(f"p50 {median(times or [0]):.0f} ms; {failed} searches failed")
    if misses or failed:
        show_search_misses(outcome for outcome in outcomes if misses or outcome.failure)


def _load(chosen: str, files: list[Path] | None) -> Dataset:
    try:
        split = None if chosen == "all" else Split(chosen)
        return load_dataset(files or (), split=split)
    except (EvaluationError, ValueError) as error:
        console.print(f"[red]{error}[/red]", highlight=False)
        raise typer.Exit(2) from error
