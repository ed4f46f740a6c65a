"""Ask every question of a set and write down what comes back."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from time import perf_counter

from assistant.contract import LONGEST_QUESTION, Answer, AskRequest
from assistant.library_contract import FoundPassage
from evals.backend import Backend
from evals.cases import Case, Item, items_of
from evals.errors import BackendFailed
from evals.records import AnswerRecord, Key
from evals.retrieval import DEPTH
from evals.run_store import AnswerFile, Run
from evals.variants import VARIANTS, reworded

NO_TEXT = "the answer has no text"


@dataclass(frozen=True, slots=True)
class Job:
    """One case to be asked once: the turns of a conversation belong together."""

    case: Case
    repeat: int
    variant: str

    @property
    def keys(self) -> list[Key]:
        return [(item.id, self.repeat, self.variant) for item in items_of(self.case)]


@dataclass(frozen=True)
class Runner:
    """Asks a backend, a few cases at a time."""

    backend: Backend
    workers: int = 2
    clock: Callable[[], float] = perf_counter

    def run(self, run: Run, cases: Sequence[Case]) -> Iterator[int]:
        """Ask what the run does not have yet, and again what failed; yields the cases done so far.

        A question that fails is recorded as failed; the run goes on.
        """
        jobs = jobs_of(cases, repeats=run.manifest.repeats, variants=run.manifest.variants)
        done = {record.key for record in run.answers() if record.answer}
        answers = AnswerFile(run)
        open_jobs = [job for job in jobs if not done.issuperset(job.keys)]
        finished = len(jobs) - len(open_jobs)
        yield finished
        with ThreadPoolExecutor(self.workers) as pool:
            futures = [pool.submit(self._asked, job, answers) for job in open_jobs]
            for future in _completed(futures):
                future.result()
                finished += 1
                yield finished

    def _asked(self, job: Job, answers: AnswerFile) -> None:
        try:
            records = list(self._turns(job))
        except Exception as error:  # noqa: BLE001  # one case must not end the run; it is recorded
            reason = f"{type(error).__name__}: {error}"
            records = [
                AnswerRecord(item=i, repeat=r, variant=v, question="", failure=reason)
                for i, r, v in job.keys
            ]
        answers.append(records)

    def _turns(self, job: Job) -> Iterator[AnswerRecord]:
        conversation: str | None = None
        for item in items_of(job.case):
            record = self._record(item, job, conversation)
            conversation = record.answer.conversation_id if record.answer else conversation
            yield record

    def _record(self, item: Item, job: Job, conversation: str | None) -> AnswerRecord:
        question = reworded(item.question, job.variant, item.language)[:LONGEST_QUESTION]
        request = AskRequest(question=question, persona=item.persona, conversation_id=conversation)
        answer, failure, milliseconds = self._answer(request)
        passages, search_failure, search_milliseconds = self._passages(item, job, question)
        return AnswerRecord(
            item=item.id,
            repeat=job.repeat,
            variant=job.variant,
            question=question,
            answer=answer,
            failure=failure,
            milliseconds=milliseconds,
            passages=passages,
            search_failure=search_failure,
            search_milliseconds=search_milliseconds,
        )

    def _answer(self, request: AskRequest) -> tuple[Answer | None, str | None, float]:
        began = self.clock()
        try:
            answer = self.backend.ask(request)
        except BackendFailed as error:
            return None, str(error), (self.clock() - began) * 1000
        failure = None if answer.text.strip() else NO_TEXT
        return answer, failure, (self.clock() - began) * 1000

    def _passages(
        self, item: Item, job: Job, question: str
    ) -> tuple[tuple[FoundPassage, ...], str | None, float]:
        # Search does not know what was said before, and finds the same again.
        if item.turn > 1 or job.repeat or job.variant:
            return (), None, 0.0
        began = self.clock()
        try:
            found = tuple(self.backend.search(question, limit=DEPTH, persona=item.persona))
        except BackendFailed as error:
            return (), str(error), (self.clock() - began) * 1000
        return found, None, (self.clock() - began) * 1000


def jobs_of(cases: Sequence[Case], *, repeats: int, variants: bool) -> list[Job]:
    """Every case as often as asked for, then once in each changed wording.

    Conversations are not reworded: their later turns lean on the first one's wording.
    """
    jobs = [Job(case, repeat, "") for repeat in range(repeats) for case in cases]
    if variants:
        jobs += [Job(case, 0, name) for name in VARIANTS for case in cases if not case.turns]
    return jobs


def _completed(futures: Sequence[Future[None]]) -> Iterator[Future[None]]:
    try:
        yield from as_completed(futures)
    finally:
        for future in futures:  # After an interruption nothing more is begun.
            future.cancel()
