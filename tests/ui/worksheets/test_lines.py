"""Lines of sheets: how they are read, joined, and taken from answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.contract import Answer, Citation, Status
from assistant.worksheets.blanks import pieces
from assistant.worksheets.model import FieldValue, Kpi, Origin, Sentence
from ui.answer_lines import lines_of
from ui.components.worksheets.citing import shorten
from ui.components.worksheets.marked_lines import marked
from ui.saving import merged


def citation(number: int) -> Citation:
    return Citation(
        number=number,
        entry_id=f"points-2026/entry-{number}",
        source="points-2026",
        title="ポイント集",
        publisher="経済産業省",
        published="2026-04",
        heading="",
        pages=(14,),
        quote="市が担う。",
        score=1.0,
    )


def answer(text: str, more_from: int | None = None) -> Answer:
    return Answer(
        answer_id="a",
        conversation_id="c",
        status=Status.ANSWERED,
        language="ja",
        text=text,
        citations=(citation(1), citation(2)),
        follow_ups=(),
        engine="grounded",
        timings_ms={},
        more_from=more_from,
    )


def own(*texts: str) -> FieldValue:
    lines = tuple(Sentence(text=text, origin=Origin.USER, confirmed=True) for text in texts)
    return FieldValue(sentences=lines)


def test_cited_lines_of_an_answer_become_unconfirmed_suggestions() -> None:
    found = lines_of(answer("- **市**が集客を担う[1][2]\nつなぎの言葉\n1. 時期を決める [2]"))
    assert [line.text for line in found] == ["市が集客を担う", "時期を決める"]
    assert [len(line.citations) for line in found] == [2, 1]
    assert not any(line.confirmed for line in found)


def test_folded_details_of_an_answer_are_left_out() -> None:
    text = "市が集客を担う[1]\nくわしい話[2]"
    assert len(lines_of(answer(text, text.index("くわしい")))) == 1


def test_a_mark_without_its_source_carries_nothing() -> None:
    assert lines_of(answer("出典のない番号[7]")) == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("額は【要確認】", "額は:orange-background[【要確認】]", id="Japanese mark"),
        pytest.param(
            "Fee [to be confirmed] a ride",
            r"Fee :orange-background[\[to be confirmed\]] a ride",
            id="English mark, spaces kept",
        ),
        pytest.param("【要確認：額】", ":orange-background[【要確認：額】]", id="with a remark"),
        pytest.param("*星*", r"\*星\*", id="no mark, shown letter by letter"),
    ],
)
def test_blanks_stand_out(text: str, shown: str) -> None:
    assert marked(text) == shown


@given(st.text(alphabet="a 【】要確認[]to be confirmed：\n", max_size=80))
def test_a_text_cut_at_its_marks_is_still_whole(text: str) -> None:
    assert "".join(piece for piece, _ in pieces(text)) == text


def test_of_two_values_every_line_is_kept_once() -> None:
    both = merged(own("相手の文", "同じ文"), own("同じ文", "自分の文"))
    assert [line.text for line in both.sentences] == ["相手の文", "同じ文", "自分の文"]


def test_of_two_values_every_tick_is_kept_once() -> None:
    both = merged(FieldValue(choices=("bus", "taxi")), FieldValue(choices=("taxi", "walk")))
    assert both.choices == ("bus", "taxi", "walk")


def test_indicators_that_differ_in_one_part_are_both_kept() -> None:
    low, high = (
        FieldValue(kpis=(Kpi(name="利用者数", target=t, origin=Origin.USER, confirmed=True),))
        for t in ("100人", "200人")
    )
    assert len(merged(low, high).kpis) == 2
    assert len(merged(low, low).kpis) == 1


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        pytest.param("産福共創に向けたポイント集", "産福共創に向けたポイント集", id="it fits"),
        pytest.param("あ" * 20, "あ" * 14 + "…", id="long Japanese"),
        pytest.param(
            "Points for sanpuku kyoso, a guidebook",
            "Points for sanpuku kyoso, a…",
            id="long English",
        ),
        pytest.param(
            "Points for sanpuku kyōsō (industry and welfare)",
            "Points for sanpuku kyōsō…",
            id="cut behind an opening bracket, letters with macrons count one",
        ),
    ],
)
def test_long_titles_are_shortened(title: str, shown: str) -> None:
    assert shorten(title) == shown
