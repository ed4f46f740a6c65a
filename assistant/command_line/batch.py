"""Many questions from a file, answers into a file: CSV, Excel or JSON lines."""

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from pydantic import ValidationError
from rich.progress import track

from assistant.command_line.console import err, say
from assistant.contract import Answer, AskRequest, Persona
from assistant.errors import AssistantError
from assistant.wiring import Services

_QUESTION_HEADINGS = ("question", "質問", "Question")
_COLUMNS = (
    "question", "status", "text", "citations", "follow_ups", "language", "persona", "engine",
    "answer_id", "conversation_id", "error",
)  # fmt: skip
Row = Mapping[str, str]


class BatchUnreadable(AssistantError):
    """The list of questions cannot be used."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.ja, self.en = ja, en


def answer_batch(
    services: Services, questions: Path, out_file: Path | None, persona: Persona | None
) -> None:
    """Answer every question of a file; a bad row gets its error beside it, the rest go on.

    Raises:
        BatchUnreadable: the file cannot be read, has no column of questions, or cannot be written.
    """
    rows = list(read_rows(questions))
    target = out_file or questions.with_name(f"{questions.stem}-answers{questions.suffix}")
    if target.suffix.lower() not in _WRITERS:
        raise BatchUnreadable(
            f"書き出し先は csv・xlsx・jsonl のいずれかにしてください：{target.name}",
            f"The output must be csv, xlsx or jsonl: {target.name}",
        )
    answered = [
        _answer_row(services, row, persona)
        for row in track(rows, description=say("回答中", "Answering"), console=err, transient=True)
    ]
    try:
        _WRITERS[target.suffix.lower()](target, answered)
    except OSError as error:
        raise BatchUnreadable(
            f"{target} に書き込めません", f"{target} cannot be written"
        ) from error
    failed = sum(isinstance(answer, str) for _, answer in answered)
    err.print(
        say(
            f"{len(rows)}件に回答しました（エラー {failed}件）：{target}",
            f"{len(rows)} questions answered ({failed} errors): {target}",
        )
    )


def read_rows(path: Path) -> Iterator[Row]:
    """Rows with at least a question; raises BatchUnreadable naming what is missing."""
    readers = {".csv": _read_csv, ".xlsx": _read_excel, ".jsonl": _read_lines}
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise BatchUnreadable(
            f"csv・xlsx・jsonl のいずれかを指定してください：{path.name}",
            f"Give a csv, xlsx or jsonl file: {path.name}",
        )
    try:
        rows = list(reader(path))
    except Exception as error:  # each reader has its own errors for broken files
        raise BatchUnreadable(
            f"{path.name} を読めません：{error}", f"{path.name}: {error}"
        ) from error
    for row in rows:
        heading = next((name for name in _QUESTION_HEADINGS if name in row), None)
        if heading is None:
            raise BatchUnreadable(
                f"{path.name} に「question」（質問）の列がありません",
                f"{path.name} has no column “question”",
            )
        yield {**row, "question": row[heading]}


def _answer_row(services: Services, row: Row, persona: Persona | None) -> tuple[Row, Answer | str]:
    fields = {
        "question": row["question"],
        "persona": row.get("persona") or persona,
        "language": row.get("language") or None,
    }
    try:
        request = AskRequest.model_validate({k: v for k, v in fields.items() if v is not None})
        return row, services.assistant.ask(request)
    except ValidationError as error:
        return row, str(error.errors()[0]["msg"])
    except AssistantError as error:
        return row, error.message("ja")


def _read_csv(path: Path) -> Iterator[Row]:
    # Excel writes CSV with a byte order mark, older versions in cp932.
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp932")
    yield from csv.DictReader(text.splitlines())


def _read_excel(path: Path) -> Iterator[Row]:
    sheet = load_workbook(path, read_only=True, data_only=True).worksheets[0]
    rows = sheet.iter_rows(values_only=True)
    header = [str(cell or "") for cell in next(rows, ())]
    for row in rows:
        if any(row):
            yield {
                h: "" if cell is None else str(cell) for h, cell in zip(header, row, strict=False)
            }


def _read_lines(path: Path) -> Iterator[Row]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield {key: str(value) for key, value in json.loads(line).items()}


def _to_columns(row: Row, answer: Answer | str) -> dict[str, str]:
    if isinstance(answer, str):
        return {**row, "error": answer}
    fields = answer.model_dump(mode="json")
    cited = [
        f"[{c.number}] {c.title} p.{','.join(map(str, c.pages)) or '-'} {c.heading} ({c.entry_id})"
        for c in answer.citations
    ]
    flat = {name: str(fields[name] or "") for name in _COLUMNS if name in fields}
    return {
        **row,
        **flat,
        "citations": "\n".join(cited),
        "follow_ups": "\n".join(answer.follow_ups),
        "error": "",
    }


def _write_csv(path: Path, answered: Sequence[tuple[Row, Answer | str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, _COLUMNS, extrasaction="ignore", restval="")
        writer.writeheader()
        writer.writerows(
            {k: _harmless(v) for k, v in _to_columns(*pair).items()} for pair in answered
        )


def _write_excel(path: Path, answered: Sequence[tuple[Row, Answer | str]]) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(_COLUMNS)
    for pair in answered:
        columns = _to_columns(*pair)
        sheet.append([_harmless(columns.get(name, "")) for name in _COLUMNS])
    workbook.save(path)


def _write_lines(path: Path, answered: Sequence[tuple[Row, Answer | str]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row, answer in answered:
            fields = (
                {"error": answer} if isinstance(answer, str) else answer.model_dump(mode="json")
            )
            file.write(json.dumps({**row, **fields}, ensure_ascii=False) + "\n")


def _harmless(cell: str) -> str:
    """A text that a spreadsheet would run as a formula is made to stay a text."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@") else cell


_WRITERS = {".csv": _write_csv, ".xlsx": _write_excel, ".jsonl": _write_lines}
