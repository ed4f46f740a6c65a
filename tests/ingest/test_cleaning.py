"""Cleaning mends what extraction broke, and loses nothing."""

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import Block
from ingest.cleaning import clean_blocks, clean_characters, join_lines

JAPANESE = "買い物移動販売高齢者のはがを。、ァﾊﾞｱ１２３ＡＢ（）①②㈱⻑⽤「」・ー"
LINES = st.text(alphabet=JAPANESE + "abc DE12.,-|#\t\u3000\n", max_size=200)
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=120)


def visible(text: str) -> str:
    """What a reader sees: one form for each character, no white space, no control characters."""
    text = re.sub(
        "[\x00-\x1f\x7f\u0085\u200b-\u200f\u2028\u2029\u2060\ufeff\ufffe\uffff]", "", text
    )
    return re.sub(r"\s", "", normalize("NFKC", normalize("NFKC", text).translate(RADICALS)))


RADICALS = str.maketrans("⻑⻄⺠⻘⻭⻩⻤⻲⻯⻨⻝⾒", "長西民青歯黄鬼亀竜麦食見")


@given(text=st.one_of(LINES, ANY_TEXT))
def test_no_visible_character_is_lost_by_mending_characters(text: str) -> None:
    assert visible(clean_characters(text)) == visible(text)


@given(text=st.one_of(LINES, ANY_TEXT))
def test_mending_twice_changes_no_more(text: str) -> None:
    once = clean_characters(text)
    assert clean_characters(once) == once


@given(text=LINES)
def test_no_visible_character_is_lost_by_joining_lines(text: str) -> None:
    joined = join_lines(clean_characters(text))
    assert visible(joined) == visible(text)
    assert joined == joined.strip()
    assert "\n\n\n" not in joined


@given(texts=st.lists(LINES, max_size=6))
def test_no_visible_character_of_a_document_without_pages_is_lost(texts: list[str]) -> None:
    cleaned = clean_blocks([Block(text) for text in texts])
    assert visible("".join(block.text for block in cleaned)) == visible("".join(texts))
    assert all(block.text.strip() for block in cleaned)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("２０２６年４月", "2026年4月", id="full-width-digits"),
        pytest.param("ＳＣと　ＫＰＩ", "SCと KPI", id="full-width-letters-and-space"),
        pytest.param("ﾊﾞｽとﾊﾟｰﾄ", "バスとパート", id="half-width-kana-with-marks"),
        pytest.param("⻑期の⾒守り", "長期の見守り", id="look-alikes-of-kanji"),
        pytest.param("⽤意", "用意", id="kangxi-radicals"),
        pytest.param("ﬁnance", "finance", id="ligatures"),
        pytest.param("①㈱〒℡", "①㈱〒℡", id="signs-with-a-meaning-stay"),
        pytest.param(
            "本当？（はい）：そう！", "本当？（はい）：そう！", id="japanese-punctuation-stays"
        ),
        pytest.param("１，０００．５％", "1，000.5%", id="signs-of-numbers"),
        pytest.param("a\r\nb\rc\x0bd\x0ce", "a\nb\nc\nd\ne", id="every-kind-of-line-end"),
        pytest.param("見\u200b守\u00adり\ufeff\x00", "見守\u00adり", id="invisible-characters"),
        pytest.param("壊\ud83dれ", "壊れ", id="half-a-surrogate-pair"),
    ],
)
def test_odd_characters(text: str, expected: str) -> None:
    assert clean_characters(text) == expected


WRAPPED = "この事業は地域の企業と福祉関係者が力を合わせて高齢者の困"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{WRAPPED}\nりごとを解決する。", f"{WRAPPED}りごとを解決する。", id="a-broken-sentence"),
        pytest.param(f"{WRAPPED}\n{WRAPPED}\nり", f"{WRAPPED}{WRAPPED}り", id="broken-twice"),
        pytest.param(f"{WRAPPED}りごと。\n次の文。", f"{WRAPPED}りごと。\n次の文。", id="a-sentence-that-ended"),
        pytest.param(f"{WRAPPED}\n\nりごと", f"{WRAPPED}\n\nりごと", id="an-empty-line-between"),
        pytest.param(f"{WRAPPED}\n・要点", f"{WRAPPED}\n・要点", id="a-bullet"),
        pytest.param(f"{WRAPPED}\n(1) 要点", f"{WRAPPED}\n(1) 要点", id="a-numbered-point"),
        pytest.param(f"{WRAPPED}\n第2章 移動", f"{WRAPPED}\n第2章 移動", id="a-chapter"),
        pytest.param(f"短い見出し\n{WRAPPED}", f"短い見出し\n{WRAPPED}", id="a-short-line-was-meant-to-end"),
        pytest.param(
            f"{WRAPPED}\nりごとを解決する\n目標\n次の行",
            f"{WRAPPED}りごとを解決する\n目標\n次の行",
            id="the-short-end-of-a-broken-sentence-is-its-end",
        ),
        pytest.param(
            "companies and municipalities work together to\nsolve everyday problems",
            "companies and municipalities work together to solve everyday problems",
            id="english-words-get-a-space",
        ),
        pytest.param("\n\n\n\n一\n\n\n\n二\n\n", "一\n\n二", id="many-empty-lines"),
    ],
)  # fmt: skip
def test_lines(text: str, expected: str) -> None:
    assert join_lines(text) == expected


def test_blocks_keep_their_page_and_level() -> None:
    blocks = [Block("見出し", 3, 2), Block("  \n", 4), Block("本文", 5)]
    assert clean_blocks(blocks) == [Block("見出し", 3, 2), Block("本文", 5)]
