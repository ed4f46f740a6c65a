"""A sheet as an Excel workbook: a tab for each printed page, then the references."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby, zip_longest

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assistant.worksheets.export.document import Block, Box, SheetDocument
from assistant.worksheets.export.excel_cells import (
    HIGHEST_ROW,
    Cells,
    Formats,
    add_formats,
    height,
    lines_height,
    stretches_of,
    write_lines,
    write_text,
)
from assistant.worksheets.export.phrases import BETWEEN, COLON, REFERENCES, legend, reference_mark
from knowledge.documents import Bilingual

_A4 = 9
_PAGE_HEIGHT = 520.0
"""Points of text on a sheet of paper on its side, between the margins."""
_MOST_SQUEEZED = 1.6
"""How much more than that still goes on one page and can be read."""
_PAGE = Bilingual("{}ページ", "Page {}")


@dataclass(frozen=True, slots=True)
class _Grid:
    """Widths of the columns: the first holds section titles or labels."""

    first: float
    box: float
    columns: int
    """Divisible by every number of boxes in a row."""


_SIDE_BY_SIDE = _Grid(15, 9.5, 12)
_PLAIN = _Grid(28, 76, 1)


def to_excel(sheet: SheetDocument) -> bytes:
    """The content of an .xlsx file; its texts are texts, never formulas or links."""
    file = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(file, {"in_memory": True, **options}) as workbook:
        workbook.set_properties({"title": sheet.title})
        formats = add_formats(workbook)
        in_order = sorted(sheet.blocks, key=lambda block: block.page)
        for page, blocks in groupby(in_order, key=lambda block: block.page):
            name = _PAGE.in_language(sheet.language).format(page)
            tab = _Tab(workbook.add_worksheet(name), sheet, formats)
            tab.write_head()
            tab.write_blocks(list(blocks))
            tab.fit_page()
        if sheet.references:
            _write_references(workbook, sheet, formats)
    return file.getvalue()


class _Tab:
    """One printed page, written from top to bottom."""

    def __init__(self, tab: Worksheet, sheet: SheetDocument, formats: Formats) -> None:
        self._tab, self._sheet, self._formats = tab, sheet, formats
        self._grid = _SIDE_BY_SIDE if sheet.is_landscape else _PLAIN
        self._row = 0
        self._height = 0.0
        _set_up_page(tab, landscape=sheet.is_landscape)
        tab.set_column(0, 0, self._grid.first)
        tab.set_column(1, self._grid.columns, self._grid.box)

    def write_head(self) -> None:
        sheet, colon = self._sheet, COLON.in_language(self._sheet.language)
        self._write_across(sheet.form_title, self._formats.title, 20)
        if sheet.title != sheet.form_title:
            self._write_across(sheet.title, self._formats.title, 20)
        facts = [f"{fact.label}{colon}{fact.text}" for fact in sheet.facts]
        in_one_line = BETWEEN.in_language(sheet.language).join(facts)
        for text in [in_one_line] if sheet.is_landscape else facts:
            self._write_across(text, self._formats.plain)
        for text in (
            BETWEEN.in_language(sheet.language).join(legend(sheet.language)),
            *sheet.notices,
        ):
            self._write_across(text, self._formats.small)

    def write_blocks(self, blocks: Sequence[Block]) -> None:
        for group, members in groupby(blocks, key=lambda block: block.group):
            if group:
                self._write_across(group, self._formats.band, 17)
            for block in members:
                if self._sheet.is_landscape:
                    self._write_side_by_side(block)
                else:
                    self._write_plain(block)

    def fit_page(self) -> None:
        """A printed page stays one page as long as its text can be read then."""
        if self._sheet.is_landscape and self._height <= _MOST_SQUEEZED * _PAGE_HEIGHT:
            self._tab.fit_to_pages(1, 1)

    def _end_row(self, height: float) -> None:
        self._tab.set_row(self._row, height)
        self._height += height
        self._row += 1

    def _write_side_by_side(self, block: Block) -> None:
        first = self._row
        for boxes in block.rows:
            self._write_labels(boxes)
            self._write_boxes(boxes)
        title = (first, 0, self._row - 1, 0)
        write_text(self._tab, title, block.title, self._formats.section)

    def _write_plain(self, block: Block) -> None:
        self._write_across(block.title, self._formats.band, 17)
        for box in (box for boxes in block.rows for box in boxes):
            first = self._row
            self._write_boxes((box,), least=height([box.label], self._grid.first))
            write_text(self._tab, (first, 0, self._row - 1, 0), box.label, self._formats.label)

    def _write_labels(self, boxes: Sequence[Box]) -> None:
        width = self._grid.columns // len(boxes)
        for position, box in enumerate(boxes):
            write_text(self._tab, self._cells(position, width), box.label, self._formats.label)
        units = width * self._grid.box
        self._end_row(max(height([box.label], units) for box in boxes))

    def _write_boxes(self, boxes: Sequence[Box], *, least: float = 30) -> None:
        width = self._grid.columns // len(boxes)
        units, language = width * self._grid.box, self._sheet.language
        stretches = [stretches_of(box.lines, units, language) for box in boxes]
        for row in zip_longest(*stretches, fillvalue=()):
            for position, lines in enumerate(row):
                cells = self._cells(position, width)
                write_lines(self._tab, cells, lines, formats=self._formats, language=language)
            highest = max(lines_height(lines, units, language) for lines in row)
            self._end_row(max(highest, least))

    def _write_across(self, text: str, look: Format, least: float = 0) -> None:
        cells = (self._row, 0, self._row, self._grid.columns)
        write_text(self._tab, cells, text, look)
        units = self._grid.first + self._grid.columns * self._grid.box
        self._end_row(max(height([text], units), least))

    def _cells(self, position: int, width: int) -> Cells:
        start = 1 + position * width
        return (self._row, start, self._row, start + width - 1)


def _write_references(workbook: Workbook, sheet: SheetDocument, formats: Formats) -> None:
    tab = workbook.add_worksheet(REFERENCES.in_language(sheet.language))
    _set_up_page(tab, landscape=sheet.is_landscape)
    widths = (6, 120 if sheet.is_landscape else 98)
    for column, width in enumerate(widths):
        tab.set_column(column, column, width)
    write_text(tab, (0, 0, 0, 1), REFERENCES.in_language(sheet.language), formats.band)
    for row, reference in enumerate(sheet.references, start=1):
        texts = [reference.text, *reference.quotes]
        mark = reference_mark((reference.number,), sheet.language)
        write_text(tab, (row, 0, row, 0), mark, formats.box)
        write_text(tab, (row, 1, row, 1), "\n".join(texts), formats.box)
        tab.set_row(row, min(height(texts, widths[1]), HIGHEST_ROW))


def _set_up_page(tab: Worksheet, *, landscape: bool) -> None:
    tab.set_paper(_A4)
    if landscape:
        tab.set_landscape()
    tab.fit_to_pages(1, 0)
    tab.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.6)
    tab.set_footer("&R&8&P / &N")
    tab.hide_gridlines(2)
