"""Runs at the desk: list, look into, compare, report, start, stop and resume."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.contract import LanguageCode
from evals.cases import earlier_questions
from evals.catalogue import Metric
from evals.comparison import compare_scores
from evals.desk.models import (
    CaseResult,
    ReportFormat,
    RunComparison,
    RunDetails,
    RunOverview,
    StartRequest,
)
from evals.errors import RunBusy, RunMissing, RunUnreadable
from evals.evaluating import RunRequest, dataset_of, summary_of
from evals.grading.new_case import COLLECTED
from evals.judging.beside_people import judged_beside_people
from evals.launching import has_ended, last_words, launch, launch_of, launched
from evals.outcomes import outcome_of
from evals.records import Manifest
from evals.run_state import RunState, ask_to_stop, has_begun_since, is_running, state_of
from evals.run_store import Run, open_run, run_names
from evals.settings import EvaluationSettings
from evals.summary import RunSummary
from evals.trends import TrendPoint, trend

SETS = ("dev", "test", "all")
COLLECTED_SET = Path(COLLECTED).stem
_LONGEST_START = timedelta(minutes=3)
"""Until a started process takes its run up; after that it is taken for crashed. It only counts
where nobody saw the process end."""


class RunDesk:
    """All that evaluators do with runs. Keeps nothing in memory: what is shown is what is on disk."""

    def __init__(self, settings: EvaluationSettings) -> None:
        self._settings = settings

    def overviews(self) -> list[RunOverview]:
        """All runs, latest first, damaged and unfinished ones too."""
        found = [self._overview(name) for name in self._names()]
        return sorted(found, key=lambda run: (run.started_at, run.name), reverse=True)

    def overview(self, name: str) -> RunOverview:
        """One run. Raises RunMissing."""
        return self._overview(self._known(name))

    def sets(self) -> tuple[str, ...]:
        """Question sets that can be asked; the collected ones as soon as there are any."""
        has_own = (self._settings.collected / COLLECTED).exists()
        return (*SETS, COLLECTED_SET) if has_own else SETS

    def details(self, name: str) -> RunDetails:
        """A run's figures and cases; scored first if it has not been.

        Raises:
            RunMissing, RunUnreadable, DatasetMissing, DatasetBroken: it cannot be read or scored.
            RunBusy: it is going on.
        """
        run = self._open(name)
        if is_running(run.folder):
            raise RunBusy(name)
        summary = summary_of(run)
        return RunDetails(
            manifest=run.manifest,
            summary=summary,
            cases=tuple(_cases(run)),
            judged=judged_beside_people(run, summary, self._settings),
        )

    def compare(self, first: str, second: str) -> RunComparison:
        """What changed from the first run to the second. Raises as `details` does."""
        before, after = self.details(first), self.details(second)
        found = compare_scores(self._open(first).scores(), self._open(second).scores())
        return RunComparison(before=before, after=after, comparison=found)

    def trend(self, metric: Metric, set_name: str) -> list[TrendPoint]:
        """The metric in all finished runs of this question set, oldest first."""
        finished = [run for run in self.overviews() if run.state is RunState.FINISHED]
        scored = [(self._open(run.name).manifest, run.summary) for run in finished]
        return trend(((m, s) for m, s in scored if s), metric, set_name=set_name)

    def report(
        self, name: str, kind: ReportFormat, *, language: LanguageCode, before: str | None = None
    ) -> bytes:
        """The report as a file's content. Raises as `details` does.

        Args:
            name: the run.
            kind: what file.
            language: of the report's words.
            before: a run to compare it with.
        """
        # Drawing takes libraries that nothing else on the page needs.
        from evals.grading.store import GradeStore
        from evals.peers.results import read_results
        from evals.reporting.report import ReportRequest, write_report

        request = ReportRequest(
            language=language,
            compared_with=self._open(before) if before else None,
            peers=read_results(self._settings.runs),
            grades=GradeStore.at(self._settings.grades),
        )
        with TemporaryDirectory() as folder:
            path = Path(folder) / "report.html"
            write_report(self._open(name), request, path, excel=kind == "xlsx")
            return path.with_suffix(f".{kind}").read_bytes()

    def start(self, wanted: StartRequest) -> str:
        """Begin a run in a process of its own; returns its name.

        Raises:
            RunBusy: another run is going on: their timings would disturb each other.
            OSError: its folder cannot be written.
        """
        self._refuse_second()
        is_own = wanted.set_name == COLLECTED_SET
        request = RunRequest(
            chosen_set="all" if is_own else wanted.set_name,
            files=(self._settings.collected / COLLECTED,) if is_own else (),
            engine=wanted.engine,
            url=wanted.url,
            repeats=wanted.repeats,
            variants=wanted.variants,
            limit=wanted.limit,
        )
        return launch(request, self._settings)

    def stop(self, name: str) -> None:
        """Have a run stop after the questions that are being asked. Raises RunMissing."""
        ask_to_stop(self._settings.runs / self._known(name))

    def resume(self, name: str) -> None:
        """Go on with a run that was stopped or has crashed.

        Raises:
            RunMissing: there is no such run.
            RunBusy: it, or another one, is going on.
            OSError: its folder cannot be written.
        """
        self._refuse_second()
        folder = self._settings.runs / self._known(name)
        begun = launch_of(folder)
        request = begun.request if begun else _request_of(self._open(name).manifest)
        launch(replace(request, name=name, resume=True), self._settings)

    def going_on(self) -> list[RunOverview]:
        """Runs that have not come to their end."""
        return [run for run in self.overviews() if run.is_going_on]

    def _refuse_second(self) -> None:
        if others := self.going_on():
            raise RunBusy(others[0].name)

    def _names(self) -> set[str]:
        runs = self._settings.runs
        return {*run_names(runs), *launched(runs)}

    def _known(self, name: str) -> str:
        # Names come from addresses: only what is in the folder of runs is opened.
        if name not in self._names():
            raise RunMissing(name)
        return name

    def _open(self, name: str) -> Run:
        return open_run(self._settings.runs, self._known(name))

    def _overview(self, name: str) -> RunOverview:
        folder = self._settings.runs / name
        # Asked in this order: a run that begins or ends between two questions never looks broken.
        is_starting = _is_starting(folder)
        is_alive = is_starting or is_running(folder)
        try:
            return _begun(open_run(self._settings.runs, name), is_starting=is_starting)
        except RunMissing:
            return _not_begun(folder, is_alive=is_alive)
        except RunUnreadable as error:
            return _bare(folder, RunState.CRASHED, damage=str(error))


def _begun(run: Run, *, is_starting: bool) -> RunOverview:
    state = state_of(run)
    if state in (RunState.STOPPED, RunState.CRASHED) and is_starting:
        state = RunState.STARTING  # It was resumed a moment ago.
    manifest, summary = run.manifest, run.summary()
    is_finished = state is RunState.FINISHED
    return RunOverview(
        name=run.name,
        state=state,
        started_at=manifest.began,
        set_name=manifest.set_name,
        engine=manifest.engine,
        done=_finished_answers(manifest, summary) if is_finished else run.count_answers(),
        to_ask=manifest.to_ask,
        summary=summary,
        last_words=last_words(run.folder) if state is RunState.CRASHED else "",
    )


def _finished_answers(manifest: Manifest, summary: RunSummary | None) -> int:
    return manifest.to_ask or (summary.answers if summary else 0)


def _not_begun(folder: Path, *, is_alive: bool) -> RunOverview:
    """A run whose process has not written anything yet, or ended before it did."""
    return _bare(
        folder,
        RunState.STARTING if is_alive else RunState.CRASHED,
        said="" if is_alive else last_words(folder),
    )


def _is_starting(folder: Path) -> bool:
    """True for a process that was started a moment ago and has neither begun nor ended."""
    begun = launch_of(folder)
    if begun is None or datetime.now(UTC) - begun.at > _LONGEST_START:
        return False
    return not has_begun_since(folder, begun.at) and not has_ended(folder, begun)


def _bare(folder: Path, state: RunState, *, said: str = "", damage: str = "") -> RunOverview:
    begun = launch_of(folder)
    written = datetime.fromtimestamp(folder.stat().st_mtime, UTC)
    return RunOverview(
        name=folder.name,
        state=state,
        started_at=begun.at if begun else written,
        set_name=begun.request.set_name if begun else "",
        engine=begun.request.engine if begun else "",
        done=0,
        to_ask=0,
        summary=None,
        last_words=said,
        damage=damage,
    )


def _request_of(manifest: Manifest) -> RunRequest:
    return RunRequest(
        chosen_set=manifest.chosen_set,
        files=tuple(Path(name) for name in manifest.files),
        engine=manifest.engine,
        url=manifest.url,
        repeats=manifest.repeats,
        variants=manifest.variants,
        limit=manifest.limit,
    )


def _cases(run: Run) -> Iterator[CaseResult]:
    items = dataset_of(run).items
    records = {record.key: record for record in run.answers()}
    scores = {score.key: score for score in run.scores()}
    for item in items:
        key = item.id, 0, ""
        if record := records.get(key):
            score = scores.get(key)
            yield CaseResult(
                item=item,
                record=record,
                score=score,
                outcome=outcome_of(item, record, score),
                earlier=earlier_questions(item, items),
            )
