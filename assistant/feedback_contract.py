"""What evaluators see of users' thumbs, on the wire."""

from typing import Literal

from assistant.contract import Answer, Message


class RatedAnswer(Message):
    """An answer that a user rated, with the question as it is kept: personal data masked."""

    question: str
    earlier: tuple[str, ...] = ()
    """Questions before it in the same conversation, oldest first."""
    answer: Answer
    rating: Literal["up", "down"]
    reason: str = ""
    rated_at: str = ""
    """ISO 8601, UTC."""


class RatedAnswers(Message):
    """The answer of GET /v1/feedback, latest ratings first; whose they are is not told."""

    answers: tuple[RatedAnswer, ...]
