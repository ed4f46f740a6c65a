"""Tasks and grades to start a test from."""

from collections.abc import Mapping

from assistant.contract import Answer
from evals.grading.rubric import Criterion, Preference
from evals.grading.tasks import Grade, NewTask, Origin, Task, shown
from tests.evals.builders import make_answer


def new_task(
    task_id: str = "t1",
    *,
    item: str = "taxi-ja",
    run: str = "first",
    answer: Answer | None = None,
    against: str | None = None,
) -> NewTask:
    """A task about one answer, or two when there is a run to set `against`."""
    left = Origin(run=run, item=item, answer=answer or make_answer())
    right = Origin(run=against, item=item, answer=make_answer("別の回答。[1]")) if against else None
    return NewTask(
        task=Task(
            id=task_id,
            question="タクシー会社に怒られませんか",
            language="ja",
            left=shown(left.answer),
            right=shown(right.answer) if right else None,
        ),
        left=left,
        right=right,
    )


def scores(given: Mapping[Criterion, int] | None = None) -> dict[Criterion, int]:
    """A whole rubric: 2 everywhere but where given."""
    return {criterion: 2 for criterion in Criterion} | dict(given or {})


def graded(task_id: str, grader: str, given: Mapping[Criterion, int] | None = None) -> Grade:
    return Grade(task=task_id, grader=grader, left=scores(given))


def compared(task_id: str, grader: str, preferred: Preference) -> Grade:
    return Grade(task=task_id, grader=grader, left=scores(), right=scores(), preferred=preferred)
