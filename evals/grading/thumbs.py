"""From users' thumbs to the grading queue."""

from collections.abc import Sequence
from hashlib import sha256

from assistant.feedback_contract import RatedAnswer
from evals.grading.tasks import NewTask, Origin, Task, shown


def tasks_from_thumbs(rated: Sequence[RatedAnswer]) -> list[NewTask]:
    """One task for each answer that a user rated down, with what the user said about it."""
    return [_task(one) for one in rated if one.rating == "down"]


def _task(rated: RatedAnswer) -> NewTask:
    return NewTask(
        task=Task(
            id=sha256(f"thumb {rated.answer.answer_id}".encode()).hexdigest()[:16],
            question=rated.question,
            language=rated.answer.language,
            left=shown(rated.answer),
            remark=rated.reason,
            earlier=rated.earlier,
        ),
        left=Origin(run="", item="", answer=rated.answer),
    )
