"""Sentence splitting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metrics.sentences import split_sentences
from evals.metrics.statements import statements_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("始めます。続けます。", ["始めます。", "続けます。"], id="two sentences"),
        pytest.param("- 移動支援\n- 買い物支援", ["移動支援", "買い物支援"], id="bullets without an end mark"),
        pytest.param("・話す\n・聞く。見る", ["話す", "聞く。", "見る"], id="a bullet of two sentences"),
        pytest.param("「いい。やろう。」と言った。終わり。", ["「いい。やろう。」と言った。", "終わり。"], id="end marks inside quotation marks"),
        pytest.param("対象は市です（町も含む。）。次へ。", ["対象は市です（町も含む。）。", "次へ。"], id="end marks inside brackets"),
        pytest.param("66自治体です。[1][2]運賃は200円です。[3]", ["66自治体です。[1][2]", "運賃は200円です。[3]"], id="marks belong to what is before them"),
        pytest.param("It grew by 3.5% in 2024. See No. 3 and e.g. Toyoake.", ["It grew by 3.5% in 2024.", "See No. 3 and e.g. Toyoake."], id="decimals and abbreviations"),
        pytest.param("Ask first.[1] Then go. [2]", ["Ask first.[1]", "Then go. [2]"], id="English marks"),
        pytest.param("割合は５７．６％です。", ["割合は５７．６％です。"], id="full-width decimal point"),
        pytest.param("1. 目的を決める\n2. 話し合う", ["目的を決める", "話し合う"], id="numbered list"),
        pytest.param("-11.9%の減少です", ["-11.9%の減少です"], id="a minus is not a bullet"),
        pytest.param("**太字**の行です", ["**太字**の行です"], id="bold is not a bullet"),
        pytest.param("本当？はい！", ["本当？", "はい！"], id="question and exclamation"),
        pytest.param("「閉じない。次です。", ["「閉じない。次です。"], id="an unclosed quotation mark"),
        pytest.param('It asks "Whose problem?" and "What?" first.', ['It asks "Whose problem?" and "What?" first.'], id="straight quotation marks"),
        pytest.param('A 5" pipe. Then go.', ['A 5" pipe.', "Then go."], id="a sign for inches"),
        pytest.param("\n \n", [], id="nothing"),
    ],
)  # fmt: skip
def test_split_sentences(text: str, expected: list[str]) -> None:
    assert split_sentences(text) == expected


@given(st.text(alphabet="あア亜aA1。.？!「」()[]1- \n", max_size=60))
def test_no_letter_is_lost_and_no_sentence_is_empty(text: str) -> None:
    sentences = split_sentences(text)
    kept = "".join(sentences)
    assert all(sentences)
    assert [c for c in text if c in "あア亜aA"] == [c for c in kept if c in "あア亜aA"]


def test_headings_lead_ins_and_questions_are_no_statements() -> None:
    answer = "## 概要\n**近い事例**\n次のとおりです：\n- チョイソコは66自治体で走ります。[1]\nいかがですか？\n---"
    assert [(one.text, one.marks) for one in statements_of(answer)] == [
        ("チョイソコは66自治体で走ります。", (1,))
    ]


def test_a_short_remark_is_no_statement_but_a_figure_in_brackets_is() -> None:
    answer = "続けます。[1]（発言者の意見）\n（利用者は12%増えました）"
    assert [one.text for one in statements_of(answer)] == [
        "続けます。",
        "（利用者は12%増えました）",
    ]


def test_a_mark_is_credited_to_its_own_sentence_only() -> None:
    first, second = statements_of("裏付けのない文です。裏付けのある文です。[1][1]")
    assert first.marks == ()
    assert second.marks == (1,)


def test_each_line_of_a_tables_cell_is_a_statement() -> None:
    answer = "| 段階 | 目安 |\n| --- | --- |\n| 一 | 始めます。[1]<br>ステップ2へ進みます。[2] |"
    assert ("ステップ2へ進みます。", (2,)) in [
        (one.text, one.marks) for one in statements_of(answer)
    ]
