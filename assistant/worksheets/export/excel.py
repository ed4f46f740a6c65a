"""A sheet as an Excel workbook: a tab for each printed page, then the references."""

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby

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
    write_lines,
    write_text,
)
from assistant.worksheets.export.excel_page import (
    BAND,
    BOTTOM_MARGIN,
    SIDE_MARGIN,
    TOP_MARGIN,
    Columns,
    columns_of,
    head_of,
)
from assistant.worksheets.export.phrases import REFERENCES, reference_mark
from knowledge.documents import Bilingual

_A4 = 9
_PAGE = Bilingual("{}ページ", "Page {}")


def to_excel(sheet: SheetDocument) -> bytes:
    """The content of an .xlsx file; its texts are texts, never formulas or links."""
    file = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(file, {"in_memory": True, **options}) as workbook:
        workbook.set_properties({"title": sheet.title})
        formats = add_formats(workbook)
        columns, is_one_page = columns_of(sheet)
        in_order = sorted(sheet.blocks, key=lambda block: block.page)
        for page, blocks in groupby(in_order, key=lambda block: block.page):
            name = _PAGE.in_language(sheet.language).format(page)
            worksheet = workbook.add_worksheet(name)
            _set_up_page(worksheet, landscape=sheet.is_landscape, is_one_page=is_one_page)
            tab = _Tab(worksheet, sheet, columns, formats)
            tab.write_head()
            tab.write_blocks(list(blocks))
        if sheet.references:
            _write_references(workbook, sheet, formats)
    return file.getvalue()


class _Tab:
    """One printed page, written from top to bottom."""

    def __init__(
        self, tab: Worksheet, sheet: SheetDocument, columns: Columns, formats: Formats
    ) -> None:
        self._tab, self._sheet, self._formats = tab, sheet, formats
        self._columns = columns
        self._row = 0
        tab.set_column(0, 0, columns.first)
        tab.set_column(1, columns.boxes, columns.box)

    def write_head(self) -> None:
        for line in head_of(self._sheet):
            look = getattr(self._formats, line.look)
            self._write_across(line.text, look, line.least)

    def write_blocks(self, blocks: Sequence[Block]) -> None:
        for group, members in groupby(blocks, key=lambda block: block.group):
            if group:
                self._write_across(group, self._formats.band, BAND)
            for block in members:
                if self._sheet.is_landscape:
                    self._write_side_by_side(block)
                else:
                    self._write_plain(block)

    def _end_row(self, height: float) -> None:
        self._tab.set_row(self._row, height)
        self._row += 1

    def _write_side_by_side(self, block: Block) -> None:
        first = self._row
        for boxes in block.rows:
            self._write_labels(boxes)
            self._write_boxes(boxes)
        title = (first, 0, self._row - 1, 0)
        write_text(self._tab, title, block.title, self._formats.section)

    def _write_plain(self, block: Block) -> None:
        self._write_across(block.title, self._formats.band, BAND)
        for box in (box for boxes in block.rows for box in boxes):
            first = self._row
            self._write_boxes((box,))
            write_text(self._tab, (first, 0, self._row - 1, 0), box.label, self._formats.label)

    def _write_labels(self, boxes: Sequence[Box]) -> None:
        for position, box in enumerate(boxes):
            cells = self._cells(position, len(boxes))
            write_text(self._tab, cells, box.label, self._formats.label)
        self._end_row(self._columns.labels_height(boxes))

    def _write_boxes(self, boxes: Sequence[Box]) -> None:
        language = self._sheet.language
        for row in self._columns.rows_of(boxes, language):
            for position, lines in enumerate(row.stretches):
                cells = self._cells(position, len(boxes))
                write_lines(self._tab, cells, lines, formats=self._formats, language=language)
            self._end_row(row.height)

    def _write_across(self, text: str, look: Format, least: float) -> None:
        write_text(self._tab, (self._row, 0, self._row, self._columns.boxes), text, look)
        self._end_row(max(height([text], self._columns.whole), least))

    def _cells(self, position: int, side_by_side: int) -> Cells:
        width = self._columns.boxes // side_by_side
        start = 1 + position * width
        return (self._row, start, self._row, start + width - 1)


def _write_references(workbook: Workbook, sheet: SheetDocument, formats: Formats) -> None:
    tab = workbook.add_worksheet(REFERENCES.in_language(sheet.language))
    _set_up_page(tab, landscape=sheet.is_landscape)
    widths = (6, 138 if sheet.is_landscape else 98)
    for column, width in enumerate(widths):
        tab.set_column(column, column, width)
    write_text(tab, (0, 0, 0, 1), REFERENCES.in_language(sheet.language), formats.band)
    for row, reference in enumerate(sheet.references, start=1):
        texts = [reference.text, *reference.quotes]
        mark = reference_mark((reference.number,), sheet.language)
        write_text(tab, (row, 0, row, 0), mark, formats.box)
        write_text(tab, (row, 1, row, 1), "\n".join(texts), formats.box)
        tab.set_row(row, min(height(texts, widths[1]), HIGHEST_ROW))


def _set_up_page(tab: Worksheet, *, landscape: bool, is_one_page: bool = False) -> None:
    tab.set_paper(_A4)
    if landscape:
        tab.set_landscape()
    tab.fit_to_pages(1, 1 if is_one_page else 0)
    tab.center_horizontally()
    tab.set_margins(left=SIDE_MARGIN, right=SIDE_MARGIN, top=TOP_MARGIN, bottom=BOTTOM_MARGIN)
    tab.set_footer("&R&8&P / &N")
    tab.hide_gridlines(2)
