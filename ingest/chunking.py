"""Split a document on its headings and paragraphs into chunks small enough to quote."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from langchain_text_splitters import RecursiveCharacterTextSplitter

from ingest.blocks import Block

CountTokens = Callable[[str], int]
_HEADINGS = tuple(
    re.compile(rf"\s*(?:{look})")
    for look in (
        r"第[一二三四五六七八九十\d]+[章部]",
        r"第[一二三四五六七八九十\d]+節|[IVXⅠ-Ⅻ]{1,4}[.．、\s]",
        r"\d{1,2}(?:[.．]\d{1,2})*[.．\s]\s*\D",
        r"ステップ\s*\d|STEP\s*\d|事例\s*[\d①-⑳]|Q\d+",
        r"【[^】]+】|[■◆●◼](?!\s*[■◆●◼])",
        r"＜[^＞]+＞|<[^>]+>",
        r"[\u2460-\u2473]",
    )
)
"""How headings look in text without any, from the outermost to the innermost."""
_ONLY_MARKS = re.compile(r"[\W\d\u2460-\u2473]*")
_LONGEST_HEADING = 42
_SEPARATORS = ["\n\n", "\n", "。", "．", ". ", "、", ", ", " ", ""]
_MARKED = 9
"""Outermost level of lines that only look like headings: below those that the format knows."""
_SMALL_SHARE = 0.5
"""A line that only looks like a heading opens a new chunk once the one before has half its size."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A chunk before it knows its document."""

    text: str
    headings: tuple[str, ...]
    pages: tuple[int, ...]
    repeated_lines: int = 0
    """Of its start that the piece before ends with."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    headings: tuple[str, ...]
    page: int | None
    is_heading: bool
    opens_section: bool
    """The format itself says that it is a heading: its text never stands under another one's."""


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
        part
        for paragraph in _paragraphs(blocks)
        for part in _cut(paragraph, splitter, count_tokens, chunk_tokens)
    ]
    groups = _grouped(paragraphs, chunk_tokens, overlap, count_tokens)
    return [_to_piece(group, repeated) for group, repeated in groups]


def _look(line: str) -> int | None:
    """How far inside a short numbered or marked line stands, from 0; None for a line of text."""
    line = line.strip()
    if len(line) > _LONGEST_HEADING or line[-1:] in "。、.," or _ONLY_MARKS.fullmatch(line):
        return None
    return next((depth for depth, look in enumerate(_HEADINGS) if look.match(line)), None)


def _paragraphs(blocks: Iterable[Block]) -> Iterator[_Paragraph]:
    path: dict[int, str] = {}
    for block in blocks:
        if block.heading_level and block.text.strip():
            path = _under(path, block.heading_level, block.text.strip())
            yield _Paragraph(block.text.strip(), _trail(path), block.page, True, True)
            continue
        for line in block.text.splitlines():
            if not line.strip():
                continue
            depth = _look(line)
            if depth is not None:
                path = _under(path, _MARKED + depth, line.strip())
            yield _Paragraph(line.strip(), _trail(path), block.page, depth is not None, False)


def _under(path: dict[int, str], level: int, heading: str) -> dict[int, str]:
    return {**{depth: text for depth, text in path.items() if depth < level}, level: heading}


def _trail(path: dict[int, str]) -> tuple[str, ...]:
    return tuple(path[depth] for depth in sorted(path))


def _cut(
    paragraph: _Paragraph,
    splitter: RecursiveCharacterTextSplitter,
    count_tokens: CountTokens,
    limit: int,
) -> Iterator[_Paragraph]:
    if count_tokens(paragraph.text) <= limit:
        yield paragraph
        return
    for number, text in enumerate(splitter.split_text(paragraph.text)):
        opens = paragraph.opens_section and number == 0
        yield replace(paragraph, text=text, opens_section=opens)


def _grouped(
    paragraphs: Sequence[_Paragraph], limit: int, overlap: int, count_tokens: CountTokens
) -> Iterator[tuple[list[_Paragraph], int]]:
    """Groups, and how many paragraphs of each are repeated from the one before."""
    group: list[_Paragraph] = []
    sizes: list[int] = []
    repeated = 0
    for paragraph in paragraphs:
        size = count_tokens(paragraph.text) + 1
        full = sum(sizes) + size > limit
        if group and (full or _closes(group, sum(sizes), paragraph, limit)):
            yield group, repeated
            kept = _kept(sizes, overlap) if full and not paragraph.opens_section else 0
            # The repeated tail must leave room for the paragraph that did not fit.
            while kept and sum(sizes[-kept:]) + size > limit:
                kept -= 1
            group, sizes = (group[-kept:], sizes[-kept:]) if kept else ([], [])
            repeated = kept
        group.append(paragraph)
        sizes.append(size)
    if group:
        yield group, repeated


def _closes(group: Sequence[_Paragraph], size: int, heading: _Paragraph, limit: int) -> bool:
    """Whether this heading ends the chunk before it; a heading alone waits for its text."""
    if heading.opens_section:
        return not all(paragraph.is_heading for paragraph in group)
    return heading.is_heading and size >= limit * _SMALL_SHARE


def _kept(sizes: Sequence[int], overlap: int) -> int:
    kept = 0
    while kept < len(sizes) - 1 and sum(sizes[-kept - 1 :]) <= overlap:
        kept += 1
    return kept


def _to_piece(group: Sequence[_Paragraph], repeated: int) -> Piece:
    pages = tuple(dict.fromkeys(p.page for p in group if p.page is not None))
    text = next((p for p in group if not p.is_heading), group[-1])
    lines = sum(len(p.text.splitlines()) for p in group[:repeated])
    return Piece("\n".join(p.text for p in group), text.headings, pages, lines)
