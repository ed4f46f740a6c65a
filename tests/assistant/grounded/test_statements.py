"""Passages taken apart into statements and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.grounded.statements import sentences_of, statements_of
from knowledge.documents import Language
from tests.assistant.small_services import EVENT, UETAN, document_passage, passage_of


def test_an_entrys_lead_comes_first_and_marks_of_lists_are_gone() -> None:
    found = statements_of(passage_of(UETAN, "ja"))
    assert [statement.position for statement in found] == list(range(len(found)))
    assert found[0].text.startswith("うえたん号は、2025年1月時点では")
    assert all(not statement.text.startswith(("-", "1.")) for statement in found)


def test_a_procedures_steps_keep_their_order() -> None:
    texts = [statement.text for statement in statements_of(passage_of(EVENT, "ja"))]
    found = [
        next(i for i, text in enumerate(texts) if f"イベントの{step}では" in text)
        for step in ("設計", "声かけ", "実施")
    ]
    assert found == sorted(found)


def test_a_documents_lines_are_cut_into_sentences() -> None:
    passage = document_passage("・移動販売を始めます。毎週火曜日です。\n見守りも行います。")
    assert [statement.text for statement in statements_of(passage)] == [
        "移動販売を始めます。",
        "毎週火曜日です。",
        "見守りも行います。",
    ]


def test_a_documents_headings_are_no_statements() -> None:
    passage = document_passage("第1章 移動支援\n移動販売を始めます。")
    assert [statement.text for statement in statements_of(passage)] == ["移動販売を始めます。"]
    assert statements_of(document_passage("第1章 移動支援"))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("甲です。乙です。", "ja", ["甲です。", "乙です。"], id="two sentences"),
        pytest.param("「甲です。乙です。」と言いました。", "ja", ["「甲です。乙です。」と言いました。"], id="a quote stays whole"),
        pytest.param("見出し", "ja", ["見出し"], id="a line without a stop"),
        pytest.param("A is so. B is so.", "en", ["A is so.", "B is so."], id="English"),
        pytest.param("See e.g. the city. It is so.", "en", ["See e.g. the city.", "It is so."], id="an abbreviation"),
        pytest.param("It costs 3.5 yen. Yes.", "en", ["It costs 3.5 yen.", "Yes."], id="a decimal point"),
        pytest.param("", "ja", [], id="nothing"),
    ],
)  # fmt: skip
def test_sentences(text: str, language: Language, expected: list[str]) -> None:
    assert sentences_of(text, language) == expected


@given(st.text(alphabet="あい。！？「」 \nab.", max_size=60))
def test_no_character_of_a_japanese_line_is_lost(text: str) -> None:
    line = text.replace("\n", "")
    assert "".join(sentences_of(line, "ja")).replace(" ", "") == line.replace(" ", "")
