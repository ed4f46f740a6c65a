"""Excel. The only loader that knows openpyxl."""

import re
import warnings
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from ingest.blocks import Block, LoadedFile

_HEADER_CELLS = 2
_PERCENT = re.compile(r"0(?:\.(0+))?%")


def load(path: Path) -> LoadedFile:
    """One block a row, each cell with its column's heading, so that a row can be read alone."""
    with warnings.catch_warnings():
        # About styles and extensions that hold no text.
        warnings.simplefilter("ignore", UserWarning)
        workbook = load_workbook(path, read_only=True, data_only=True)
        try:
            sheets = [
                sheet for sheet in workbook.worksheets if isinstance(sheet, ReadOnlyWorksheet)
            ]
            numbered = enumerate(sheets, start=1)
            blocks = tuple(block for number, sheet in numbered for block in _sheet(sheet, number))
        finally:
            workbook.close()
    return LoadedFile(blocks, pages=len(sheets))


def _sheet(sheet: Any, number: int) -> Iterator[Block]:
    yield Block(sheet.title, page=number, heading_level=1)
    # Some programs write a size that leaves cells out.
    sheet.reset_dimensions()
    header: list[str] = []
    for row in sheet.iter_rows():
        cells = [_shown(cell) for cell in row]
        filled = [cell for cell in cells if cell]
        if not filled:
            continue
        if not header and len(filled) >= _HEADER_CELLS:
            header = cells
            yield Block(" | ".join(filled), page=number)
        else:
            yield Block(_row(cells, header), page=number)


def _shown(cell: Any) -> str:
    """The value as the sheet shows it, where that changes what it says: percentages and days."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, float) and (percent := _PERCENT.fullmatch(cell.number_format)):
        return f"{value:.{len(percent[1] or '')}%}"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value).strip()


def _row(cells: list[str], header: list[str]) -> str:
    named = [
        f"{header[i]}: {cell}" if i < len(header) and header[i] else cell
        for i, cell in enumerate(cells)
        if cell
    ]
    return "、".join(named)
