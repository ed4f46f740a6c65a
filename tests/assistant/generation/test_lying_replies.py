"""Whatever a model writes, nothing false reaches the asker."""

import re

import pytest

from assistant import fixed_answers
from assistant.answering import Assistant
from assistant.citations import without_marks
from assistant.contract import Answer, Answered, AskRequest, Status, TextDelta
from assistant.grounded.statements import sentences_of
from knowledge.documents import Language
from tests.assistant.chat_server import ChatServer
from tests.assistant.replies import LIES, Lie

QUESTION: dict[Language, str] = {
    "ja": "チョイソコはどんな取組ですか",
    "en": "What is Choisoko and how does it work?",
}
TRUE: dict[Language, tuple[str, ...]] = {
    "ja": (
        "チョイソコは、アイシンが豊明市での実証から始めた予約制の乗合送迎サービスです[1]。",
        "2024年7月時点で全国66自治体に広がっています[1]。",
    ),
    "en": (
        "Choisoko is a shared ride service by reservation that Aisin began with a trial in Toyoake [1]. ",
        "As of July 2024 it ran in 66 municipalities [1]. ",
    ),
}
lies = pytest.mark.parametrize("lie", [pytest.param(lie, id=lie.name) for lie in LIES])


def read(assistant: Assistant, language: Language) -> tuple[str, Answer]:
    """Everything that was streamed, and the answer."""
    events = list(assistant.stream(AskRequest(question=QUESTION[language])))
    last = events[-1]
    assert isinstance(last, Answered)
    return "".join(e.text for e in events if isinstance(e, TextDelta)), last.answer


def test_there_are_enough_lies() -> None:
    assert len(LIES) >= 50


@lies
def test_a_lie_among_true_sentences_is_left_out(
    lie: Lie, assistant: Assistant, model: ChatServer
) -> None:
    first, second = TRUE[lie.language]
    model.says(f"{first}{lie.sentence}\n{second}")
    streamed, answer = read(assistant, lie.language)
    assert lie.false_part not in streamed + answer.text
    assert lie.false_part not in "".join(citation.quote for citation in answer.citations)
    assert answer.engine == "llm:openai:small"
    assert "66" in answer.text


@lies
def test_a_lie_alone_is_replaced_by_the_documents_own_sentences(
    lie: Lie, assistant: Assistant, model: ChatServer
) -> None:
    model.says(lie.sentence)
    streamed, answer = read(assistant, lie.language)
    # The documents' own sentences may have the same number in its right place.
    assert without_marks(lie.sentence).rstrip("。.") not in without_marks(streamed + answer.text)
    assert answer.engine == "grounded"
    assert answer.status is Status.ANSWERED
    assert answer.notices == (fixed_answers.MODEL_UNSUPPORTED.in_language(lie.language),)


@lies
def test_a_lie_in_a_list_is_left_out(lie: Lie, assistant: Assistant, model: ChatServer) -> None:
    first, second = TRUE[lie.language]
    model.says(f"{first}\n\n- {lie.sentence}\n- {second}\n")
    streamed, answer = read(assistant, lie.language)
    assert lie.false_part not in streamed + answer.text
    assert re.search(r"^- .*66.*\[1\]", answer.text, re.MULTILINE)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_sentence_left_carries_a_mark(
    language: Language, assistant: Assistant, model: ChatServer
) -> None:
    lying = [lie.sentence for lie in LIES if lie.language == language][:2]
    model.says("\n".join([*TRUE[language], *lying, TRUE[language][0]]))
    _, answer = read(assistant, language)
    for line in filter(None, answer.text.splitlines()):
        for sentence in sentences_of(line, language):
            assert re.search(r"\[\d+\]", sentence) or sentence.endswith(("。", "."))
    assert re.findall(r"\[(\d+)\]", answer.text)
    assert {int(n) for n in re.findall(r"\[(\d+)\]", answer.text)} == {
        citation.number for citation in answer.citations
    }


def test_when_most_of_it_is_false_none_of_it_is_kept(
    assistant: Assistant, model: ChatServer
) -> None:
    lying = [lie.sentence for lie in LIES if lie.language == "ja"][:3]
    model.says("\n".join([TRUE["ja"][0], *lying]))
    _, answer = read(assistant, "ja")
    assert answer.engine == "grounded"
    assert answer.notices == (fixed_answers.MODEL_UNSUPPORTED.ja,)
