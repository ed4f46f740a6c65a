"""What the commands show in a terminal: lines and tables."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from evals.bootstrap import Estimate
from evals.catalogue import CATALOGUE, Metric
from evals.closeness import TooClose
from evals.comparison import Comparison
from evals.composition import Composition
from evals.dataset import Dataset
from evals.gate import Verdict
from evals.grading.rubric import Criterion
from evals.peers.results import PeerResult
from evals.retrieval import SearchOutcome, SearchSummary
from evals.run_store import Run
from evals.summary import GroupSummary, RunSummary

if TYPE_CHECKING:  # loading it takes a second
    from evals.grading.agreement import Agreement

_console = Console(width=None if Console().is_terminal else 150)

_BY_KIND = (
    Metric.RIGHT,
    Metric.FACTS_FOUND,
    Metric.FACTS_AT_START,
    Metric.FOLLOW_UPS_COMPLETE,
    Metric.FALSE_ANSWER,
    Metric.FALSE_ANSWER_FIRST,
    Metric.FALSE_ANSWER_NEXT,
    Metric.FALSE_REFUSAL,
    Metric.CITATION_RECALL,
    Metric.CITATION_PRECISION,
    Metric.PASSAGES_ALL_AT_5,
)


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
    _console.print(table)
    by_kind = Table(title="by kind", padding=(0, 0, 0, 1))
    by_kind.add_column("kind")
    chosen = [metric for metric in _BY_KIND if metric in summary.overall]
    for metric in chosen:
        by_kind.add_column(CATALOGUE[metric].en, justify="right")
    for group in summary.by("kind"):
        row = [_estimate_cell(metric, group, interval=False) for metric in chosen]
        by_kind.add_row(f"{group.value} ({group.questions})", *row)
    _console.print(by_kind)
    matrix = summary.confusion
    _console.print(
        f"to answer: {matrix.answered_rightly} answered, {matrix.partly_rightly} in part, "
        f"{matrix.asked_back_wrongly} asked back, {matrix.refused_falsely} declined; "
        f"to decline: {matrix.answered_falsely} answered, {matrix.partly_falsely} in part, "
        f"{matrix.asked_back_rightly} asked back, {matrix.refused_rightly} declined"
    )
    _console.print(f"statuses {summary.statuses}; engines {summary.engines}")
    if summary.latency:
        _console.print(f"p50 {summary.latency.p50:.0f} ms, p95 {summary.latency.p95:.0f} ms")
    failed = f"{summary.failures} answers and {summary.search_failures} searches failed"
    _console.print(f"{failed}, {summary.broken_metrics} metrics broke")
    _console.print(str(run.folder), highlight=False, soft_wrap=True)


def show_judged(correlations: Mapping[Metric, float | None]) -> None:
    """How far people agree with the judge model: its figures mean little without it."""
    for metric, value in correlations.items():
        agreed = "no human grades yet" if value is None else f"{value:.2f}"
        say(f"{CATALOGUE[metric].en}: correlation with people's grades: {agreed}")


def say(line: str) -> None:
    """One plain line."""
    _console.print(line, highlight=False, markup=False, soft_wrap=True)


def complain(line: str) -> None:
    """One line about what went wrong."""
    _console.print(line, style="red", highlight=False, markup=False, soft_wrap=True)


def show_composition(held: Composition) -> None:
    """What a question set consists of."""
    say(f"{held.cases} cases, {held.questions} questions, {held.english} of them English")
    say(f"{held.conversations} conversations with {held.follow_ups} follow-ups")
    for name, counts in (("kinds", held.kinds), ("splits", held.splits)):
        say(f"{name}: " + ", ".join(f"{one.value} {n}" for one, n in sorted(counts.items())))
    say("documents: " + ", ".join(f"{one} {n}" for one, n in sorted(held.sources.items())))


def show_too_close(found: Iterable[TooClose]) -> None:
    """Questions in an entry's words."""
    for one in found:
        complain(f"✗ {one}")


