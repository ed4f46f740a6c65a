"""Conversations and feedback over HTTP: each visitor's own."""

import pytest

from assistant.client import AssistantClient
from assistant.contract import AskRequest, FeedbackRequest
from assistant.errors import RequestRefused
from tests.assistant.small_services import CHOISOKO

FIRST = "チョイソコはどんな取組ですか"
FOLLOW_UP = "運賃はいくらですか"


def test_a_conversation_is_kept_and_reopened(client: AssistantClient) -> None:
    first = client.ask(AskRequest(question=FIRST))
    second = client.ask(AskRequest(question=FOLLOW_UP, conversation_id=first.conversation_id))
    (listed,) = client.conversations().conversations
    assert (listed.id, listed.title, listed.turns) == (first.conversation_id, FIRST, 2)
    kept = client.conversation(first.conversation_id)
    assert [turn.question for turn in kept.turns] == [FIRST, FOLLOW_UP]
    assert [turn.answer for turn in kept.turns] == [first, second]


def test_a_follow_up_is_understood_by_what_came_before(client: AssistantClient) -> None:
    first = client.ask(AskRequest(question=FIRST))
    second = client.ask(AskRequest(question=FOLLOW_UP, conversation_id=first.conversation_id))
    assert second.citations[0].entry_id == CHOISOKO
    assert "片道数百円" in second.text


def test_streamed_answers_are_kept_too(client: AssistantClient) -> None:
    list(client.stream(AskRequest(question=FIRST)))
    assert client.conversations().conversations[0].title == FIRST


def test_the_newest_conversation_comes_first(client: AssistantClient) -> None:
    older = client.ask(AskRequest(question=FIRST)).conversation_id
    newer = client.ask(AskRequest(question="うえたん号とは")).conversation_id
    listed = [summary.id for summary in client.conversations().conversations]
    assert set(listed) == {older, newer}


def test_a_visitor_sees_nothing_of_another(client: AssistantClient) -> None:
    ann, ben = client.for_visitor("ann"), client.for_visitor("ben")
    answer = ann.ask(AskRequest(question=FIRST))
    assert ben.conversations().conversations == ()
    assert client.conversations().conversations == ()
    for call in (
        lambda: ben.conversation(answer.conversation_id),
        lambda: ben.delete_conversation(answer.conversation_id),
        lambda: ben.send_feedback(answer.answer_id, FeedbackRequest(rating="down")),
        lambda: ben.ask(AskRequest(question="q", conversation_id=answer.conversation_id)),
        lambda: list(ben.stream(AskRequest(question="q", conversation_id=answer.conversation_id))),
    ):
        with pytest.raises(RequestRefused) as refused:
            call()
        assert refused.value.status == 404
    assert len(ann.conversation(answer.conversation_id).turns) == 1


def test_a_deleted_conversation_is_gone_with_its_feedback(client: AssistantClient) -> None:
    answer = client.ask(AskRequest(question=FIRST))
    client.send_feedback(answer.answer_id, FeedbackRequest(rating="up"))
    client.delete_conversation(answer.conversation_id)
    assert client.conversations().conversations == ()
    with pytest.raises(RequestRefused):
        client.conversation(answer.conversation_id)
    with pytest.raises(RequestRefused):
        client.send_feedback(answer.answer_id, FeedbackRequest(rating="up"))
    with pytest.raises(RequestRefused):
        client.delete_conversation(answer.conversation_id)


def test_feedback_is_saved_and_may_be_changed(client: AssistantClient) -> None:
    answer = client.ask(AskRequest(question=FIRST))
    for rating in ("up", "down"):
        saved = client.send_feedback(
            answer.answer_id,
            FeedbackRequest.model_validate({"rating": rating, "reason": "数字が古い"}),
        )
        assert (saved.answer_id, saved.rating) == (answer.answer_id, rating)


def test_personal_data_are_not_kept(client: AssistantClient) -> None:
    asked = "田中ハナエさん（090-1234-5678）が乗れるチョイソコの取組とは"
    answer = client.ask(AskRequest(question=asked))
    kept = client.conversation(answer.conversation_id).model_dump_json()
    assert "田中ハナエ" not in kept
    assert "090-1234-5678" not in kept
    assert "伏せ" in answer.notices[0]


def test_a_long_visitor_name_is_refused(client: AssistantClient) -> None:
    with pytest.raises(RequestRefused) as refused:
        client.for_visitor("x" * 65).conversations()
    assert refused.value.status == 422
