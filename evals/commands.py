"""`sanpuku eval …`: the commands of evaluation.

What a command needs is imported when it runs: these modules load Altair, scikit-learn and more,
and every `sanpuku` command would wait for them.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from evals.bench.command import bench
from evals.bench.editing_command import bench_editing
from evals.errors import EvaluationError
from evals.grading_commands import grading
from evals.number_audit_command import numbers
from evals.peers.command import peers
from evals.settings import EvaluationSettings
from evals.telling import told

if TYPE_CHECKING:
    from evals.run_store import Run

app = typer.Typer(help="Measure answer quality.", no_args_is_help=True)
app.add_typer(grading, name="grading")
app.command()(bench)
app.command()(peers)
app.command()(bench_editing)
app.command()(numbers)

SetOption = Annotated[str, typer.Option("--set", help="dev, test or all.")]
FilesOption = Annotated[
    list[Path] | None, typer.Option("--file", help="A question set file; default is all bundled.")
]
UrlOption = Annotated[
    str | None, typer.Option(help="A running service; default is to start one for the run.")
]
NameArgument = Annotated[
    str, typer.Argument(help="A run's name or folder; `latest` is the newest.")
]


@app.command()
def check(
    files: FilesOption = None,
    url: UrlOption = None,
    wording: Annotated[
        bool, typer.Option(help="Hold questions against the entries' own wording too.")
    ] = True,
) -> None:
    """Check the question sets: their form, that no question is taken from an entry, and whether
    the bundled ones have enough of every sort."""
    from evals import console
    from evals.closeness import too_close, wordings_of
    from evals.composition import composition_of, shortfalls
    from evals.evaluating import RunRequest
    from evals.provenance import searched_entries
    from evals.services import open_service

    with told():
        dataset = RunRequest(chosen_set="all", files=tuple(files or ())).dataset
        console.show_defects(dataset)
        close, sources = [], []
        if wording:
            with open_service(url) as client:
                entries = searched_entries(client).entries
            close = too_close(dataset.items, list(wordings_of(entries)))
            sources = sorted({entry.source for entry in entries})
    console.show_too_close(close)
    held = composition_of(dataset)
    console.show_composition(held)
    lacking = [] if files else list(shortfalls(held, sources))
    for line in lacking:
        console.complain(f"✗ {line}")
    if dataset.defects or close or lacking:
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
    from statistics import median

    from evals import console
    from evals.backend import ServiceBackend
    from evals.evaluating import RunRequest
    from evals.progress import with_progress
    from evals.retrieval import measure_search, search_groups, searchable
    from evals.services import open_service, open_service_over

    with told():
        dataset = RunRequest(chosen_set=chosen, files=tuple(files or ())).dataset
        console.show_defects(dataset)
        service = open_service_over(documents) if documents else open_service(url)
        with service as client:
            backend = ServiceBackend(client)
            items = searchable(dataset.items)
            work = with_progress(items, "Searching", total=len(items))
            outcomes = [measure_search(backend, item) for item in work]
    console.show_search(search_groups(outcomes))
    times = [outcome.milliseconds for outcome in outcomes if not outcome.failure]
    failed = sum(bool(outcome.failure) for outcome in outcomes)
    console.say(f"p50 {median(times or [0]):.0f} ms; {failed} searches failed")
    console.show_search_misses(outcome for outcome in outcomes if misses or outcome.failure)


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
    limit: Annotated[
        int | None, typer.Option(min=1, help="Only so many cases, spread evenly.")
    ] = None,
) -> None:
    """Ask a question set and score the answers."""
    from evals import console
    from evals.evaluating import RunRequest, evaluate, summary_of
    from evals.progress import follow

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
    with told():
        console.show_defects(request.dataset)
        finished = follow(evaluate(request, EvaluationSettings()))
        console.show_run(finished, summary_of(finished))


@app.command()
def score(name: NameArgument = "latest") -> None:
    """Score a run's answers again: after a change of metrics or of its cases."""
    from evals import console
    from evals.evaluating import dataset_of, score_run

    with told():
        chosen = _run(name)
        console.show_run(chosen, score_run(chosen, dataset_of(chosen)))


