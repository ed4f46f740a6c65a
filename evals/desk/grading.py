"""Grading at the desk: draw answers, grade them blind, agree, and make test cases of bad ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from assistant.contract import LanguageCode
from assistant.feedback_contract import RatedAnswer
from evals.cases import Case, Fact, Item, Kind
from evals.dataset import load_dataset
from evals.errors import EvaluationError, RunMissing
from evals.evaluating import dataset_of
from evals.grading.blind import pair_tasks, single_tasks
from evals.grading.new_case import as_yaml, make_case, propose_case, save_case
from evals.grading.rubric import Criterion, Preference
from evals.grading.store import GradeStore
from evals.grading.tasks import Grade, NewTask, Task, refusal_of
from evals.grading.thumbs import tasks_from_thumbs
from evals.run_store import Run, open_run, run_names
from evals.settings import EvaluationSettings

if TYPE_CHECKING:  # loading it takes a second
    from evals.grading.agreement import Agreement

_BAD = 1
"""A grade up to this, as correct or as complete, makes an answer a candidate for a test case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a grader has filled in; it may be incomplete."""

    left: Mapping[Criterion, int]
    right: Mapping[Criterion, int] | None = None
    preferred: Preference | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True)
class GradedAnswer:
    """An answer that people found bad: by a grade, or by a user's thumb."""

    new_task: NewTask
    """About this answer alone."""
    grades: tuple[Mapping[Criterion, int], ...]
    comments: tuple[str, ...]

    @property
    def task(self) -> Task:
        return self.new_task.task

    @property
    def is_from_user(self) -> bool:
        return not self.new_task.left.run


@dataclass(frozen=True, slots=True)
class GradingResults:
    """What all grades come to."""

    agreement: "Mapping[Criterion, Agreement]"
    means: Mapping[str, Mapping[Criterion, float]]
    """By run; an empty name stands for answers that users rated."""
    preferred: Mapping[str, int]
    """By run, and `tie`."""
    graders: Mapping[str, int]
    """Grades by grader."""
    tasks: int
    finished: int
    """Tasks that have all their grades."""


