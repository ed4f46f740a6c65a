"""Questions to ask next."""

from assistant.contract import AskRequest
from assistant.follow_ups import HOW_MANY, related_questions
from assistant.understanding.question import Question, understand
from knowledge.documents import Language
from tests.assistant.small_services import (
    CHOISOKO,
    CONCEPT,
    EXISTING_WELFARE,
    KPI,
    UETAN,
    document_passage,
    glossary,
    passage_of,
    small_corpus,
)


def question(text: str, language: Language = "ja") -> Question:
    return understand(AskRequest(question=text, language=language), text, (), glossary())


ENTRIES = small_corpus().by_id


def test_related_entries_come_before_others_that_were_found() -> None:
    found = [passage_of(entry, "ja") for entry in (CHOISOKO, KPI, UETAN, CONCEPT)]
    asked = related_questions(question("チョイソコとは"), found, ENTRIES)
    assert len(asked) == HOW_MANY
    assert asked[0] == ENTRIES[EXISTING_WELFARE].questions_ja[0]
    assert asked[1] == ENTRIES[KPI].questions_ja[0]


def test_they_are_in_the_answers_language() -> None:
    found = [passage_of(entry, "en") for entry in (CHOISOKO, KPI)]
    asked = related_questions(question("What is Choisoko?", "en"), found, ENTRIES)
    assert all(text.isascii() for text in asked)


def test_what_was_just_asked_is_not_asked_again() -> None:
    again = ENTRIES[KPI].questions_ja[0]
    found = [passage_of(entry, "ja") for entry in (CHOISOKO, KPI)]
    assert again not in related_questions(question(again), found, ENTRIES)


def test_users_documents_have_no_questions() -> None:
    assert related_questions(question("計画は"), [document_passage("計画です。")], ENTRIES) == ()
    assert related_questions(question("計画は"), [], ENTRIES) == ()
