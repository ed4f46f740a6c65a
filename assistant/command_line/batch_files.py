"""Lists of questions and answers as files: CSV, Excel or JSON lines."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook

from assistant.errors import AssistantError

Row = Mapping[str, str]
_QUESTION_HEADINGS = ("question", "質問", "Question")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class BatchUnreadable(AssistantError):
    """The list of questions cannot be used."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.ja, self.en = ja, en


def read_rows(path: Path) -> list[Row]:
    """Rows with at least a question, which may be empty.

    Raises:
        BatchUnreadable: the file is of another format, is broken, or has no column of questions.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise BatchUnreadable(
            f"csv・xlsx・jsonl のいずれかを指定してください：{path.name}",
            f"Give a csv, xlsx or jsonl file: {path.name}",
        )
    try:
        rows = list(reader(path))
    except Exception as error:  # each reader has its own errors for broken files
        raise BatchUnreadable(
            f"{path.name} を読めません：{error}", f"{path.name} cannot be read: {error}"
        ) from error
    return [_with_question(row, path.name) for row in rows]


def write_rows(path: Path, rows: Sequence[Row], columns: Sequence[str]) -> None:
    """Write a table; cells that a spreadsheet would run as a formula are made to stay text.

    Raises:
        BatchUnreadable: the place cannot be written to.
    """
    try:
        _TABLES[path.suffix.lower()](path, [columns, *_cells(rows, columns)])
    except OSError as error:
        raise _unwritable(path) from error


def write_lines(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    """Write JSON lines; raises BatchUnreadable when the place cannot be written to."""
    try:
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    except OSError as error:
        raise _unwritable(path) from error


def require_writable(questions: Path, target: Path) -> None:
    """Raise BatchUnreadable when answers cannot go to `target`, before any is composed."""
    if target.suffix.lower() not in _READERS:
        raise BatchUnreadable(
            f"書き出し先は csv・xlsx・jsonl のいずれかにしてください：{target.name}",
            f"The output must be csv, xlsx or jsonl: {target.name}",
        )
    if target.resolve() == questions.resolve():
        raise BatchUnreadable(
            "質問のファイルに上書きはできません。--out に別の名前を指定してください",
            "The questions would be overwritten; give another name with --out",
        )
    if not target.resolve().parent.is_dir():
        raise _unwritable(target)


def _with_question(row: Row, file_name: str) -> Row:
    heading = next((name for name in _QUESTION_HEADINGS if name in row), None)
    if heading is None:
        raise BatchUnreadable(
            f"{file_name} に「question」（質問）の列がありません",
            f"{file_name} has no column “question”",
        )
    others = {name: cell for name, cell in row.items() if name != heading}
    return {"question": row[heading], **others}


def _read_csv(path: Path) -> Iterator[Row]:
    # Excel writes CSV with a byte order mark, older versions in cp932.
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp932")
    for row in csv.DictReader(io.StringIO(text, newline="")):
        # Cells beyond the heading have no name, cells that a short row lacks no value.
        yield {name: cell or "" for name, cell in row.items() if name is not None}


def _read_excel(path: Path) -> Iterator[Row]:
    sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    header = [str(cell or "") for cell in next(rows, ())]
    for row in rows:
        if any(row):
            pairs = zip(header, row, strict=False)
            yield {name: "" if cell is None else str(cell) for name, cell in pairs if name}


def _read_lines(path: Path) -> Iterator[Row]:
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), start=1):
        if not line.strip():
            continue
        try:
            fields = json.loads(line)
        except ValueError as error:
            raise ValueError(f"line {number} is not JSON") from error
        if not isinstance(fields, dict):
            raise TypeError(f"line {number} is not a JSON object")
        yield {name: str(value) for name, value in fields.items() if value is not None}


def _write_csv(path: Path, table: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(table)


def _write_excel(path: Path, table: Sequence[Sequence[str]]) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row in table:
        sheet.append(list(row))
    workbook.save(path)


def _cells(rows: Sequence[Row], columns: Sequence[str]) -> list[list[str]]:
    return [[_harmless(row.get(name, "")) for name in columns] for row in rows]


def _harmless(cell: str) -> str:
    cell = _CONTROL.sub("", cell)  # Excel's format has no place for them
    return f"'{cell}" if cell.lstrip()[:1] in tuple("=+-@") else cell


def _unwritable(path: Path) -> BatchUnreadable:
    return BatchUnreadable(f"{path} に書き込めません", f"{path} cannot be written")


_READERS: dict[str, Callable[[Path], Iterator[Row]]] = {
    ".csv": _read_csv,
    ".xlsx": _read_excel,
    ".jsonl": _read_lines,
}
_TABLES: dict[str, Callable[[Path, Sequence[Sequence[str]]], None]] = {
    ".csv": _write_csv,
    ".xlsx": _write_excel,
}
