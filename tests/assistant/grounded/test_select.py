"""Which statements answer, and in which order."""

from collections.abc import Sequence

import pytest

from assistant.citations import Citing
from assistant.contract import AskRequest
from assistant.grounded.compose import Composition, write_answer
from assistant.grounded.relevance import Relevance, has_said
from assistant.grounded.select import Selection, select_statements
from assistant.grounded.statements import Statement, statements_of
from assistant.understanding.question import Question, understand
from tests.assistant.small_services import (
    CHOISOKO,
    CHOISOKO_90,
    EVENT,
    KPI,
    UETAN,
    glossary,
    passage_of,
    small_corpus,
)


def understood(text: str) -> Question:
    return understand(AskRequest(question=text), text, (), glossary())


def alike(words: Sequence[str]) -> list[float]:
    """Every word tells as much."""
    return [1.0 for _ in words]


def said(text: str) -> Statement:
    return Statement(text, passage_of(KPI, "ja"), 1)


@pytest.mark.parametrize(
    ("text", "again"),
    [
        pytest.param("チョイソコは66自治体で運行しています。", True, id="the same words"),
        pytest.param("チョイソコは90自治体で運行しています。", False, id="another number"),
        pytest.param("うえたん号は移動販売車です。", False, id="something else"),
    ],
)
def test_what_was_said_before(text: str, again: bool) -> None:
    told = said("チョイソコは、2024年7月に66自治体で運行しています。")
    assert has_said(told, said(text)) is again


def test_words_of_the_question_and_the_asked_value_count() -> None:
    passages = [passage_of(UETAN, "ja", score=1.0)]
    relevance = Relevance.to(understood("うえたん号は何台ですか"), passages, alike)
    ranked = relevance.ranked(statements_of(passages[0]))
    assert "台" in ranked[0].text
    assert relevance.of(ranked[0]) >= relevance.of(ranked[-1])


@pytest.mark.parametrize("question", ["イベントの手順を教えて", "イベントで大事なことは"])
def test_what_asks_for_no_value_is_told_in_its_order(question: str) -> None:
    passages = [passage_of(EVENT, "ja", score=1.0), passage_of(KPI, "ja", score=0.5)]
    selection = select_statements(understood(question), passages, alike)
    assert selection is not None
    positions = [statement.position for statement in selection.points]
    assert positions == sorted(positions)
    assert {statement.passage.chunk.entry_id for statement in selection.points} == {EVENT}


def test_a_value_may_stand_in_another_passage() -> None:
    passages = [passage_of(CHOISOKO, "ja", score=1.0), passage_of(CHOISOKO_90, "ja", score=0.9)]
    selection = select_statements(understood("チョイソコは何自治体ですか"), passages, alike)
    assert selection is not None
    told = [selection.lead, *selection.points]
    assert any("90" in statement.text for statement in told)
    assert len({statement.text for statement in told}) == len(told)


def test_nothing_found_is_nothing_selected() -> None:
    assert select_statements(understood("チョイソコとは"), [], alike) is None


def test_a_follow_up_begins_with_what_its_own_words_ask_for() -> None:
    passages = [passage_of(CHOISOKO, "ja", score=1.0)]
    opening, asked = "チョイソコとは", "具体的な課題は？"
    first = select_statements(understood(opening), passages, alike)
    following = understand(AskRequest(question=asked), asked, [opening], glossary())
    then = select_statements(following, passages, alike)
    assert first
    assert then
    assert following.follows
    assert first.lead.position == 0
    assert then.lead.text.startswith("課題：")
    assert first.lead in (*then.points, *then.more)


def test_steps_are_numbered_unless_one_of_them_comes_first() -> None:
    passages = [passage_of(EVENT, "ja", score=1.0)]
    selection = select_statements(understood("イベントの手順を教えて"), passages, alike)
    assert selection
    moved = Selection(selection.points[0], (selection.lead, *selection.points[1:]), ())
    for chosen, is_numbered in ((selection, True), (moved, False)):
        writing = Composition("ja", Citing("ja", small_corpus().sources.get, {}))
        write_answer(writing, chosen)
        assert ("\n1. " in writing.text) is is_numbered
