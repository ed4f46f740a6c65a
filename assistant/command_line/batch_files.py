"""Lists of questions as files: CSV, Excel or JSON lines."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from openpyxl import load_workbook

from assistant.errors import AssistantError

Row = Mapping[str, str]
_QUESTION_HEADINGS = ("question", "質問", "Question")


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


def require_usable(questions: Path, target: Path) -> None:
    """Raise BatchUnreadable when `target` is no file for the answers to these questions."""
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


_READERS: dict[str, Callable[[Path], Iterator[Row]]] = {
    ".csv": _read_csv,
    ".xlsx": _read_excel,
    ".jsonl": _read_lines,
}
