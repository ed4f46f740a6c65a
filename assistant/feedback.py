"""Thumbs under answers, with a reason: the raw material of the next improvement."""

from datetime import UTC, datetime

from sqlalchemy import Engine, delete, insert, select

from assistant.contract import FeedbackRequest, FeedbackSaved
from assistant.errors import AnswerNotFound
from assistant.personal_data import mask
from assistant.storage.conversation_tables import conversations, feedback, turns
from assistant.storage.database import writing


class FeedbackStore:
    """One opinion for each answer and visitor; the later one counts."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, answer_id: str, given: FeedbackRequest, visitor: str) -> FeedbackSaved:
        """Save a rating; personal data in the reason is masked.

        Raises:
            AnswerNotFound: the visitor has no such answer.
            StorageFailed: the database did not take it.
        """
        with writing(self._engine) as connection:
            known = connection.execute(
                select(turns.c.answer_id)
                .join(conversations, conversations.c.id == turns.c.conversation_id)
                .where(turns.c.answer_id == answer_id, conversations.c.visitor == visitor)
            ).scalar()
            if known is None:
                raise AnswerNotFound(answer_id)
            mine = (feedback.c.answer_id == answer_id) & (feedback.c.visitor == visitor)
            connection.execute(delete(feedback).where(mine))
            connection.execute(
                insert(feedback).values(
                    answer_id=answer_id,
                    visitor=visitor,
                    rating=given.rating,
                    reason=mask(given.reason.replace("\x00", "")).text,
                    at=datetime.now(UTC).isoformat(timespec="seconds"),
                )
            )
        return FeedbackSaved(answer_id=answer_id, rating=given.rating)
