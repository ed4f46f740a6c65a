"""What the commands show in a terminal: tables and progress."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from evals.bootstrap import Estimate
from evals.dataset import Dataset
from evals.retrieval import SearchOutcome, SearchSummary

console = Console(width=None if Console().is_terminal else 150)

Work = TypeVar("Work")


def with_progress(work: Sequence[Work], title: str) -> Iterator[Work]:
    """The same work, with a bar that fills; nothing is drawn when the output is not a terminal."""
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(work)


def show_defects(dataset: Dataset) -> None:
    """What is wrong in the question sets, if anything."""
    for defect in dataset.defects:
        console.print(f"[red]✗[/red] {defect}", highlight=False)


def show_search(summaries: Iterable[SearchSummary]) -> None:
    """Retrieval by group: means, with the interval of the first figure."""
    table = Table(title="Retrieval: share of questions, facts or places found", padding=(0, 0, 0, 1))
    table.add_column("group", no_wrap=True)
    headings = "n|all facts @5|±|all @1|all @3|all @10|any @5|all 4,000|any 4,000|recall@5|MRR|nDCG@10|places @5"
    for heading in headings.split("|"):
        table.add_column(heading, justify="right", no_wrap=heading == "±")
    for summary in summaries:
        table.add_row(summary.group, *_search_cells(summary))
    console.print(table)


def show_search_misses(outcomes: Iterable[SearchOutcome]) -> None:
    """Questions whose first five passages lack a fact, and searches that failed."""
    for outcome in outcomes:
        if outcome.failure:
            console.print(f"[red]failed[/red] {outcome.id}: {outcome.failure}", highlight=False)
        elif outcome.missing:
            missing, found = ", ".join(outcome.missing), ", ".join(outcome.found[:3])
            line = f"{outcome.id}: {outcome.question}\n    lacks {missing}\n    found {found}"
            console.print(line, highlight=False, markup=False)


def _search_cells(summary: SearchSummary) -> list[str]:
    main = summary.all_at[5]
    means = [
        *(summary.all_at[k] for k in (1, 3, 10)),
        summary.any_at[5],
        summary.all_in_characters,
        summary.any_in_characters,
        summary.recall_at[5],
        summary.mrr,
        summary.ndcg,
        summary.places_at_5,
    ]
    shown = [f"{mean.mean:.3f}" if isinstance(mean, Estimate) else "–" for mean in means]
    return [str(main.count), f"{main.mean:.3f}", f"{main.low:.2f}–{main.high:.2f}", *shown]
