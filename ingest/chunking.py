"""Split a document on its headings and paragraphs into chunks small enough to quote."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from langchain_text_splitters import RecursiveCharacterTextSplitter

from ingest.blocks import Block

CountTokens = Callable[[str], int]
_HEADING = re.compile(
    r"^\s*(?:第[一二三四五六七八九十\d]+[章節]|[IVXⅠ-Ⅻ]{1,4}[.．、\s]|\d{1,2}(?:[.．]\d{1,2})*[.．\s]\s*\D|"
    r"[\u2460-\u2473]|【[^】]+】|[■◆●◼]|＜[^＞]+＞|<[^>]+>|ステップ\s*\d|STEP\s*\d|事例\s*[\d①-⑳]|Q\d+)"
)
_LONGEST_HEADING = 42
_SEPARATORS = ["\n\n", "\n", "。", "．", ". ", "、", ", ", " ", ""]
_SMALL_SHARE = 0.5
"""A heading opens a new chunk once the one before has half its size: slides make many headings."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A chunk before it knows its document."""

    text: str
    headings: tuple[str, ...]
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    headings: tuple[str, ...]
    page: int | None
    opens_section: bool


def split_blocks(
    blocks: Sequence[Block], *, chunk_tokens: int, overlap: int, count_tokens: CountTokens
) -> list[Piece]:
    """Pieces of at most `chunk_tokens` tokens in reading order.

    Every paragraph is in some piece; a paragraph longer than a piece is cut at sentence ends.
    Paragraphs at the end of a piece are repeated at the start of the next while they hold at most
    `overlap` tokens, so that a fact and what it is about stay together.
    """
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=chunk_tokens,
        chunk_overlap=0,
        length_function=count_tokens,
        separators=_SEPARATORS,
        keep_separator="end",
    )
    paragraphs = [
        _Paragraph(text, paragraph.headings, paragraph.page, paragraph.opens_section and first)
        for paragraph in _paragraphs(blocks)
        for first, text in _cut(paragraph.text, splitter, count_tokens, chunk_tokens)
    ]
    return [_to_piece(group) for group in _grouped(paragraphs, chunk_tokens, overlap, count_tokens)]


def looks_like_heading(line: str) -> bool:
    """A short numbered or marked line without an end of sentence."""
    line = line.strip()
    return (
        len(line) <= _LONGEST_HEADING and bool(_HEADING.match(line)) and line[-1:] not in "。、.,"
    )


def _paragraphs(blocks: Iterable[Block]) -> Iterator[_Paragraph]:
    path: dict[int, str] = {}
    for block in blocks:
        if block.heading_level and block.text.strip():
            path = _under(path, block.heading_level, block.text.strip())
            yield _Paragraph(block.text.strip(), _trail(path), block.page, opens_section=True)
            continue
        for line in block.text.splitlines():
            if not line.strip():
                continue
            opens = looks_like_heading(line)
            if opens:
                path = _under(path, 9, line.strip())
            yield _Paragraph(line.strip(), _trail(path), block.page, opens_section=opens)


def _under(path: dict[int, str], level: int, heading: str) -> dict[int, str]:
    return {**{depth: text for depth, text in path.items() if depth < level}, level: heading}


def _trail(path: dict[int, str]) -> tuple[str, ...]:
    return tuple(path[depth] for depth in sorted(path))


def _cut(
    text: str, splitter: RecursiveCharacterTextSplitter, count_tokens: CountTokens, limit: int
) -> Iterator[tuple[bool, str]]:
    parts = [text] if count_tokens(text) <= limit else splitter.split_text(text)
    yield from ((number == 0, part) for number, part in enumerate(parts))


def _grouped(
    paragraphs: Sequence[_Paragraph], limit: int, overlap: int, count_tokens: CountTokens
) -> Iterator[list[_Paragraph]]:
    group: list[_Paragraph] = []
    sizes: list[int] = []
    for paragraph in paragraphs:
        size = count_tokens(paragraph.text) + 1
        full = sum(sizes) + size > limit
        if group and (full or (paragraph.opens_section and sum(sizes) >= limit * _SMALL_SHARE)):
            yield group
            kept = _kept(sizes, overlap) if full else 0
            # The repeated tail must leave room for the paragraph that did not fit.
            while kept and sum(sizes[-kept:]) + size > limit:
                kept -= 1
            group, sizes = (group[-kept:], sizes[-kept:]) if kept else ([], [])
        group.append(paragraph)
        sizes.append(size)
    if group:
        yield group


def _kept(sizes: Sequence[int], overlap: int) -> int:
    kept = 0
    while kept < len(sizes) - 1 and sum(sizes[-kept - 1 :]) <= overlap:
        kept += 1
    return kept


def _to_piece(group: Sequence[_Paragraph]) -> Piece:
    pages = tuple(dict.fromkeys(p.page for p in group if p.page is not None))
    return Piece("\n".join(p.text for p in group), group[0].headings, pages)