class GradingDesk:
    """All that graders do. Graders never see which run an answer is from."""

    def __init__(self, settings: EvaluationSettings, *, with_users: bool) -> None:
        """
        Args:
            settings: where runs and grades are.
            with_users: answers that users rated are shown too: only to evaluators who have shown
                the key.
        """
        self._settings = settings
        self._with_users = with_users
        self._store = GradeStore.at(settings.grades)

    def draw(
        self,
        first: str,
        second: str | None,
        *,
        sample: int,
        seed: int,
        language: LanguageCode | None = None,
    ) -> int:
        """Draw answers of a run, or pairs of two runs, by lot; returns how many are new.

        Args:
            first: the run.
            second: the other run of pairs.
            sample: how many at the most.
            seed: the same one draws the same questions.
            language: only questions in this one.

        Raises:
            RunMissing, RunUnreadable, DatasetMissing, DatasetBroken: a run cannot be used.
        """
        one = self._open(first)
        items = [item for item in dataset_of(one).items if language in (None, item.language)]
        if second is None:
            return self._store.add(single_tasks(one, items, sample=sample, seed=seed))
        tasks = pair_tasks(one, self._open(second), items, sample=sample, seed=seed)
        return self._store.add(tasks)

    def queue_rated(self, rated: Sequence[RatedAnswer]) -> int:
        """Queue answers that users rated down; returns how many are new."""
        return self._store.add(tasks_from_thumbs(rated))

    def waiting_for(self, grader: str) -> list[Task]:
        """Tasks for this grader, those that wait for their second grade first."""
        shown = {new.task.id for new in self._tasks()}
        return [task for task in self._store.waiting_for(grader) if task.id in shown]

    def give(self, task: Task, grader: str, opinion: Opinion) -> None:
        """Keep what a grader thinks of a task.

        Raises:
            GradeRefused: something is not graded, or the task has its grades already.
        """
        left, right = dict(opinion.left), dict(opinion.right) if opinion.right is not None else None
        if refusal := refusal_of(left, right, opinion.preferred):
            raise refusal
        self._store.save(
            Grade(
                task=task.id,
                grader=grader,
                left=left,
                right=right,
                preferred=opinion.preferred,
                comment=opinion.comment,
            )
        )

    def sheet_for(self, grader: str, language: LanguageCode) -> bytes:
        """An Excel file with this grader's tasks, to be filled in."""
        from evals.grading.exchange import write_sheet

        with TemporaryDirectory() as folder:
            path = Path(folder) / "grading.xlsx"
            write_sheet(self.waiting_for(grader), path, language)
            return path.read_bytes()

    def take_sheet(self, content: bytes, file_name: str, grader: str) -> int:
        """Keep the grades of a filled sheet, all or none; returns how many.

        Raises:
            GradeRefused: rows are wrong, or graded already; the sentences name them.
        """
        from evals.grading.exchange import read_sheet

        with TemporaryDirectory() as folder:
            path = Path(folder) / (Path(file_name).name or "grading.xlsx")
            path.write_bytes(content)
            grades = read_sheet(path, grader)
        self._store.save_all(grades)
        return len(grades)

    def results(self) -> GradingResults:
        """Agreement, means by run, preferences."""
        from evals.grading.agreement import agreement, mean_grades, preferences

        tasks = self._tasks()
        shown = {new.task.id for new in tasks}
        grades = [grade for grade in self._store.grades() if grade.task in shown]
        waiting = self._store.unfinished()
        return GradingResults(
            agreement=agreement(grades),
            means=mean_grades(grades, tasks),
            preferred=preferences(grades, tasks),
            graders=_counts([grade.grader for grade in grades]),
            tasks=len(tasks),
            finished=sum(new.task.id not in waiting for new in tasks),
        )

    def bad_answers(self) -> list[GradedAnswer]:
        """Answers that a grader found wrong or incomplete, and those that users rated down."""
        grades: dict[str, list[Grade]] = {}
        for grade in self._store.grades():
            grades.setdefault(grade.task, []).append(grade)
        return [
            answer
            for new in self._tasks()
            for answer in _answers_of(new, grades.get(new.task.id, []))
            if answer.is_from_user or any(_is_bad(scores) for scores in answer.grades)
        ]

    def propose(self, answer: GradedAnswer) -> Case | None:
        """A test case for a bad answer, ready to be saved; None when a person must first say what
        a right answer holds."""
        return propose_case(answer.new_task, self._items_of(answer.new_task))

    def make(
        self, answer: GradedAnswer, *, kind: Kind, facts: Sequence[Fact], must_not: Sequence[str]
    ) -> Case:
        """A test case as a person wants it. Raises GradeRefused."""
        return make_case(answer.new_task, kind=kind, facts=facts, must_not=must_not)

    def save_case(self, case: Case) -> Path:
        """Add a case to the user's own question set; returns its file. Raises GradeRefused."""
        return save_case(case, self._settings.collected)

    def _tasks(self) -> list[NewTask]:
        return [new for new in self._store.tasks() if self._with_users or new.left.run]

    def _items_of(self, task: NewTask) -> tuple[Item, ...]:
        if not task.left.run:
            return ()
        try:
            return dataset_of(self._open(task.left.run)).items
        except EvaluationError:  # The run has gone; the bundled questions may still know it.
            return load_dataset().items

    def _open(self, name: str) -> Run:
        if name not in run_names(self._settings.runs):
            raise RunMissing(name)
        return open_run(self._settings.runs, name)


def yaml_of(case: Case) -> str:
    """The case as it stands in the question set."""
    return as_yaml([case])


def _answers_of(new: NewTask, grades: Sequence[Grade]) -> list[GradedAnswer]:
    comments = tuple(grade.comment for grade in grades if grade.comment)
    left = tuple(grade.left for grade in grades)
    found = [GradedAnswer(_alone(new, is_left=True), left, comments)]
    if new.right:
        right = tuple(grade.right for grade in grades if grade.right)
        found.append(GradedAnswer(_alone(new, is_left=False), right, comments))
    return found


def _alone(new: NewTask, *, is_left: bool) -> NewTask:
    """One side of a comparison as a task of its own."""
    if is_left or new.right is None or new.task.right is None:
        return new.model_copy(
            update={"right": None, "task": new.task.model_copy(update={"right": None})}
        )
    task = new.task.model_copy(update={"left": new.task.right, "right": None})
    return NewTask(task=task, left=new.right)


def _is_bad(scores: Mapping[Criterion, int]) -> bool:
    return min(scores[Criterion.CORRECT], scores[Criterion.COMPLETE]) <= _BAD


def _counts(names: Sequence[str]) -> dict[str, int]:
    return {name: names.count(name) for name in dict.fromkeys(names)}
