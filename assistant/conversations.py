"""Conversations, kept so that they can be reopened and follow-ups understood."""

from uuid import uuid4

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from assistant.contract import Answer, Conversation, ConversationSummary, Turn
from assistant.errors import AnswerNotFound, ConversationNotFound
from assistant.storage.conversation_tables import conversations, turns
from assistant.storage.database import reading, writing
from assistant.storage.moments import to_text, utc_now
from assistant.storage.texts import storable, storable_json

_LONGEST_TITLE = 60
_LISTED = 200


def new_conversation_id() -> str:
    """An id that cannot be guessed."""
    return uuid4().hex


class ConversationStore:
    """Each visitor sees only their own. Every method raises StorageFailed when the database fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def questions(self, conversation_id: str, visitor: str, *, last: int = 6) -> list[str]:
        """The latest questions, oldest first; empty for a conversation that has none yet.

        Raises:
            ConversationNotFound: it belongs to somebody else.
        """
        with reading(self._engine) as connection:
            owner = connection.execute(
                select(conversations.c.visitor).where(conversations.c.id == conversation_id)
            ).scalar()
            if owner not in (None, visitor):
                raise ConversationNotFound(conversation_id)
            rows = connection.execute(
                select(turns.c.question)
                .where(turns.c.conversation_id == conversation_id)
                .order_by(turns.c.position.desc())
                .limit(last)
            ).scalars()
            return list(reversed(list(rows)))

    def keep(self, question: str, answer: Answer, visitor: str) -> None:
        """Add a turn, opening the conversation with its first."""
        now = to_text(utc_now())
        question = storable(question)
        with writing(self._engine) as connection:
            position = self._open(connection, answer.conversation_id, visitor, question, now)
            connection.execute(
                insert(turns).values(
                    conversation_id=answer.conversation_id,
                    answer_id=answer.answer_id,
                    position=position,
                    question=question,
                    asked_at=now,
                    answer_json=storable_json(answer.model_dump_json()),
                )
            )

    def list(self, visitor: str) -> tuple[ConversationSummary, ...]:
        """The visitor's conversations, newest first."""
        counted = (
            select(turns.c.conversation_id, func.count().label("turns"))
            .group_by(turns.c.conversation_id)
            .subquery()
        )
        with reading(self._engine) as connection:
            rows = connection.execute(
                select(
                    conversations.c.id,
                    conversations.c.title,
                    conversations.c.updated_at,
                    counted.c.turns,
                )
                .join(counted, counted.c.conversation_id == conversations.c.id)
                .where(conversations.c.visitor == visitor)
                .order_by(conversations.c.updated_at.desc(), conversations.c.id)
                .limit(_LISTED)
            ).all()
        return tuple(
            ConversationSummary(id=r.id, title=r.title, updated_at=str(r.updated_at), turns=r.turns)
            for r in rows
        )

    def get(self, conversation_id: str, visitor: str) -> Conversation:
        """A whole conversation; raises ConversationNotFound."""
        with reading(self._engine) as connection:
            title = self._title(connection, conversation_id, visitor)
            rows = connection.execute(
                select(turns)
                .where(turns.c.conversation_id == conversation_id)
                .order_by(turns.c.position)
            ).all()
        return Conversation(
            id=conversation_id,
            title=title,
            turns=tuple(
                Turn(
                    question=r.question,
                    asked_at=str(r.asked_at),
                    answer=Answer.model_validate_json(r.answer_json),
                )
                for r in rows
            ),
        )

    def answer(self, answer_id: str, visitor: str) -> Answer:
        """One answer as it was given; raises AnswerNotFound."""
        with reading(self._engine) as connection:
            kept = connection.execute(
                select(turns.c.answer_json)
                .join(conversations, conversations.c.id == turns.c.conversation_id)
                .where(turns.c.answer_id == answer_id, conversations.c.visitor == visitor)
            ).scalar()
        if kept is None:
            raise AnswerNotFound(answer_id)
        return Answer.model_validate_json(kept)

    def delete(self, conversation_id: str, visitor: str) -> None:
        """Remove a conversation with all that belongs to it; raises ConversationNotFound."""
        with writing(self._engine) as connection:
            self._title(connection, conversation_id, visitor)
            connection.execute(delete(conversations).where(conversations.c.id == conversation_id))

    def _open(
        self, connection: Connection, conversation_id: str, visitor: str, question: str, now: str
    ) -> int:
        """Make sure the conversation is there; the position of its next turn."""
        owner = connection.execute(
            select(conversations.c.visitor).where(conversations.c.id == conversation_id)
        ).scalar()
        if owner is None:
            connection.execute(
                insert(conversations).values(
                    id=conversation_id,
                    visitor=visitor,
                    title=question[:_LONGEST_TITLE],
                    created_at=now,
                    updated_at=now,
                )
            )
            return 0
        if owner != visitor:
            raise ConversationNotFound(conversation_id)
        connection.execute(
            update(conversations)
            .where(conversations.c.id == conversation_id)
            .values(updated_at=now)
        )
        counted = select(func.count()).select_from(turns)
        return int(
            connection.execute(counted.where(turns.c.conversation_id == conversation_id)).scalar()
            or 0
        )

    def _title(self, connection: Connection, conversation_id: str, visitor: str) -> str:
        title = connection.execute(
            select(conversations.c.title)
            .where(conversations.c.id == conversation_id)
            .where(conversations.c.visitor == visitor)
        ).scalar()
        if title is None:
            raise ConversationNotFound(conversation_id)
        return str(title)
