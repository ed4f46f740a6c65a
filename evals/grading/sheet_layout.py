"""How a grading sheet looks: widths, heights, what a cell takes, and how it is printed."""

import re
from collections.abc import Sequence
from math import ceil
from unicodedata import east_asian_width

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from evals.grading.rubric import HIGHEST

_WIDTHS = {"task": 9, "question": 32, "answer": 88, "sources": 60, "preferred": 14, "comment": 36}
_GRADE_WIDTH = 11
_POINTS_A_LINE, _HIGHEST_ROW = 14.0, 409.0
"""Points; Excel's rows are no higher than this."""
_HEAD, _TO_FILL = PatternFill("solid", fgColor="E8EDF4"), PatternFill("solid", fgColor="FFFBE6")
_OF_B = re.compile(r"(answer|sources) B|B |preferred")


def lay_out_sheet(sheet: Worksheet, names: Sequence[str], *, has_pairs: bool) -> None:
    """Lay out a sheet whose first row holds headings and the others one task each.

    Args:
        sheet: is filled already.
        names: of its columns, in English.
        has_pairs: False hides what only comparisons need.
    """
    for index, name in enumerate(names, start=1):
        column = sheet.column_dimensions[get_column_letter(index)]
        column.width = _width(name)
        column.hidden = not has_pairs and _OF_B.match(name) is not None
        _format_column(sheet, index, name)
    for row in range(1, sheet.max_row + 1):
        sheet.row_dimensions[row].height = _height(sheet, row, names)
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _format_column(sheet: Worksheet, index: int, name: str) -> None:
    letter, is_to_fill = get_column_letter(index), name.split()[0] not in _SHOWN
    for row in range(1, sheet.max_row + 1):
        cell = sheet.cell(row, index)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if row == 1:
            cell.font, cell.fill = Font(bold=True), _HEAD
        elif is_to_fill:
            cell.fill = _TO_FILL
    if allowed := _allowed(name):
        sheet.add_data_validation(allowed)
        allowed.add(f"{letter}2:{letter}{max(2, sheet.max_row)}")


_SHOWN = {"task", "question", "answer", "sources"}


def _allowed(name: str) -> DataValidation | None:
    """What may be typed into a column's cells; None for anything."""
    if name.startswith("preferred"):
        return DataValidation(type="list", formula1='"A,B,="', allow_blank=True)
    if name.startswith(("A ", "B ")):
        return DataValidation(
            type="whole",
            operator="between",
            formula1="0",
            formula2=str(HIGHEST),
            allow_blank=True,
        )
    return None


def _width(name: str) -> int:
    return _WIDTHS.get(name.split()[0], _GRADE_WIDTH)


def _height(sheet: Worksheet, row: int, names: Sequence[str]) -> float:
    """Points that the row's longest text takes: not every program finds them out by itself."""
    lines = max(
        _lines(str(sheet.cell(row, index).value or ""), _width(name))
        for index, name in enumerate(names, start=1)
    )
    return min(_HIGHEST_ROW, lines * _POINTS_A_LINE + 4)


def _lines(text: str, width: int) -> int:
    """Lines of the text in a column of this width, counted in narrow letters."""
    return sum(max(1, ceil(_extent(line) / (width - 1))) for line in text.split("\n"))


def _extent(line: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line)
