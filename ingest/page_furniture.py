"""Running headers, footers and page numbers: what pages repeat and nobody wrote to be read."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.blocks import Block

_BARE_NUMBER = re.compile(r"\s*(\d{1,4})\s*$")
# `- 12 -`, `p. 12` and `12 / 40` are page numbers wherever they stand at the edge of a page.
_MARKED_NUMBER = re.compile(
    r"\s*(?:[-–—]\s*\d{1,4}\s*[-–—]|[pP]\.?\s*\d{1,4}|\d{1,4}\s*/\s*\d{1,4})\s*$"
)
_SHARE_OF_PAGES = 0.5
_FEWEST_PAGES = 3
_EDGE_LINES = 3


def without_furniture(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without lines that stand at the edge of most pages, and without page numbers.

    Only blocks that are a whole page are touched: rows of a sheet and boxes of a slide have no
    running headers, and a line of digits there is a figure.
    """
    counts = Counter(block.page for block in blocks)
    pages = [b for b in blocks if b.page and counts[b.page] == 1 and not b.heading_level]
    repeated, offset = _repeated_lines(pages), _number_offset(pages)
    whole = {block.page for block in pages}
    return [
        replace(block, text=_stripped(block, repeated, offset)) if block.page in whole else block
        for block in blocks
    ]


def _repeated_lines(pages: Sequence[Block]) -> frozenset[str]:
    if len(pages) < _FEWEST_PAGES:
        return frozenset()
    counts = Counter(line for page in pages for line in {line.strip() for line in _edges(page)})
    return frozenset(line for line, count in counts.items() if count >= _needed(pages))


def _number_offset(pages: Sequence[Block]) -> int:
    """How far the printed page numbers are ahead of the counted ones."""
    counts = Counter(
        number - (page.page or 0) for page in pages for number in _bare_numbers(_edges(page))
    )
    offset, count = max(counts.items(), key=lambda item: item[1], default=(0, 0))
    return offset if count >= _needed(pages) else 0


def _bare_numbers(lines: Sequence[str]) -> set[int]:
    return {int(match[1]) for match in map(_BARE_NUMBER.match, lines) if match}


def _needed(pages: Sequence[Block]) -> float:
    return max(_FEWEST_PAGES, _SHARE_OF_PAGES * len(pages))


def _edges(page: Block) -> list[str]:
    lines = [line for line in page.text.splitlines() if line.strip()]
    return lines[:_EDGE_LINES] + lines[max(_EDGE_LINES, len(lines) - _EDGE_LINES) :]


def _stripped(page: Block, repeated: frozenset[str], offset: int) -> str:
    lines = page.text.splitlines()
    filled = [number for number, line in enumerate(lines) if line.strip()]
    edges = {*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:]}
    printed = str((page.page or 0) + offset)
    return "\n".join(
        line
        for number, line in enumerate(lines)
        if number not in edges
        or not (line.strip() in repeated or line.strip() == printed or _MARKED_NUMBER.match(line))
    )
