"""A question as the assistant understands it."""

from assistant.contract import AskRequest, Persona
from assistant.understanding.intent import Intent
from assistant.understanding.question import understand
from tests.assistant.small_services import glossary


def test_everything_at_once() -> None:
    request = AskRequest(question="弊社がチョイスコを提案するには", sources=("points-2026",))
    question = understand(request, request.question, (), glossary())
    assert question.asked == "弊社がチョイスコを提案するには"
    assert question.search_text == "弊社がチョイソコを提案するには"
    assert (question.language, question.intent) == ("ja", Intent.HOW_TO)
    assert question.persona is Persona.COMPANY
    assert question.sources == {"points-2026"}


def test_what_the_asker_says_of_themselves_counts_more_than_their_words() -> None:
    request = AskRequest(question="弊社が提案するには", persona=Persona.SC)
    question = understand(request, request.question, (), glossary())
    assert question.persona is Persona.SC


def test_the_chosen_language_is_the_answers() -> None:
    request = AskRequest(question="チョイソコとは", language="en")
    assert understand(request, request.question, (), glossary()).language == "en"


def test_a_follow_up_is_searched_for_with_its_subject_and_shown_as_asked() -> None:
    request = AskRequest(question="運賃は？")
    question = understand(request, "運賃は？", ["チョイソコはどんな取組ですか"], glossary())
    assert question.asked == "運賃は？"
    assert "チョイソコ" in question.search_text


def test_two_questions_for_differences_are_two_questions() -> None:
    text = "チョイソコの送迎はどこが違いますか？どちらが安いですか？"
    question = understand(AskRequest(question=text), text, (), glossary())
    assert len(question.parts) == 2
    assert not question.compares


def test_two_things_are_compared() -> None:
    text = "チョイソコとうえたん号の違いは？"
    question = understand(AskRequest(question=text), text, (), glossary())
    assert len(question.parts) == 2
    assert question.compares