def show_comparison(comparison: Comparison, first: str, second: str) -> None:
    """Differences by metric, then the questions that changed."""
    table = Table(title=f"{first} → {second}", padding=(0, 0, 0, 1))
    for heading in ("metric", "difference", "p", "n", "verdict"):
        table.add_column(heading, justify="left" if heading == "metric" else "right")
    for metric, held in comparison.differences.items():
        shown = CATALOGUE[metric].shown_difference
        interval = f"{shown(held.mean)} [{shown(held.low)} – {shown(held.high)}]"
        cells = (interval, f"{held.p_value:.3f}", str(held.count), comparison.verdict(metric))
        table.add_row(CATALOGUE[metric].en, *cells)
    _console.print(table)
    for title, changes in (("worse", comparison.worse), ("better", comparison.better)):
        say(f"{title}: {len(changes)}")
        for change in changes:
            name = CATALOGUE[change.metric].en
            say(f"  {change.item}: {name} {change.before:.2f} → {change.after:.2f}")
    for name, missing in ((second, comparison.only_first), (first, comparison.only_second)):
        if missing:
            say(f"not scored in {name}: {', '.join(missing)}")


def show_verdict(verdict: Verdict, *, same_questions: bool) -> None:
    """Where a run falls short of the baseline, and every question that changed."""
    if not same_questions:
        say("The questions have changed since the baseline was accepted.")
    for better, title in ((True, "now right"), (False, "no longer right")):
        if items := [change.item for change in verdict.changes if change.is_better is better]:
            say(f"{title}: {len(items)}: {', '.join(sorted(items))}")
    if verdict.lost:
        complain(f"✗ not scored: {len(verdict.lost)}: {', '.join(verdict.lost)}")
    for one in verdict.undercuts:
        info = CATALOGUE[one.metric]
        figures = f"{info.shown(one.before)} → {info.shown(one.after)}"
        complain(f"✗ {info.en} ({one.group}, {one.questions} questions): {figures}")
    passed = "The baseline is reached" if verdict.is_passed else "The baseline is undercut"
    say(passed)


def show_peer(result: PeerResult) -> None:
    """One recipe's search in a line."""
    if result.problem:
        complain(f"{result.task}: {result.recipe}: {result.problem}")
        return
    in_5 = ", ".join(f"{group} {held.mean:.3f}" for group, held in result.in_5.items())
    whole = result.in_4000["all"].mean
    mrr = f"{result.mrr.mean:.3f}" if result.mrr else "–"
    say(
        f"{result.task}: {result.recipe}: all facts @5 {in_5}; in 4,000 characters {whole:.3f}; "
        f"MRR {mrr}; p50 {result.p50_milliseconds:.0f} ms"
    )


def show_agreement(
    agreements: "Mapping[Criterion, Agreement]",
    means: Mapping[str, Mapping[Criterion, float]],
    preferred: Mapping[str, int],
) -> None:
    """Agreement by criterion, mean grades by run, preferences."""
    for criterion, held in agreements.items():
        kappa, alpha = (f"{x:.2f}" if x is not None else "–" for x in (held.kappa, held.alpha))
        say(f"{criterion.value}: kappa {kappa}, alpha {alpha}, {held.answers} answers")
    for run, by_criterion in means.items():
        say(f"{run}: " + ", ".join(f"{one.value} {mean:.2f}" for one, mean in by_criterion.items()))
    if preferred:
        say("preferred: " + ", ".join(f"{name} {count}" for name, count in preferred.items()))


def show_defects(dataset: Dataset) -> None:
    """What is wrong in the question sets, if anything."""
    for defect in dataset.defects:
        _console.print(f"[red]✗[/red] {defect}", highlight=False)


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
    _console.print(table)


def show_search_misses(outcomes: Iterable[SearchOutcome]) -> None:
    """Questions whose first five passages lack a fact, and searches that failed."""
    for outcome in outcomes:
        if outcome.failure:
            _console.print(f"[red]failed[/red] {outcome.id}: {outcome.failure}", highlight=False)
        elif outcome.missing:
            missing, found = ", ".join(outcome.missing), ", ".join(outcome.found[:3])
            line = f"{outcome.id}: {outcome.question}\n    lacks {missing}\n    found {found}"
            _console.print(line, highlight=False, markup=False)


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
