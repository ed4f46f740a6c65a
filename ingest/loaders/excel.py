"""Excel. The only loader that knows openpyxl."""

from collections.abc import Iterator
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from ingest.blocks import Block, LoadedFile

_HEADER_CELLS = 2


def load(path: Path) -> LoadedFile:
    """One block a row, each cell with its column's heading, so that a row can be read alone."""
    workbook = load_workbook(path, read_only=True, data_only=True)
    try:
        blocks = [
            block
            for number, sheet in enumerate(workbook.worksheets, start=1)
            for block in _sheet(sheet, number)
        ]
        return LoadedFile(tuple(blocks), pages=len(workbook.worksheets))
    finally:
        workbook.close()


def _sheet(sheet: ReadOnlyWorksheet, number: int) -> Iterator[Block]:
    yield Block(sheet.title, page=number, heading_level=1)
    header: list[str] = []
    for row in sheet.iter_rows(values_only=True):
        cells = ["" if value is None else str(value).strip() for value in row]
        filled = [cell for cell in cells if cell]
        if not filled:
            continue
        if not header and len(filled) >= _HEADER_CELLS:
            header = cells
            yield Block(" | ".join(filled), page=number)
        else:
            yield Block(_row(cells, header), page=number)


def _row(cells: list[str], header: list[str]) -> str:
    named = [
        f"{header[i]}: {cell}" if i < len(header) and header[i] else cell
        for i, cell in enumerate(cells)
        if cell
    ]
    return "、".join(named)
