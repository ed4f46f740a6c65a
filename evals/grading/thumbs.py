"""From users' thumbs to the grading queue."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Literal

from pydantic import BaseModel, ConfigDict

from assistant.contract import Answer
from evals.grading.tasks import NewTask, Origin, Task, shown


class RatedAnswer(BaseModel):
    """An answer that a user rated."""

    model_config = ConfigDict(frozen=True)

    question: str
    answer: Answer
    rating: Literal["up", "down"]
    reason: str = ""


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
        ),
        left=Origin(run="", item="", answer=rated.answer),
    )
