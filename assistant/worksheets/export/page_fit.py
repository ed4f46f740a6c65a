"""How large the text of the printed worksheet may be, so that each of its pages stays one page."""

import unicodedata
from collections.abc import Sequence
from math import ceil

from assistant.worksheets.export.document import Block, Box, Line, SheetDocument
from assistant.worksheets.export.phrases import marks
from knowledge.documents import Language

SIZES = (9.0, 8.5, 8.0, 7.5, 7.0)
"""In points, the most readable first; below the last the text runs on to another page."""
LEADING = 1.35
"""Height of a line, in sizes of its text."""
TITLE_WIDTH_MM = 30
"""Of the column with the sections' titles."""
MARGIN_MM = 12
LEAST_ROW_MM = 14
"""Of a row of boxes: room to write by hand on a printed sheet."""
_PAGE_WIDTH_MM, _PAGE_HEIGHT_MM = 297, 210
_POINTS = 72 / 25.4
_HEAD = 72.0
"""Points that title, facts and legend take, and the page's number."""
_BAND = 20.0
_ROW_FRAME = 22.0
"""Points of a row's label and padding."""
_MARK_SIZE = 0.85
"""Of a mark, in sizes of the text before it."""
_INDENT = 2.5
"""Sizes of text that a line loses to its bullet and the box's padding."""


def text_size(sheet: SheetDocument) -> float:
    """The largest size in points with which every page of the form fits on one sheet of paper."""
    if not sheet.is_landscape:
        return SIZES[0]
    pages = {block.page for block in sheet.blocks}
    by_page = [[block for block in sheet.blocks if block.page == page] for page in pages]
    held = (_PAGE_HEIGHT_MM - 2 * MARGIN_MM) * _POINTS - _HEAD
    for size in SIZES:
        if all(_height(blocks, size, sheet.language) <= held for blocks in by_page):
            return size
    return SIZES[-1]


def half_widths(text: str) -> int:
    """How many half-width characters a text is long: a Japanese character is two."""
    return sum(2 if unicodedata.east_asian_width(c) in "FWA" else 1 for c in text)


def _height(blocks: Sequence[Block], size: float, language: Language) -> float:
    bands = len({block.group for block in blocks if block.group}) * _BAND
    rows = (row for block in blocks for row in block.rows)
    return bands + sum(_row_height(row, size, language) for row in rows)


def _row_height(boxes: Sequence[Box], size: float, language: Language) -> float:
    width = (_PAGE_WIDTH_MM - 2 * MARGIN_MM - TITLE_WIDTH_MM) * _POINTS / len(boxes)
    held = max(int(2 * (width / size - _INDENT)), 2)
    lines = max(sum(_lines(line, held, language) for line in box.lines) for box in boxes)
    return max(lines * (size * LEADING + 1) + _ROW_FRAME, LEAST_ROW_MM * _POINTS)


def _lines(line: Line, held: int, language: Language) -> int:
    length = half_widths(line.text) + _MARK_SIZE * half_widths(marks(line, language))
    return max(1, ceil(length / held))
