"""Chunks: small enough, nothing lost, each under its headings."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.blocks import Block
from ingest.chunking import Piece, split_blocks
from ingest.token_count import count_tokens

SENTENCE = st.text(alphabet="買い物移動販売高齢者が増えている。、abc ", min_size=1, max_size=120)
TEXTS = st.lists(SENTENCE, max_size=8).map("\n".join)
BLOCKS = st.lists(
    st.builds(
        Block,
        text=TEXTS,
        page=st.one_of(st.none(), st.integers(1, 9)),
        heading_level=st.sampled_from([0, 0, 0, 1, 2]),
    ),
    max_size=8,
)


def pieces(blocks: list[Block], *, limit: int = 100, overlap: int = 20) -> list[Piece]:
    return split_blocks(blocks, chunk_tokens=limit, overlap=overlap, count_tokens=count_tokens)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(blocks=BLOCKS, limit=st.integers(100, 400), overlap=st.integers(0, 90))
def test_no_piece_is_larger_than_allowed(blocks: list[Block], limit: int, overlap: int) -> None:
    for piece in pieces(blocks, limit=limit, overlap=overlap):
        assert count_tokens(piece.text) <= limit


@given(blocks=BLOCKS)
def test_without_overlap_the_pieces_are_the_document(blocks: list[Block]) -> None:
    found = pieces(blocks, overlap=0)
    written = squeezed("".join(block.text for block in blocks))
    assert squeezed("".join(piece.text for piece in found)) == written
    assert all(piece.text.strip() for piece in found)


@given(blocks=BLOCKS)
def test_every_paragraph_is_in_some_piece(blocks: list[Block]) -> None:
    found = [squeezed(piece.text) for piece in pieces(blocks)]
    lines = [line for block in blocks for line in block.text.splitlines() if line.strip()]
    for line in lines:
        if count_tokens(line) <= 100:
            assert any(squeezed(line) in text for text in found), line


@given(blocks=BLOCKS)
def test_pages_of_a_piece_are_pages_of_the_document(blocks: list[Block]) -> None:
    there = {block.page for block in blocks} - {None}
    for piece in pieces(blocks):
        assert set(piece.pages) <= there
        assert len(set(piece.pages)) == len(piece.pages)


LONG = "移動販売は週に二回来る。" * 60


def test_a_long_paragraph_is_cut_at_the_ends_of_sentences() -> None:
    found = pieces([Block(LONG)], overlap=0)
    assert len(found) > 3
    assert all(piece.text.endswith("。") for piece in found)


@pytest.mark.parametrize("text", ["買" * 3000, "a" * 3000, "=" * 5000, "🚌" * 500])
def test_text_without_any_end_of_sentence_is_cut_all_the_same(text: str) -> None:
    found = pieces([Block(text)], overlap=0)
    assert squeezed("".join(piece.text for piece in found)) == text
    assert all(count_tokens(piece.text) <= 100 for piece in found)


def test_the_end_of_a_piece_is_repeated_at_the_start_of_the_next() -> None:
    lines = [f"{n}番目の文は移動販売の話である。" for n in range(30)]
    found = pieces([Block("\n".join(lines))], overlap=40)
    for before, after in pairwise(found):
        assert after.text.splitlines()[0] in before.text.splitlines()
    alone = pieces([Block("\n".join(lines))], overlap=0)
    assert squeezed("".join(piece.text for piece in alone)) == squeezed("".join(lines))


@given(blocks=BLOCKS)
def test_a_piece_tells_how_much_of_it_is_repeated(blocks: list[Block]) -> None:
    found = pieces(blocks)
    for before, after in pairwise(found):
        repeated = after.text.splitlines()[: after.repeated_lines]
        assert before.text.splitlines()[len(before.text.splitlines()) - len(repeated) :] == repeated
    fresh = [line for piece in found for line in piece.text.splitlines()[piece.repeated_lines :]]
    assert squeezed("".join(fresh)) == squeezed("".join(block.text for block in blocks))


def test_pieces_stand_under_their_headings() -> None:
    blocks = [
        Block("第1章 移動", 1, 1), Block(LONG, 1), Block("料金", 2, 2), Block(LONG, 2),
        Block("第2章 見守り", 3, 1), Block(LONG, 3),
    ]  # fmt: skip
    found = pieces(blocks, overlap=0)
    trails = list(dict.fromkeys(piece.headings for piece in found))
    assert trails == [("第1章 移動",), ("第1章 移動", "料金"), ("第2章 見守り",)]
    assert {page for piece in found for page in piece.pages} == {1, 2, 3}


def test_headings_in_plain_text_are_found() -> None:
    found = pieces([Block(f"第1章 移動\n{LONG}\n【料金】\n{LONG}")], overlap=0)
    assert {piece.headings[-1] for piece in found} == {"第1章 移動", "【料金】"}


def test_each_section_of_the_format_is_a_piece_of_its_own_however_small() -> None:
    blocks = [
        Block("みどり号のご案内", 1, 1), Block("料金", 1, 2), Block("大人300円。", 1),
        Block("予約", 2, 2), Block("前日までに電話する。", 2),
    ]  # fmt: skip
    fares, booking = pieces(blocks, limit=400, overlap=100)
    assert fares.headings == ("みどり号のご案内", "料金")
    assert fares.text == "みどり号のご案内\n料金\n大人300円。"
    assert booking == Piece("予約\n前日までに電話する。", ("みどり号のご案内", "予約"), (2,))


def test_small_sections_that_only_look_like_ones_share_a_piece() -> None:
    text = "\n".join(f"【項目{n}】\n短い。" for n in range(4))
    [one] = pieces([Block(text, 1)], limit=400)
    assert one.headings == ("【項目0】",)


def test_marked_headings_stand_inside_one_another() -> None:
    text = f"第1章 移動\n① 料金\n{LONG}\n② 予約\n{LONG}\n第2章 買い物\n{LONG}"
    found = pieces([Block(text)], overlap=0)
    assert list(dict.fromkeys(piece.headings for piece in found)) == [
        ("第1章 移動", "① 料金"),
        ("第1章 移動", "② 予約"),
        ("第2章 買い物",),
    ]


def test_nothing_gives_nothing() -> None:
    assert pieces([]) == []
    assert pieces([Block("  \n\n ")]) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("第3章 移動支援", True, id="a-chapter"),
        pytest.param("1.2 料金", True, id="a-numbered-section"),
        pytest.param("Ⅱ．福祉関係者向け", True, id="a-roman-number"),
        pytest.param("① 課題の把握", True, id="a-circled-number"),
        pytest.param("【目的】", True, id="in-brackets"),
        pytest.param("■ 事業の流れ", True, id="a-square"),
        pytest.param("ステップ3 合意", True, id="a-step"),
        pytest.param("Q7", True, id="a-question-number"),
        pytest.param("① 課題を把握します。", False, id="a-sentence"),
        pytest.param("移動販売を続ける", False, id="no-mark"),
        pytest.param("2026年4月", False, id="a-date"),
        pytest.param("■" + "長い" * 30, False, id="too-long"),
        pytest.param("①②", False, id="marks-alone"),
        pytest.param("■■■株式会社", False, id="a-blackened-name"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_headings_are_told_by_their_look(line: str, expected: bool) -> None:
    [piece] = pieces([Block(f"{line}\n本文です。")])
    assert (piece.headings == (line,)) is expected


def test_tokens_are_counted_without_a_network() -> None:
    assert count_tokens("") == 0
    assert count_tokens("hello world") == 2
    assert count_tokens("<|endoftext|>") > 1
    assert 5 <= count_tokens("移動販売が来る") <= 20
