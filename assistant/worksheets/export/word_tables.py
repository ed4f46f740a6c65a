"""The tables of a sheet in Word: side by side as on the printed worksheet, or plain."""

from collections.abc import Sequence
from itertools import groupby

from docx.document import Document as WordDocument
from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row

from assistant.worksheets.export.document import Block, Box, SheetDocument
from assistant.worksheets.export.handout import Grid
from assistant.worksheets.export.page_fit import (
    LEAST_ROW_MM,
    SIZES,
    TITLE_WIDTH_MM,
    text_size,
)
from assistant.worksheets.export.word_text import (
    BAND,
    LABEL,
    ON_BAND,
    SHADE,
    add_lines,
    fill,
    text_width,
    write_cell,
)
from knowledge.documents import Language

_COLUMNS = 12  # divisible by one, two, three and four boxes in a row
_TITLE_WIDTH = Mm(TITLE_WIDTH_MM)
_LABEL_WIDTH = Mm(46)
_LEAST_HEIGHT = Mm(LEAST_ROW_MM)
_LONGEST_WHOLE = 1_200
"""Characters of a row that is not broken between two pages."""
_WRITING_HEIGHT = Mm(7.5)
"""Of a row of a table: one line by hand."""
_PADDING = {"top": 40, "bottom": 40, "left": 85, "right": 85}
"""Of every cell, in twentieths of a point."""
_LINE_COLOR = "8A9A95"


def add_blocks(document: WordDocument, sheet: SheetDocument, blocks: Sequence[Block]) -> None:
    """One table with these sections."""
    if sheet.is_landscape:
        _SideBySide(document, sheet.language, text_size(sheet)).add(blocks)
    else:
        _Plain(document, sheet.language).add(blocks)


def add_grid(document: WordDocument, grid: Grid) -> None:
    """A table with a heading row that is repeated on every page."""
    share = text_width(document) // sum(grid.shares)
    table = _new_table(document, [share * each for each in grid.shares])
    head = _new_row(table)
    _repeat_on_every_page(head)
    for cell, text in zip(head.cells, grid.header, strict=True):
        fill(cell, SHADE)
        write_cell(cell, text, LABEL)
    for texts in grid.rows:
        row = _new_row(table)
        row.height, row.height_rule = _WRITING_HEIGHT, WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, text in zip(row.cells, texts, strict=True):
            write_cell(cell, text)
        _keep_whole(row, length=sum(map(len, texts)))


class _SideBySide:
    """Section titles in the first column, boxes in rows beside them, bands over groups."""

    def __init__(self, document: WordDocument, language: Language, size: float) -> None:
        self._language, self._size = language, size
        box = (text_width(document) - _TITLE_WIDTH) // _COLUMNS
        self._table = _new_table(document, [_TITLE_WIDTH, *([box] * _COLUMNS)])

    def add(self, blocks: Sequence[Block]) -> None:
        for group, members in groupby(blocks, key=lambda block: block.group):
            if group:
                _add_band(self._table, group)
            for block in members:
                self._add_block(block)

    def _add_block(self, block: Block) -> None:
        rows = [self._add_row(boxes) for boxes in block.rows]
        title = rows[0].cells[0].merge(rows[-1].cells[0])
        fill(title, SHADE)
        write_cell(title, block.title, LABEL)

    def _add_row(self, boxes: Sequence[Box]) -> _Row:
        row = _new_row(self._table)
        row.height, row.height_rule = _LEAST_HEIGHT, WD_ROW_HEIGHT_RULE.AT_LEAST
        cells, width = row.cells, _COLUMNS // len(boxes)
        for position, box in enumerate(boxes):
            start = 1 + position * width
            cell = cells[start].merge(cells[start + width - 1])
            _shade_label(cell)
            write_cell(cell, box.label, LABEL)
            add_lines(cell, box.lines, self._language, self._size)
        _keep_whole(row, length=sum(len(line.text) for box in boxes for line in box.lines))
        return row


class _Plain:
    """A band for each section, then its fields: label beside content."""

    def __init__(self, document: WordDocument, language: Language) -> None:
        self._language = language
        content = text_width(document) - _LABEL_WIDTH
        self._table = _new_table(document, [_LABEL_WIDTH, content])

    def add(self, blocks: Sequence[Block]) -> None:
        for block in blocks:
            _add_band(self._table, block.title)
            for boxes in block.rows:
                for box in boxes:
                    self._add_box(box)

    def _add_box(self, box: Box) -> None:
        row = _new_row(self._table)
        _keep_whole(row, length=sum(len(line.text) for line in box.lines))
        label, content = row.cells
        fill(label, SHADE)
        write_cell(label, box.label, LABEL)
        add_lines(content, box.lines, self._language, SIZES[0])
        if box.lines:
            _drop_first_paragraph(content)


def _new_row(table: Table) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # typed in part only
    return row


def _new_table(document: WordDocument, widths: Sequence[int]) -> Table:
    table: Table = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _set_padding_and_lines(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width / Mm(1))
    return table


def _set_padding_and_lines(table: Table) -> None:
    borders, padding = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", _LINE_COLOR)):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    for side in ("top", "left", "bottom", "right"):
        width = OxmlElement(f"w:{side}")
        width.set(qn("w:w"), str(_PADDING[side]))
        width.set(qn("w:type"), "dxa")
        padding.append(width)
    # The order of these elements is fixed by the format; the layout stands between the two.
    layout = table._tblPr.find(qn("w:tblLayout"))
    layout.addprevious(borders)
    layout.addnext(padding)


def _keep_whole(row: _Row, *, length: int) -> None:
    """Keep a row with this many characters on one page, if it may well fit there."""
    if length <= _LONGEST_WHOLE:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeat_on_every_page(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _add_band(table: Table, text: str) -> None:
    row = _new_row(table)
    cell = row.cells[0].merge(row.cells[-1])
    fill(cell, BAND)
    write_cell(cell, text, ON_BAND)
    # A heading alone at the foot of a page would head nothing.
    cell.paragraphs[0].paragraph_format.keep_with_next = True


def _shade_label(cell: _Cell) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), SHADE)
    cell.paragraphs[0]._element.get_or_add_pPr().append(shading)
    cell.paragraphs[0].paragraph_format.space_after = Pt(2)


def _drop_first_paragraph(cell: _Cell) -> None:
    first = cell.paragraphs[0]._element
    cell._element.remove(first)
