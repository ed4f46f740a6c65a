"""What is typed into a sheet goes to the service; what cannot be saved stays in its box."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from pydantic import ValidationError

from assistant.errors import AssistantError
from assistant.worksheet_contract import (
    LONGEST_TEXT,
    ConfirmField,
    FieldConflictProblem,
    FieldSaved,
    SaveField,
)
from assistant.worksheets.model import FieldValue, Kpi, Origin, Sentence
from ui.backend import worksheets
from ui.desk import Box, Desk, KpiRow

Line = Sentence | Kpi


class FieldFull(AssistantError):
    """More lines than a field takes."""

    ja = "この欄には入りきりません。短くしてから、もう一度お試しください。入力した文はそのまま残っています。"
    en = "This is more than the field takes. Shorten it and try again; what you typed is still there."


def save_text(desk: Desk, field_id: str, text: str) -> None:
    """Save a text field; the text stays in the box whatever happens."""
    box = desk.known_box(field_id)
    box.text = text
    # The service refuses far shorter texts than this, with its own sentence.
    request = text[:LONGEST_TEXT]
    with _problems_in(box):
        body = SaveField(revision=box.revision, text=request)
        _took(box, worksheets().save_field(desk.sheet_id, field_id, body))


def save_rows(desk: Desk, field_id: str, rows: Sequence[KpiRow], *, blank: str) -> None:
    """Save indicators; those that were not touched keep their marks.

    Args:
        blank: stands in for a name that has not been typed yet.
    """
    box = desk.known_box(field_id)
    box.rows = list(rows)
    with _problems_in(box):
        now = worksheets().get(desk.sheet_id).value(field_id)
        known = {KpiRow.of(kpi): kpi for kpi in now.kpis}
        kpis = tuple(known.get(row) or _own(row, blank) for row in rows if not row.is_empty)
        _took(box, _save(desk, field_id, box.revision, FieldValue(kpis=kpis)))


def save_choices(desk: Desk, field_id: str, choices: Sequence[str]) -> None:
    """Save what is ticked."""
    box = desk.known_box(field_id)
    box.choices = tuple(choices)
    with _problems_in(box):
        _took(box, _save(desk, field_id, box.revision, FieldValue(choices=box.choices)))


def confirm(desk: Desk, field_id: str, lines: Sequence[str] = ()) -> None:
    """Stand behind these lines, named by their texts; none means all."""
    box = desk.known_box(field_id)
    with _problems_in(box):
        now = worksheets().get(desk.sheet_id).value(field_id)
        texts = [line.text for line in now.sentences] or [line.name for line in now.kpis]
        positions = tuple(at for at, text in enumerate(texts) if text in lines)
        if positions or not lines:
            body = ConfirmField(revision=box.revision, lines=positions)
            _took(box, worksheets().confirm_field(desk.sheet_id, field_id, body))


def put(desk: Desk, field_id: str, lines: Sequence[Line], *, instead: bool = False) -> None:
    """Put lines into the field with their marks: below its own ones, or in their place."""
    box = desk.known_box(field_id)
    with _problems_in(box):
        now = worksheets().get(desk.sheet_id).value(field_id)
        kept = FieldValue() if instead else now
        value = FieldValue(
            sentences=_joined(kept.sentences, [x for x in lines if isinstance(x, Sentence)]),
            kpis=_joined(kept.kpis, [x for x in lines if isinstance(x, Kpi)]),
        )
        _show(box, _save(desk, field_id, now.revision, value))


def restore(desk: Desk, field_id: str, value: FieldValue) -> None:
    """Put an earlier value back."""
    box = desk.known_box(field_id)
    with _problems_in(box):
        now = worksheets().get(desk.sheet_id).value(field_id)
        _show(box, _save(desk, field_id, now.revision, value))


def keep_mine(desk: Desk, field_id: str) -> None:
    """End a conflict with the visitor's own content."""
    _settle(desk, field_id, lambda conflict: conflict.yours)


def keep_both(desk: Desk, field_id: str) -> None:
    """End a conflict with everything, theirs first; it can then be edited."""
    _settle(desk, field_id, lambda conflict: merged(conflict.theirs, conflict.yours))


def take_theirs(desk: Desk, field_id: str) -> None:
    """End a conflict with what stands in the field; the other text stays in its history."""
    box = desk.known_box(field_id)
    if box.conflict:
        box.show(box.conflict.theirs)


def merged(first: FieldValue, second: FieldValue) -> FieldValue:
    """Every line and every choice of both, each once."""
    return FieldValue(
        sentences=_joined(first.sentences, second.sentences),
        kpis=_joined(first.kpis, second.kpis),
        choices=tuple(dict.fromkeys((*first.choices, *second.choices))),
    )


def _settle(
    desk: Desk, field_id: str, content: Callable[[FieldConflictProblem], FieldValue]
) -> None:
    box = desk.known_box(field_id)
    if box.conflict is None:
        return
    with _problems_in(box):
        revision = box.conflict.theirs.revision
        _show(box, _save(desk, field_id, revision, content(box.conflict)))


def _save(
    desk: Desk, field_id: str, revision: int, value: FieldValue
) -> FieldSaved | FieldConflictProblem:
    body = SaveField(revision=revision, value=value)
    return worksheets().save_field(desk.sheet_id, field_id, body)


def _took(box: Box, outcome: FieldSaved | FieldConflictProblem) -> None:
    """What is typed stays as it is; the box knows what became of it."""
    box.problem = None
    if isinstance(outcome, FieldConflictProblem):
        box.conflict = outcome
    else:
        box.conflict, box.notices = None, outcome.notices
        box.revision = outcome.value.revision


def _show(box: Box, outcome: FieldSaved | FieldConflictProblem) -> None:
    _took(box, outcome)
    if isinstance(outcome, FieldSaved):
        box.show(outcome.value)


def _joined(kept: Sequence[Line], added: Sequence[Line]) -> tuple[Line, ...]:
    known = {_content(line) for line in kept}
    return (*kept, *(line for line in added if _content(line) not in known))


def _content(line: Line) -> KpiRow:
    return KpiRow.of(line) if isinstance(line, Kpi) else KpiRow(line.text)


def _own(row: KpiRow, blank: str) -> Kpi:
    return Kpi(
        name=row.name or blank,
        target=row.target,
        method=row.method,
        frequency=row.frequency,
        origin=Origin.USER,
        confirmed=True,
    )


@contextmanager
def _problems_in(box: Box) -> Iterator[None]:
    try:
        yield
    except AssistantError as error:
        box.problem = error
    except ValidationError as error:
        box.problem = FieldFull(str(error))
