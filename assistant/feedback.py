"""Thumbs under answers, with a reason: the raw material of the next improvement."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, Engine, delete, insert, select

from assistant.contract import Answer, FeedbackRequest, FeedbackSaved
from assistant.errors import AnswerNotFound
from assistant.feedback_contract import RatedAnswer
from assistant.personal_data import mask
from assistant.storage.conversation_tables import conversations, feedback, turns
from assistant.storage.database import reading, writing
from assistant.storage.moments import to_text, utc_now
from assistant.storage.tables import AnyRow
from assistant.storage.texts import storable


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedQuery:
    """Which rated answers are wanted."""

    rating: Literal["up", "down"] | None = None
    """Unset is either."""
    since: datetime | None = None
    limit: int = 100


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
                    reason=mask(storable(given.reason)).text,
                    at=to_text(utc_now()),
                )
            )
        return FeedbackSaved(answer_id=answer_id, rating=given.rating)

    def rated(self, wanted: RatedQuery) -> tuple[RatedAnswer, ...]:
        """Answers that visitors rated, latest first, without a sign of whose they are.

        Raises:
            StorageFailed: the database is away.
        """
        found = (
            select(feedback.c.rating, feedback.c.reason, feedback.c.at, turns)
            .join(turns, turns.c.answer_id == feedback.c.answer_id)
            .order_by(feedback.c.at.desc(), turns.c.id.desc())
            .limit(wanted.limit)
        )
        if wanted.rating:
            found = found.where(feedback.c.rating == wanted.rating)
        if wanted.since:
            moment = to_text(wanted.since)
            found = found.where(feedback.c.at >= moment)
        with reading(self._engine) as connection:
            return tuple(_rated(connection, row) for row in connection.execute(found))


def _rated(connection: Connection, row: AnyRow) -> RatedAnswer:
    earlier = connection.scalars(
        select(turns.c.question)
        .where(turns.c.conversation_id == row.conversation_id, turns.c.position < row.position)
        .order_by(turns.c.position)
    )
    return RatedAnswer(
        question=row.question,
        earlier=tuple(earlier),
        answer=Answer.model_validate_json(row.answer_json),
        rating=row.rating,
        reason=row.reason,
        rated_at=row.at,
    )
