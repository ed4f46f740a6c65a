"""One evaluation, from a request to a scored run on disk."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.client import AssistantClient
from evals.backend import ServiceBackend
from evals.cases import Case, Split
from evals.dataset import Dataset, load_dataset
from evals.judging.run_verdicts import judge_scores
from evals.provenance import (
    corpus_digest,
    engine_of,
    entry_text,
    git_commit,
    searched_entries,
)
from evals.records import Manifest, name_of_set
from evals.run_state import is_to_stop, running
from evals.run_store import Run, begin_run, new_run_name
from evals.runner import Job, Runner, jobs_of
from evals.scoring import score_all
from evals.services import GROUNDED, open_service
from evals.settings import EvaluationSettings
from evals.summary import RunSummary, summarise

if TYPE_CHECKING:  # loading it takes a second
    from evals.judging.judge import Judge


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRequest:
    """What to run."""

    chosen_set: str = "dev"
    """dev, test or all."""
    files: tuple[Path, ...] = ()
    engine: str = GROUNDED
    url: str | None = None
    repeats: int = 1
    variants: bool = False
    name: str | None = None
    """Unset makes one of the time, the engine and the set."""
    resume: bool = False
    limit: int | None = None
    """Only so many cases, spread evenly over the set."""

    @property
    def dataset(self) -> Dataset:
        """The cases asked for. Raises DatasetMissing, DatasetBroken."""
        split = None if self.chosen_set == "all" else Split(self.chosen_set)
        whole = load_dataset(self.files, split=split)
        return Dataset(_spread(whole.cases, self.limit), whole.defects)

    @property
    def set_name(self) -> str:
        """What is asked, in a word."""
        return name_of_set(self.chosen_set, self.files)

    @property
    def run_name(self) -> str:
        return self.name or new_run_name(self.engine, self.chosen_set)

    def named(self) -> "RunRequest":
        """The same with a name that stays."""
        return replace(self, name=self.run_name)

    def jobs(self, dataset: Dataset) -> list[Job]:
        """All that is to be asked of these cases."""
        return jobs_of(dataset.cases, repeats=self.repeats, variants=self.variants)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is."""

    run: Run
    done: int
    total: int


def _spread(cases: tuple[Case, ...], limit: int | None) -> tuple[Case, ...]:
    # A set begins with cases of one kind: its first ones would tell nothing of the others.
    if limit is None or limit >= len(cases):
        return cases
    return tuple(cases[number * len(cases) // limit] for number in range(limit))


def evaluate(request: RunRequest, settings: EvaluationSettings) -> Iterator[Progress]:
    """Run and score; yields after every case. The last yield is of the scored run.

    A run that is told to stop ends after the questions that are being asked.

    Raises:
        DatasetMissing, DatasetBroken: there is nothing to ask.
        ServiceNotStarted: there is nobody to ask.
        RunDiffers: the run's name is taken.
        RunBusy: another process is running it.
    """
    dataset, request = request.dataset, request.named()
    total = len(request.jobs(dataset))
    with (
        open_service(request.url, engine=request.engine) as client,
        running(settings.runs / request.run_name),
    ):
        run, done = _begin(request, dataset, client, settings), 0
        for done in Runner(ServiceBackend(client)).run(run, dataset.cases):
            yield Progress(run, done, total)
            if is_to_stop(run.folder):
                break
        score_run(run, dataset)
        # Questions that were being asked when the run was told to stop may have been the last.
        if done == total or run.count_answers() == run.manifest.to_ask:
            run.mark_complete()
    yield Progress(run, done, total)


def score_run(run: Run, dataset: Dataset) -> RunSummary:
    """Score all answers of a run, again if need be: with other metrics or corrected cases."""
    answers = run.answers()
    run.write_scores(score_all(dataset.items, answers, run.entry_texts()))
    return _summed_up(run, dataset)


def judge_run(run: Run, dataset: Dataset, judge: "Judge") -> RunSummary:
    """Add a judge model's verdicts to a scored run."""
    items = {item.id: item for item in dataset.items}
    answers = {record.key: record for record in run.answers()}
    run.write_scores(list(judge_scores(judge, items, answers, run.scores())))
    return _summed_up(run, dataset)


def dataset_of(run: Run) -> Dataset:
    """The cases that a run asked, as they are now. Raises DatasetMissing, DatasetBroken."""
    asked = {record.item.partition("#")[0] for record in run.answers()}
    whole = load_dataset([Path(name) for name in run.manifest.files])
    return Dataset(tuple(case for case in whole.cases if case.name in asked), whole.defects)


def summary_of(run: Run) -> RunSummary:
    """The figures of a run, scored first if it has not been.

    Raises:
        DatasetMissing, DatasetBroken, RunUnreadable: it can be neither read nor scored.
    """
    return run.summary() or score_run(run, dataset_of(run))


def _summed_up(run: Run, dataset: Dataset) -> RunSummary:
    summary = summarise(dataset.items, run.answers(), run.scores())
    run.write_summary(summary)
    return summary


def _begin(
    request: RunRequest, dataset: Dataset, client: AssistantClient, settings: EvaluationSettings
) -> Run:
    entries = searched_entries(client)
    manifest = Manifest(
        name=request.run_name,
        started_at=datetime.now(UTC).isoformat(timespec="seconds"),
        chosen_set=request.chosen_set,
        files=tuple(str(path.resolve()) for path in request.files),
        dataset=dataset.digest,
        engine=engine_of(client, request.engine) if request.url else request.engine,
        url=request.url,
        repeats=request.repeats,
        variants=request.variants,
        limit=request.limit,
        to_ask=sum(len(job.keys) for job in request.jobs(dataset)),
        corpus=corpus_digest(client, entries),
        embedding_model=settings.embedding_model,
        judge_model=settings.judge_model,
        git_commit=git_commit(),
        defects=tuple(str(defect) for defect in dataset.defects),
    )
    run = begin_run(settings.runs, manifest, resume=request.resume)
    run.forget_figures()
    run.write_entry_texts({entry.id: entry_text(entry) for entry in entries.entries})
    return run
