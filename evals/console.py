"""What the commands show in a terminal: tables and progress."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from evals.bootstrap import Estimate
from evals.catalogue import CATALOGUE, Metric
from evals.dataset import Dataset
from evals.errors import RunMissing
from evals.evaluating import Progress as RunProgress
from evals.retrieval import SearchOutcome, SearchSummary
from evals.run_store import Run
from evals.summary import GroupSummary, RunSummary

console = Console(width=None if Console().is_terminal else 150)

Work = TypeVar("Work")

_BY_KIND = (
    Metric.RIGHT,
    Metric.FACTS_FOUND,
    Metric.FACTS_AT_START,
    Metric.FALSE_ANSWER,
    Metric.FALSE_REFUSAL,
    Metric.CITATION_RECALL,
    Metric.CITATION_PRECISION,
    Metric.PASSAGES_ALL_AT_5,
)


def with_progress(work: Sequence[Work], title: str) -> Iterator[Work]:
    """The same work, with a bar that fills; nothing is drawn when the output is not a terminal."""
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield from progress.track(work)


def follow(steps: Iterable[RunProgress]) -> Run:
    """Draw a bar while a run goes on, and hand back the finished run."""
    columns = (TextColumn("Asking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    last: RunProgress | None = None
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("asking", total=None)
        for last in steps:
            progress.update(task, completed=last.done, total=last.total)
    if last is None:
        raise RunMissing("The run gave nothing")
    return last.run


def show_run(run: Run, summary: RunSummary) -> None:
    """Headline figures by language and kind, then what evaluators must not overlook."""
    table = Table(title=f"{run.name}", padding=(0, 0, 0, 1))
    table.add_column("metric")
    groups = [*summary.by("all"), *summary.by("language")]
    for group in groups:
        table.add_column(f"{group.value} (n={group.questions})", justify="right")
    for metric in Metric:
        if metric in summary.overall:
            cells = [_estimate_cell(metric, group) for group in groups]
            table.add_row(CATALOGUE[metric].en, *cells)
    console.print(table)
    by_kind = Table(title="by kind", padding=(0, 0, 0, 1))
    by_kind.add_column("kind")
    chosen = [metric for metric in _BY_KIND if metric in summary.overall]
    for metric in chosen:
        by_kind.add_column(CATALOGUE[metric].en, justify="right")
    for group in summary.by("kind"):
        row = [_estimate_cell(metric, group, interval=False) for metric in chosen]
        by_kind.add_row(f"{group.value} ({group.questions})", *row)
    console.print(by_kind)
    matrix = summary.confusion
    console.print(
        f"to answer: {matrix.answered_rightly} answered, {matrix.asked_back_wrongly} asked back, "
        f"{matrix.refused_falsely} declined; to decline: {matrix.answered_falsely} answered, "
        f"{matrix.asked_back_rightly} asked back, {matrix.refused_rightly} declined"
    )
    console.print(f"statuses {summary.statuses}; engines {summary.engines}")
    if summary.latency:
        console.print(f"p50 {summary.latency.p50:.0f} ms, p95 {summary.latency.p95:.0f} ms")
    failed = f"{summary.failures} answers and {summary.search_failures} searches failed"
    console.print(f"{failed}, {summary.broken_metrics} metrics broke")
    console.print(str(run.folder), highlight=False, soft_wrap=True)


def show_defects(dataset: Dataset) -> None:
    """What is wrong in the question sets, if anything."""
    for defect in dataset.defects:
        console.print(f"[red]✗[/red] {defect}", highlight=False)


def show_search(summaries: Iterable[SearchSummary]) -> None:
    """Retrieval by group: means, with the interval of the first figure."""
    table = Table(
        title="Retrieval: share of questions, facts or places found", padding=(0, 0, 0, 1)
    )
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


def _estimate_cell(metric: Metric, group: GroupSummary, *, interval: bool = True) -> str:
    measured = group.metrics.get(metric)
    if not measured:
        return "–"
    shown = CATALOGUE[metric].shown
    if not interval:
        return shown(measured.mean)
    return (
        f"{shown(measured.mean)} [{shown(measured.low)}–{shown(measured.high)}] n={measured.count}"
    )


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
