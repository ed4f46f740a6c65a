"""Conversations and feedback in the database."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from assistant.contract import Answer, FeedbackRequest, Status
from assistant.conversations import ConversationStore, new_conversation_id
from assistant.errors import AnswerNotFound, ConversationNotFound
from assistant.feedback import FeedbackStore, RatedQuery
from assistant.storage.conversation_tables import feedback, turns
from assistant.storage.database import migrate, open_database


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    opened = open_database(f"sqlite:///{tmp_path / 'db.sqlite'}")
    migrate(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def store(engine: Engine) -> ConversationStore:
    return ConversationStore(engine)


def answer(conversation_id: str, answer_id: str = "a1", text: str = "答え[1]") -> Answer:
    return Answer(
        answer_id=answer_id,
        conversation_id=conversation_id,
        status=Status.ANSWERED,
        language="ja",
        text=text,
        citations=(),
        follow_ups=("次は？",),
        engine="grounded",
        timings_ms={"total": 1.5},
    )


def test_ids_cannot_be_guessed() -> None:
    made = {new_conversation_id() for _ in range(100)}
    assert len(made) == 100
    assert all(len(each) == 32 for each in made)


def test_turns_come_back_in_order_and_whole(store: ConversationStore) -> None:
    for number in range(3):
        store.keep(f"質問{number}", answer("c", f"a{number}"), "ann")
    kept = store.get("c", "ann")
    assert kept.title == "質問0"
    assert [turn.question for turn in kept.turns] == ["質問0", "質問1", "質問2"]
    assert kept.turns[1].answer == answer("c", "a1")
    assert kept.turns[0].asked_at.endswith("+00:00")


def test_the_latest_questions_oldest_first(store: ConversationStore) -> None:
    for number in range(9):
        store.keep(f"質問{number}", answer("c", f"a{number}"), "ann")
    assert store.questions("c", "ann", last=3) == ["質問6", "質問7", "質問8"]
    assert store.questions("new", "ann") == []


def test_a_title_is_short(store: ConversationStore) -> None:
    store.keep("長" * 500, answer("c"), "ann")
    assert store.list("ann")[0].title == "長" * 60


@pytest.mark.parametrize(
    "text", ["a\x00b", "絵文字🚌", "'; DROP TABLE turns; --", "\u2028", "🇯🇵" * 100]
)
def test_any_text_is_kept(text: str, store: ConversationStore) -> None:
    store.keep(text, answer("c", text=text), "ann")
    kept = store.get("c", "ann").turns[0]
    assert kept.question == text.replace("\x00", "")
    assert kept.answer.text == text.replace("\x00", "")


def test_another_visitor_can_neither_read_add_nor_delete(store: ConversationStore) -> None:
    store.keep("質問", answer("c"), "ann")
    with pytest.raises(ConversationNotFound):
        store.get("c", "ben")
    with pytest.raises(ConversationNotFound):
        store.questions("c", "ben")
    with pytest.raises(ConversationNotFound):
        store.keep("質問", answer("c", "a2"), "ben")
    with pytest.raises(ConversationNotFound):
        store.delete("c", "ben")
    assert store.list("ben") == ()
    assert len(store.get("c", "ann").turns) == 1


def test_deleting_removes_turns_and_feedback(store: ConversationStore, engine: Engine) -> None:
    store.keep("質問", answer("c"), "ann")
    FeedbackStore(engine).keep("a1", FeedbackRequest(rating="up"), "ann")
    store.delete("c", "ann")
    with engine.connect() as connection:
        assert connection.execute(select(turns)).all() == []
        assert connection.execute(select(feedback)).all() == []


def test_the_later_opinion_counts(store: ConversationStore, engine: Engine) -> None:
    store.keep("質問", answer("c"), "ann")
    opinions = FeedbackStore(engine)
    opinions.keep("a1", FeedbackRequest(rating="up"), "ann")
    opinions.keep("a1", FeedbackRequest(rating="down", reason="古い"), "ann")
    with engine.connect() as connection:
        (row,) = connection.execute(select(feedback)).all()
    assert (row.rating, row.reason) == ("down", "古い")


def test_personal_data_in_a_reason_are_masked(store: ConversationStore, engine: Engine) -> None:
    store.keep("質問", answer("c"), "ann")
    reason = "090-1234-5678の田中ハナエさんが困る"
    FeedbackStore(engine).keep("a1", FeedbackRequest(rating="down", reason=reason), "ann")
    with engine.connect() as connection:
        kept = str(connection.execute(select(feedback.c.reason)).scalar())
    assert "090-1234" not in kept
    assert "田中ハナエ" not in kept


def test_an_opinion_on_somebody_elses_answer_is_refused(
    store: ConversationStore, engine: Engine
) -> None:
    store.keep("質問", answer("c"), "ann")
    with pytest.raises(AnswerNotFound):
        FeedbackStore(engine).keep("a1", FeedbackRequest(rating="up"), "ben")


def test_rated_answers_are_listed_latest_first_with_what_was_asked_before(
    store: ConversationStore, engine: Engine
) -> None:
    opinions = FeedbackStore(engine)
    store.keep("最初の質問", answer("c"), "ann")
    store.keep("続きの質問", answer("c", "a2"), "ann")
    store.keep("別の質問", answer("d", "a3"), "ben")
    opinions.keep("a3", FeedbackRequest(rating="up"), "ben")
    opinions.keep("a2", FeedbackRequest(rating="down", reason="古い"), "ann")
    (down,) = opinions.rated(RatedQuery(rating="down"))
    assert (down.question, down.earlier, down.reason) == ("続きの質問", ("最初の質問",), "古い")
    assert down.answer.answer_id == "a2"
    assert len(opinions.rated(RatedQuery())) == 2
    assert len(opinions.rated(RatedQuery(limit=1))) == 1
    assert opinions.rated(RatedQuery(since=datetime.now(UTC) + timedelta(minutes=1))) == ()
    assert len(opinions.rated(RatedQuery(since=datetime.now(UTC) - timedelta(minutes=1)))) == 2


@pytest.mark.parametrize("said", ["\\u0000", "a\\\\u0000b", "\x00", "\\\x00\\u0000", "\x00\x00"])
def test_what_cannot_be_kept_spoils_nothing_that_looks_like_it(
    store: ConversationStore, said: str
) -> None:
    store.keep(said, answer("c", text=said), "ann")
    [turn] = store.get("c", "ann").turns
    assert turn.question == said.replace("\x00", "")
    assert turn.answer.text == said.replace("\x00", "")
