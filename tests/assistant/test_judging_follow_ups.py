"""A question that leans on the conversation is judged by what is known to be asked next."""

from dataclasses import replace

import pytest

from assistant.answering import Assistant
from assistant.contract import Answer, AskRequest, Status
from assistant.known_questions import known_questions
from assistant.signs import SupportWeights
from assistant.trained_judge import FollowUpJudge, TrainedJudge
from assistant.wiring import Services
from knowledge.documents import Bilingual
from knowledge.gaps import Ask, Gap
from knowledge.known_questions import KnownQuestion
from tests.assistant.small_services import BY_SHARED_WORDS, CHOISOKO, UETAN, always

FARE = Gap("some/fare", Bilingual("運賃", "the fare"), (CHOISOKO,), Ask.OPERATOR, ())
KNOWN = (
    KnownQuestion("それは1回いくら？", "ja", (CHOISOKO,), False, FARE.id),
    KnownQuestion("それはどこで始まった？", "ja", (CHOISOKO,), True),
    KnownQuestion("それの保険料は月いくら？", "ja", (CHOISOKO,), False),
    KnownQuestion(WHOLE := "うえたん号は何台走っていますか", "ja", (UETAN,), False),
)
FIRST = "チョイソコとは何ですか"


@pytest.fixture
def assistant(services: Services) -> Assistant:
    """The small assistant with two known follow-ups, by which alone follow-ups are judged."""
    judge = services.assistant.judge
    following = FollowUpJudge(
        known_questions(KNOWN, services.knowledge.embeddings.embed_queries),
        SupportWeights(0.0, {"next_answered": 20.0, "next_left_open": -20.0}, 0.5),
    )
    trained = TrainedJudge(
        always("answerable", FARE.id), {FARE.id: FARE}, BY_SHARED_WORDS, following=following
    )
    return replace(services.assistant, judge=replace(judge, trained=trained))


def asked_after(assistant: Assistant, question: str) -> Answer:
    first = assistant.ask(AskRequest(question=FIRST))
    assert first.status is Status.ANSWERED
    return assistant.ask(AskRequest(question=question, conversation_id=first.conversation_id))


def test_what_is_known_to_be_answered_next_is_answered(assistant: Assistant) -> None:
    assert asked_after(assistant, "それはどこで始まった？").status is Status.ANSWERED


def test_what_is_known_to_be_left_open_is_declined_with_what_is_missing(
    assistant: Assistant,
) -> None:
    answer = asked_after(assistant, "それは1回いくら？")
    assert answer.status is Status.NOT_IN_SOURCES
    assert "運賃" in answer.text


def test_where_no_gap_is_known_the_subject_is_near(assistant: Assistant) -> None:
    answer = asked_after(assistant, "それの保険料は月いくら？")
    assert answer.status is Status.NOT_IN_SOURCES
    assert "近い内容" in answer.text
    assert "チョイソコ" in answer.text
    assert answer.citations


def test_what_stands_alone_in_a_conversation_must_be_supported_either_way(
    assistant: Assistant,
) -> None:
    assert assistant.ask(AskRequest(question=WHOLE)).status is Status.ANSWERED
    assert asked_after(assistant, WHOLE).status is Status.NOT_IN_SOURCES


def test_the_same_words_on_their_own_are_judged_like_any_question(assistant: Assistant) -> None:
    answer = assistant.ask(AskRequest(question="チョイソコは、それは1回いくら？"))
    assert answer.status is Status.ANSWERED