@app.command()
def judge(name: NameArgument = "latest") -> None:
    """Have the configured judge model (SANPUKU_JUDGE_MODEL) grade a run's answers."""
    from evals import console
    from evals.evaluating import dataset_of, judge_run
    from evals.judging.beside_people import judged_beside_people
    from evals.judging.model import open_judge

    with told():
        model = open_judge(EvaluationSettings())
        if model is None:
            raise EvaluationError("No judge model is set (SANPUKU_JUDGE_MODEL)")
        chosen = _run(name)
        summary = judge_run(chosen, dataset_of(chosen), model)
        console.show_run(chosen, summary)
        console.show_judged(judged_beside_people(chosen, summary, EvaluationSettings()))


@app.command()
def compare(first: NameArgument, second: NameArgument = "latest") -> None:
    """What got better and worse from one run to another."""
    from evals import console
    from evals.comparison import compare_scores
    from evals.evaluating import summary_of

    with told():
        before, after = _run(first), _run(second)
        summary_of(before), summary_of(after)
        comparison = compare_scores(before.scores(), after.scores())
    console.show_comparison(comparison, before.name, after.name)


@app.command()
def gate(
    name: Annotated[
        str | None, typer.Argument(help="A run; default is to run the development questions now.")
    ] = None,
    url: UrlOption = None,
    accept: Annotated[bool, typer.Option(help="Make this run the baseline.")] = False,
    baseline: Annotated[
        Path | None, typer.Option(help="The baseline's file; default is the committed one.")
    ] = None,
) -> None:
    """Fail (1) when a run is worse than the committed baseline."""
    from evals import console
    from evals.evaluating import RunRequest, dataset_of, evaluate, summary_of
    from evals.gate import BASELINE, baseline_of, hold, read_baseline, write_baseline
    from evals.progress import follow

    with told():
        file = baseline or BASELINE
        held = None if accept else read_baseline(file)
        settings = EvaluationSettings()
        chosen = _run(name) if name else follow(evaluate(RunRequest(url=url), settings))
        summary_of(chosen)
        if held is None:
            accepted = baseline_of(chosen.name, chosen.manifest.dataset, chosen.scores())
            write_baseline(accepted, file)
            console.say(f"{file} holds the figures of {chosen.name} now")
            return
        verdict = hold(held, dataset_of(chosen).items, chosen.scores())
    console.show_verdict(verdict, same_questions=held.dataset == chosen.manifest.dataset)
    if not verdict.is_passed:
        raise typer.Exit(1)


@app.command()
def report(
    name: NameArgument = "latest",
    language: Annotated[Literal["ja", "en"], typer.Option(help="ja or en.")] = "ja",
    out: Annotated[Path | None, typer.Option(help="The HTML file; default is in the run.")] = None,
    excel: Annotated[bool, typer.Option(help="Write an Excel file beside it.")] = True,
    compare_with: Annotated[
        str | None, typer.Option("--compare", help="An earlier run to compare with.")
    ] = None,
    readme: Annotated[
        Path | None, typer.Option(help="A Markdown file whose marked place takes the figures.")
    ] = None,
) -> None:
    """Write a run's report, with the latest comparison with peers if there is one."""
    from evals import console
    from evals.evaluating import summary_of
    from evals.grading.store import GradeStore
    from evals.peers.results import read_results
    from evals.reporting.readme import figures, put_figures, split_figures
    from evals.reporting.report import ReportRequest, write_report
    from evals.run_store import finished_runs

    with told():
        settings, chosen = EvaluationSettings(), _run(name)
        peer_results = read_results(settings.runs)
        request = ReportRequest(
            language=language,
            compared_with=_run(compare_with) if compare_with else None,
            peers=peer_results,
            grades=GradeStore.at(settings.grades),
        )
        path = out or chosen.folder / f"report-{language}.html"
        for written in write_report(chosen, request, path, excel=excel):
            console.say(str(written))
        if readme:
            summary_of(chosen)
            same = finished_runs(settings.runs, like=chosen)
            put_figures(readme, figures(split_figures([chosen, *same]), peer_results))
            console.say(str(readme))


def _run(name: str) -> "Run":
    from evals.run_store import open_run

    return open_run(EvaluationSettings().runs, name)
