"""`sanpuku eval …`: the commands of evaluation."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Annotated

import typer

from assistant.errors import AssistantError
from evals.backend import ServiceBackend
from evals.cases import Split
from evals.console import (
    console,
    follow,
    show_defects,
    show_run,
    show_search,
    show_search_misses,
    with_progress,
)
from evals.dataset import Dataset, load_dataset
from evals.errors import EvaluationError
from evals.evaluating import RunRequest, evaluate, summary_of
from evals.retrieval import measure_search, search_groups, searchable
from evals.services import open_service, open_service_over
from evals.settings import EvaluationSettings

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


@app.command()
def run(
    chosen: SetOption = "dev",
    engine: Annotated[str, typer.Option(help="grounded, or llm:provider:model.")] = "grounded",
    repeat: Annotated[int, typer.Option(min=1, help="Ask everything this often.")] = 1,
    variants: Annotated[bool, typer.Option(help="Ask in changed wordings too.")] = False,
    url: UrlOption = None,
    files: FilesOption = None,
    name: Annotated[str | None, typer.Option(help="The run's name.")] = None,
    resume: Annotated[bool, typer.Option(help="Go on with the run of that name.")] = False,
    limit: Annotated[int | None, typer.Option(help="Only the first cases.")] = None,
) -> None:
    """Ask a question set and score the answers."""
    request = RunRequest(
        chosen_set=chosen,
        files=tuple(files or ()),
        engine=engine,
        url=url,
        repeats=repeat,
        variants=variants,
        name=name,
        resume=resume,
        limit=limit,
    )
    with _told():
        finished = follow(evaluate(request, EvaluationSettings()))
        show_run(finished, summary_of(finished))


def _load(chosen: str, files: list[Path] | None) -> Dataset:
    with _told():
        split = None if chosen == "all" else Split(chosen)
        return load_dataset(files or (), split=split)


@contextmanager
def _told() -> Iterator[None]:
    """An error is a sentence for the evaluator, not a trace."""
    try:
        yield
    except (EvaluationError, AssistantError, ValueError) as error:
        console.print(str(error), style="red", highlight=False, markup=False)
        raise typer.Exit(2) from error
