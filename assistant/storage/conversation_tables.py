"""Tables of conversations and feedback."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from assistant.storage.tables import metadata

conversations = Table(
    "conversations",
    metadata,
    Column("id", Text, primary_key=True),
    Column("visitor", Text, nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("updated_at", Text, nullable=False),
)
turns = Table(
    "turns",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column(
        "conversation_id",
        ForeignKey("conversations.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("answer_id", Text, nullable=False, unique=True),
    Column("position", Integer, nullable=False),
    Column("question", Text, nullable=False),
    Column("asked_at", Text, nullable=False),
    Column("answer_json", Text, nullable=False),
)
feedback = Table(
    "feedback",
    metadata,
    Column("answer_id", ForeignKey("turns.answer_id", ondelete="CASCADE"), primary_key=True),
    Column("visitor", Text, primary_key=True),
    Column("rating", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Text, nullable=False),
)
