"""Many questions from a file, answers into a file."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError
from rich.progress import Progress

from assistant.command_line.batch_answers import Answers
from assistant.command_line.batch_files import Row, read_rows, require_usable
from assistant.command_line.console import err, say, terminal_language
from assistant.contract import Answer, AskRequest, Persona
from assistant.errors import AssistantError, QuestionInvalid
from assistant.wiring import Services

_COLUMNS = (
    "question", "status", "text", "citations", "follow_ups", "language", "persona", "engine",
    "notices", "answer_id", "conversation_id", "error",
)  # fmt: skip
_INPUTS = ("persona", "language")


@dataclass(frozen=True, slots=True)
class _Answered:
    """A row of the list with what came of it."""

    row: Row
    answer: Answer | None = None
    error: str = ""


def answer_batch(
    services: Services, questions: Path, out_file: Path | None, persona: Persona | None
) -> None:
    """Answer every question of a file; a bad row gets its error beside it, the rest go on.

    Raises:
        BatchUnreadable: the file cannot be read, has no column of questions, or cannot be written.
    """
    rows = read_rows(questions)
    target = out_file or questions.with_name(f"{questions.stem}-answers{questions.suffix}")
    require_usable(questions, target)
    as_row = _as_line if target.suffix.lower() == ".jsonl" else _as_cells
    failed = 0
    with _kept(target, _columns(rows)) as answers, Progress(console=err, transient=True) as bar:
        for row in bar.track(rows, description=say("回答中", "Answering")):
            answered = _answer_row(services, row, persona)
            failed += answered.answer is None
            answers.add(as_row(answered))
    err.print(
        say(
            f"{len(rows)}件に回答しました（エラー {failed}件）：{target}",
            f"{len(rows)} questions answered ({failed} errors): {target}",
        ),
        markup=False,
    )


@contextmanager
def _kept(target: Path, columns: Sequence[str]) -> Iterator[Answers]:
    """Answers that go to the target; broken off, they are kept, and it is told where."""
    answers = Answers(target, columns)
    try:
        yield answers
        answers.finish()
    except BaseException:
        if kept := answers.break_off():
            number, place = kept
            told = say(
                f"途中で終わりました。{number}件の回答は次のファイルにあります：{place}",
                f"Broken off; {number} answers are kept in {place}",
            )
            err.print(told, markup=False)
        raise


def _answer_row(services: Services, row: Row, persona: Persona | None) -> _Answered:
    fields = {
        "question": row["question"],
        "persona": row.get("persona") or persona,
        "language": row.get("language") or None,
    }
    try:
        return _Answered(row, services.assistant.ask(AskRequest.model_validate(fields)))
    except ValidationError as error:
        return _Answered(row, error=_sentence(error))
    except AssistantError as error:
        return _Answered(row, error=error.message(terminal_language()))
    except Exception as error:  # noqa: BLE001  # stands in its row; the rest must go on
        return _Answered(row, error=_unexpected(error))


def _sentence(error: ValidationError) -> str:
    problem = error.errors()[0]
    if problem["loc"] == ("question",):
        return QuestionInvalid().message(terminal_language())
    return f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}"


def _unexpected(error: Exception) -> str:
    cause = f"{type(error).__name__}: {error}"
    return say(
        f"思いがけない問題が起きたため、回答できませんでした：{cause}",
        f"An unexpected problem kept this from being answered: {cause}",
    )


def _columns(rows: Sequence[Row]) -> list[str]:
    """The list's own further columns (a number, a name), then the answers'."""
    own = dict.fromkeys(name for row in rows for name in row)
    return [*(name for name in own if name not in _COLUMNS), *_COLUMNS]


def _as_cells(answered: _Answered) -> Mapping[str, object]:
    if answered.answer is None:
        return {**answered.row, "error": answered.error}
    answer = answered.answer
    fields = answer.model_dump(mode="json")
    cited = [
        f"[{c.number}] {c.title} p.{','.join(map(str, c.pages)) or '-'} {c.heading} ({c.entry_id})"
        for c in answer.citations
    ]
    return {
        **answered.row,
        **{name: str(fields[name] or "") for name in _COLUMNS if name in fields},
        "citations": "\n".join(cited),
        "follow_ups": "\n".join(answer.follow_ups),
        "notices": "\n".join(answer.notices),
        "error": "",
    }


def _as_line(answered: _Answered) -> Mapping[str, object]:
    """The same fields as over HTTP, or the error."""
    if answered.answer is None:
        return {**answered.row, "error": answered.error}
    own = {name: cell for name, cell in answered.row.items() if name not in _INPUTS}
    return {**own, **answered.answer.model_dump(mode="json")}
