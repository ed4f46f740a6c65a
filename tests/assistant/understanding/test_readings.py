"""Questions with several readings are asked back; those with one are not."""

import pytest

from assistant.contract import AskRequest
from assistant.understanding.question import understand
from assistant.understanding.readings import Readings
from knowledge.corpus import load_corpus
from knowledge.settings import BUNDLED_KNOWLEDGE
from tests.assistant.small_services import glossary


@pytest.fixture(scope="module")
def readings() -> Readings:
    return Readings(load_corpus(BUNDLED_KNOWLEDGE).by_id, glossary())


def labels(readings: Readings, text: str, *earlier: str) -> list[str]:
    question = understand(AskRequest(question=text), text, earlier, glossary())
    return [choice.label for choice in readings.of(question)]


def test_a_figure_that_several_services_have_is_asked_back(readings: Readings) -> None:
    assert {"チョイソコ", "御用聞き"} <= set(labels(readings, "利用料はいくらですか"))
    assert {"Choisoko", "Goyokiki"} <= set(labels(readings, "What is the fee?"))


def test_each_choice_is_a_question_with_one_reading(readings: Readings) -> None:
    text = "利用料はいくらですか"
    question = understand(AskRequest(question=text), text, (), glossary())
    for choice in readings.of(question):
        assert choice.label in choice.question
        assert labels(readings, choice.question) == []


@pytest.mark.parametrize(
    "text",
    [
        "チョイソコの運賃はいくらですか",
        "買物支援の利用料はいくらですか",
        "利用料の決め方を教えてください",
        "利用料とは何ですか",
        "移動支援はどう始めますか",
        "How much is the fare of Choisoko?",
        "",
    ],
    ids=lambda text: text or "nothing",
)
def test_a_question_with_one_reading_is_answered(text: str, readings: Readings) -> None:
    assert labels(readings, text or "。") == []


def test_a_follow_up_has_its_subject_from_the_conversation(readings: Readings) -> None:
    assert labels(readings, "利用料は？", "チョイソコはどんな取組ですか") == []
