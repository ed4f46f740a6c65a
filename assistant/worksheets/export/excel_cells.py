"""Cells of Excel files: text that can never become a formula, and rows as high as their text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from assistant.worksheets.export.document import Line, Standing
from assistant.worksheets.export.page_fit import half_widths
from assistant.worksheets.export.phrases import FONT, marks, reference_mark, standing_mark
from knowledge.documents import Language

HIGHEST_ROW = 400.0
"""Points; Excel ends at 409."""
LONGEST_CELL = 32_000
"""Characters; Excel ends at 32,767."""
_LINE_HEIGHT = 13.0
_SIZE = 9
_WIDTH_OF_A_CHARACTER = 0.86
"""Of a half-width character in this size, in units of a column's width; measured in LibreOffice."""
Cells = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


@dataclass(frozen=True, slots=True)
class Formats:
    """How cells and runs of text look."""

    title: Format
    plain: Format
    small: Format
    label: Format
    section: Format
    band: Format
    box: Format
    text: Format
    unconfirmed: Format
    reference: Format


def add_formats(workbook: Workbook) -> Formats:
    """The formats of a workbook; every cell of text is marked as text for good (quote prefix)."""

    def cell(**look: Any) -> Format:
        base = {"font_name": FONT, "font_size": _SIZE, "text_wrap": True, "valign": "top"}
        return workbook.add_format(base | {"quote_prefix": True} | look)

    def run(**look: Any) -> Format:
        return workbook.add_format({"font_name": FONT, "font_size": _SIZE} | look)

    framed = {"border": 1, "border_color": "#8A9A95"}
    shaded = framed | {"bg_color": "#DCE9E4", "bold": True}
    band = framed | {"bg_color": "#2F6B5A", "font_color": "#FFFFFF", "bold": True}
    return Formats(
        title=cell(font_size=13, bold=True, text_wrap=False),
        plain=cell(),
        small=cell(font_size=8),
        label=cell(**shaded),
        section=cell(**shaded),
        band=cell(**band),
        box=cell(**framed),
        text=run(),
        unconfirmed=run(font_color="#A34A00"),
        reference=run(font_color="#1D4E89"),
    )


def write_text(sheet: Worksheet, cells: Cells, text: str, look: Format) -> None:
    """One text into a cell or a merged range ."""
    row, column, last_row, last_column = cells
    if (row, column) != (last_row, last_column):
        sheet.merge_range(row, column, last_row, last_column, "", look)
    sheet.write_string(row, column, text[:LONGEST_CELL], look)


def write_lines(
    sheet: Worksheet,
    cells: Cells,
    lines: Sequence[Line],
    *,
    formats: Formats,
    language: Language,
) -> None:
    """A box's lines into one merged cell, each with its marks."""
    write_text(sheet, cells, "", formats.box)
    runs: list[Any] = []
    for position, line in enumerate(lines):
        look = formats.unconfirmed if line.standing is Standing.UNCONFIRMED else formats.text
        runs += [look, ("\n" if position else "") + _shown_text(line)]
        if numbers := reference_mark(line.numbers, language):
            runs += [formats.reference, f" {numbers}"]
        if standing := standing_mark(line, language):
            runs += [look, f" {standing}"]
    row, column = cells[:2]
    if len(runs) == 2:  # a rich text needs two runs
        sheet.write_string(row, column, runs[1], formats.box)
    elif runs:
        sheet.write_rich_string(row, column, *runs, formats.box)


def stretches_of(lines: Sequence[Line], width: float, language: Language) -> list[list[Line]]:
    """A box's lines in as many stretches as it takes, each low enough for one row."""
    stretches: list[list[Line]] = [[]]
    for line in (piece for whole in lines for piece in _pieces(whole, width)):
        if stretches[-1] and lines_height([*stretches[-1], line], width, language) > HIGHEST_ROW:
            stretches.append([])
        stretches[-1].append(line)
    return stretches


def lines_height(lines: Sequence[Line], width: float, language: Language) -> float:
    """Points that lines take with their bullets and marks."""
    return height([_shown_text(line) + marks(line, language) for line in lines], width)


def height(texts: Sequence[str], width: float) -> float:
    """Points that these texts take, one below the other, in a cell of this width."""
    rows = sum(max(1, -(-half_widths(text) // _held(width))) for text in texts)
    return max(rows, 1) * _LINE_HEIGHT + 4


def _held(width: float) -> int:
    return max(int(width / _WIDTH_OF_A_CHARACTER) - 2, 4)


def _pieces(line: Line, width: float) -> list[Line]:
    """A line that is too high for any row, cut; its marks stay with the last piece."""
    longest = int(HIGHEST_ROW / _LINE_HEIGHT - 2) * _held(width) // 2
    if len(line.text) <= longest:
        return [line]
    cut = [line.text[start : start + longest] for start in range(0, len(line.text), longest)]
    first = Line(text=cut[0], level=line.level)
    middle = [Line(text=text, level=1) for text in cut[1:-1]]
    return [first, *middle, replace(line, text=cut[-1], level=1)]


def _shown_text(line: Line) -> str:
    if line.level:
        return f"　{line.text}"
    return line.text if line.text.startswith(("■", "□")) else f"・{line.text}"
