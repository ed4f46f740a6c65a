"""Several questions in one message, and things to be compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.contract import AskRequest
from assistant.understanding.comparison import compared
from assistant.understanding.parts import parts_of
from assistant.understanding.question import understand
from knowledge.documents import Language
from tests.assistant.small_services import glossary


@pytest.mark.parametrize(
    ("text", "language", "asked"),
    [
        pytest.param(
            "応募の締切はいつ？上限はいくら？",
            "ja",
            ["応募の締切はいつ？", "上限はいくら？"],
            id="two sentences",
        ),
        pytest.param(
            "会場はどこの会社が貸していて、定員は何人ですか",
            "ja",
            ["会場はどこの会社が貸していて", "定員は何人ですか"],
            id="two clauses",
        ),
        pytest.param(
            "When does the call close, and how much does one project get?",
            "en",
            ["When does the call close", "how much does one project get?"],
            id="two clauses, English",
        ),
        pytest.param(
            "How many municipalities use Choisoko, and who drives the vehicles?",
            "en",
            ["How many municipalities use Choisoko", "who drives the vehicles?"],
            id="a short second clause",
        ),
        pytest.param(
            "What does the shuttle cost, and do people have to sign up for it?",
            "en",
            ["What does the shuttle cost", "do people have to sign up for it?"],
            id="a clause without a question word",
        ),
        pytest.param(
            "Is the shuttle free of charge, or do people have to buy a ticket?",
            "en",
            [],
            id="one question with two answers",
        ),
        pytest.param("When and where does the fair take place?", "en", [], id="no clause at all"),
        pytest.param("移動支援の事例を教えて", "ja", [], id="one question"),
        pytest.param(
            "Who published the Vol. 2 guide on platforms?",
            "en",
            [],
            id="an abbreviation ends nothing",
        ),
        pytest.param(
            "町内に店がありません。何から始めればいいですか？",
            "ja",
            [],
            id="a situation asks nothing",
        ),
    ],
)
def test_questions_are_taken_apart(text: str, language: Language, asked: list[str]) -> None:
    assert [part.asked for part in parts_of(text, language, glossary())] == asked


def test_a_part_that_leans_on_the_first_is_searched_for_with_it() -> None:
    parts = parts_of("移動販売の開始はいつ？上限はいくら？", "ja", glossary())
    assert "移動販売" in parts[1].search_text


@given(st.text(max_size=200), st.sampled_from(["ja", "en"]))
def test_any_text_is_one_question_or_a_few(text: str, language: Language) -> None:
    parts = parts_of(text, language, glossary())
    assert len(parts) != 1
    assert len(parts) <= 4
    assert all(part.asked.strip() for part in parts)


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        pytest.param("第1層と第2層では何が違う？", "ja", ("第1層", "第2層"), id="two layers"),
        pytest.param(
            "How do Saitama and Kochi differ in their advisers?",
            "en",
            ("Saitama", "Kochi"),
            id="two prefectures",
        ),
        pytest.param(
            "How does what the ministry asks differ from what the guide says?",
            "en",
            None,
            id="clauses are no names",
        ),
    ],
)
def test_things_to_compare_are_named(
    text: str, language: Language, names: tuple[str, str] | None
) -> None:
    found = compared(text, language)
    assert (found and tuple(thing.name for thing in found)) == names


def test_a_comparison_searches_for_each_thing_alone() -> None:
    text = "How do Saitama and Kochi differ in their advisers?"
    question = understand(AskRequest(question=text), text, (), glossary())
    assert question.compares
    first, second = question.parts
    assert "Kochi" not in first.search_text
    assert "Saitama" not in second.search_text
