"""How wide an Excel sheet's columns are, so that its printed page is read as easily as can be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from assistant.worksheets.export.document import Block, Box, Line, SheetDocument
from assistant.worksheets.export.excel_cells import height, lines_height, stretches_of
from assistant.worksheets.export.phrases import BETWEEN, COLON, legend
from knowledge.documents import Language

SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 0.4, 0.4, 0.6
"""Inches."""
BAND = 17.0
"""Points of a row with a group's or a section's title."""
_TITLE = 20.0
_LEAST_BOX = 30.0
"""Points of a row of boxes: room to write by hand on a printed sheet."""
_LONG_SIDE, _SHORT_SIDE, _INCH = 842.0, 595.0, 72.0
"""Of A4 in points."""
_PAGE_WIDTH = _LONG_SIDE - 2 * SIDE_MARGIN * _INCH
_PAGE_HEIGHT = _SHORT_SIDE - (TOP_MARGIN + BOTTOM_MARGIN) * _INCH
_LEAST_SCALE = 0.72
"""Of a page that is made smaller to be one page: 6.5 points of text."""


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One of the rows above the boxes."""

    text: str
    look: Literal["title", "plain", "small"]
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class BoxRow:
    """One row of cells: for each box a stretch of its lines."""

    stretches: tuple[Sequence[Line], ...]
    height: float


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths of the columns: the first holds section titles or labels."""

    first: float
    box: float
    boxes: int
    """How many; divisible by every number of boxes in a row."""

    @property
    def whole(self) -> float:
        """Width of all columns together."""
        return self.first + self.boxes * self.box

    @property
    def points(self) -> float:
        """The same on paper: seven pixels a character and five for each column's edges."""
        return (7 * self.whole + 5 * (1 + self.boxes)) * 0.75

    @property
    def is_side_by_side(self) -> bool:
        return self.boxes > 1

    def labels_height(self, boxes: Sequence[Box]) -> float:
        """Points of the row with the labels of boxes that stand side by side."""
        return max(height([box.label], self._width_of(boxes)) for box in boxes)

    def rows_of(self, boxes: Sequence[Box], language: Language) -> Iterator[BoxRow]:
        """The boxes' lines, in as many rows as their length takes."""
        width = self._width_of(boxes)
        least = _LEAST_BOX if self.is_side_by_side else height([boxes[0].label], self.first)
        stretches = [stretches_of(box.lines, width, language) for box in boxes]
        for row in zip_longest(*stretches, fillvalue=()):
            highest = max(lines_height(lines, width, language) for lines in row)
            yield BoxRow(tuple(row), max(highest, least))

    def height_of(self, blocks: Sequence[Block], language: Language) -> float:
        """Points of sections whose boxes stand side by side."""
        groups = {block.group for block in blocks if block.group}
        rows = [boxes for block in blocks for boxes in block.rows]
        written = (row.height for boxes in rows for row in self.rows_of(boxes, language))
        return len(groups) * BAND + sum(map(self.labels_height, rows)) + sum(written)

    def _width_of(self, boxes: Sequence[Box]) -> float:
        return self.boxes // len(boxes) * self.box


_PLAIN = Columns(28, 76, 1)
_SIDE_BY_SIDE = tuple(Columns(15, 9.5 + wider / 2, 12) for wider in range(9))


def columns_of(sheet: SheetDocument) -> tuple[Columns, bool]:
    """The columns of a sheet, and whether each of its pages is printed on one sheet of paper.

    Wider columns make a page lower: those are taken with which it is made smallest the least.
    """
    if not sheet.is_landscape:
        return _PLAIN, False
    best = max(_SIDE_BY_SIDE, key=lambda columns: _scale(sheet, columns))
    if _scale(sheet, best) < _LEAST_SCALE:
        return _SIDE_BY_SIDE[0], False
    return best, True


def head_of(sheet: SheetDocument) -> list[HeadLine]:
    """Title, facts, what the marks mean, notices."""
    between, colon = BETWEEN.in_language(sheet.language), COLON.in_language(sheet.language)
    facts = [f"{fact.label}{colon}{fact.text}" for fact in sheet.facts]
    titles = dict.fromkeys(filter(None, (sheet.form_title, sheet.title)))
    shown = [between.join(facts)] if sheet.is_landscape else facts
    small = (between.join(legend(sheet.language)), *sheet.notices)
    return [
        *(HeadLine(text, "title", _TITLE) for text in titles),
        *(HeadLine(text, "plain") for text in shown),
        *(HeadLine(text, "small") for text in small),
    ]


def _scale(sheet: SheetDocument, columns: Columns) -> float:
    """How much smaller the fullest page must be printed: 1 is not at all."""
    head = sum(max(height([line.text], columns.whole), line.least) for line in head_of(sheet))
    pages = {block.page for block in sheet.blocks}
    highest = max(
        columns.height_of([b for b in sheet.blocks if b.page == page], sheet.language)
        for page in pages
    )
    return min(1.0, _PAGE_WIDTH / columns.points, _PAGE_HEIGHT / (head + highest))
