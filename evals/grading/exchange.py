"""Grading by Excel: a sheet for one grader out, the filled sheet back in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from assistant.contract import LanguageCode
from evals.answer_text import plain
from evals.errors import GradeRefused
from evals.grading.rubric import HIGHEST, RUBRIC, STEPS, Criterion, Preference
from evals.grading.sheet_layout import lay_out_sheet
from evals.grading.tasks import Grade, ShownAnswer, Task, refusal_of
from evals.spreadsheet_text import cell_text

_FIXED = ("task", "question", "answer A", "sources A", "answer B", "sources B")
_PREFERRED, _COMMENT = "preferred (A / B / =)", "comment"
_IN_JAPANESE = {
    "task": "番号",
    "question": "質問",
    "answer A": "答えA",
    "sources A": "答えAの出典",
    "answer B": "答えB",
    "sources B": "答えBの出典",
    _PREFERRED: "よいほう（A・B・=）",
    _COMMENT: "気づいたこと",
}
_STEP = re.compile(r"(\d+)(?:\.0+)?(?=\s|$)")
_SIGNS = {"A": Preference.LEFT, "B": Preference.RIGHT, "=": Preference.TIE}


def write_sheet(tasks: Sequence[Task], path: Path, language: LanguageCode) -> None:
    """A sheet with one row per task, to be filled in by one grader."""
    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise GradeRefused("採点票を作れませんでした。", "The sheet could not be made")
    sheet.title = "採点" if language == "ja" else "grading"
    headings = [*_FIXED, *(_heading(side, one) for side in "AB" for one in Criterion)]
    names = [*headings, _PREFERRED, _COMMENT]
    sheet.append([_bilingual(name, language) for name in names])
    for task in tasks:
        texts = [_asked(task)]
        for side in (task.left, task.right):
            texts += [plain(side.text), _quotes(side)] if side else ["", ""]
        sheet.append([task.id, *map(cell_text, texts)])
    lay_out_sheet(sheet, names, has_pairs=any(task.right for task in tasks))
    _add_rubric(book, language)
    book.save(path)


def read_sheet(path: Path, grader: str) -> list[Grade]:
    """The grades in a filled sheet; rows without any are passed over.

    Raises:
        GradeRefused: the file is no such sheet, or rows are wrong; the message names each.
    """
    try:
        sheet = load_workbook(path, data_only=True).worksheets[0]
    except (OSError, KeyError, IndexError, ValueError, BadZipFile, InvalidFileException) as error:
        raise GradeRefused(
            f"{path.name} は採点票ではありません。", f"{path.name} is not a grading sheet"
        ) from error
    rows = sheet.iter_rows(values_only=True)
    names = [_name_of(str(heading or "")) for heading in next(rows, ())]
    if missing := [name for name in (_FIXED[0], _PREFERRED) if name not in names]:
        columns = ", ".join(missing)
        raise GradeRefused(
            f"{path.name} に次の列がありません：{columns}",
            f"{path.name} lacks the columns {columns}",
        )
    grades: list[Grade] = []
    wrong: list[tuple[int, GradeRefused]] = []
    for number, row in enumerate(rows, start=2):
        try:
            grades += _grades_of(dict(zip(names, row, strict=False)), grader)
        except GradeRefused as refusal:
            wrong.append((number, refusal))
    if wrong:
        raise GradeRefused(
            "\n".join(f"{number}行目：{refusal.ja}" for number, refusal in wrong),
            "\n".join(f"row {number}: {refusal.en}" for number, refusal in wrong),
        )
    return grades


def _grades_of(row: Mapping[str, Any], grader: str) -> Iterator[Grade]:
    left, right = _scores(row, "A"), _scores(row, "B")
    if not left and not right:
        return
    sign = str(row.get(_PREFERRED) or "").strip().upper()
    if sign and sign not in _SIGNS:
        raise GradeRefused(
            f"{sign!r} は A、B、= のどれでもありません", f"{sign!r} is none of A, B, ="
        )
    if refusal := refusal_of(left, right or None, _SIGNS.get(sign)):
        raise refusal
    yield Grade(
        task=str(row["task"]),
        grader=grader,
        left=left,
        right=right or None,
        preferred=_SIGNS.get(sign),
        comment=str(row.get(_COMMENT) or ""),
    )


def _scores(row: Mapping[str, Any], side: str) -> dict[Criterion, int]:
    cells = {criterion: row.get(_heading(side, criterion)) for criterion in Criterion}
    return {criterion: _score(cell) for criterion, cell in cells.items() if cell not in (None, "")}


def _score(cell: Any) -> int:
    """The step in a cell that holds it alone, or before its wording (2 おおむね)."""
    step = _STEP.match(str(cell).strip())
    if not step:
        raise GradeRefused(
            f"{cell!r} は整数で始まっていません", f"{cell!r} does not begin with a whole number"
        )
    return int(step[1])


def _heading(side: str, criterion: Criterion) -> str:
    return f"{side} {criterion.value} (0-{HIGHEST})"


def _bilingual(name: str, language: LanguageCode) -> str:
    """The column's name in the grader's language, and below it in the other."""
    side, _, rest = name.partition(" ")
    criterion = next((one for one in Criterion if rest.startswith(f"{one.value} ")), None)
    japanese = f"{side} {RUBRIC[criterion].ja}" if criterion else _IN_JAPANESE[name]
    return "\n".join([japanese, name] if language == "ja" else [name, japanese])


def _name_of(heading: str) -> str:
    """The column's name: whichever line of its heading is in English."""
    lines = [line.strip() for line in heading.split("\n")]
    return next((line for line in lines if line.isascii()), "")


def _asked(task: Task) -> str:
    return "\n".join([*(f"({question})" for question in task.earlier), task.question])


def _quotes(answer: ShownAnswer) -> str:
    return "\n".join(
        f"[{one.number}] {one.entry_title or one.title}: {one.quote}" for one in answer.citations
    )


def _add_rubric(book: Workbook, language: LanguageCode) -> None:
    rubric = book.create_sheet("採点の基準" if language == "ja" else "rubric")
    rubric.append(["点" if language == "ja" else "grades", " / ".join(STEPS[language])])
    for wording in RUBRIC.values():
        rubric.append([wording.name(language), wording.question(language)])
    for letter, width in (("A", 16), ("B", 100)):
        rubric.column_dimensions[letter].width = width
