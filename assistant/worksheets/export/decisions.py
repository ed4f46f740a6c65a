"""The history of a sheet as decisions: who changed what, on which side, and when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.worksheets.differences import is_change, line_changes, written_lines
from assistant.worksheets.model import Side
from assistant.worksheets.sharing import ChangedLine, EditKind, FieldEdit
from knowledge.documents import Language
from knowledge.forms import Form

_ONE_SITTING = timedelta(minutes=30)
"""Edits of one person in one field that lie closer together than this are one decision."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One change of one field."""

    field_id: str
    kind: EditKind
    by: str
    side: Side | None
    at: datetime
    lines: tuple[ChangedLine, ...]


def decisions(edits: Sequence[FieldEdit], form: Form, language: Language) -> tuple[Decision, ...]:
    """What was decided, oldest first; texts that could not be saved are left out.

    Args:
        edits: the sheet's history, oldest first.
    """
    saved = [edit for edit in edits if edit.kind is not EditKind.REFUSED]
    field_ids = dict.fromkeys(edit.field_id for edit in saved)
    found = [
        decision
        for field_id in field_ids
        for decision in _of_field(
            [edit for edit in saved if edit.field_id == field_id], form, language
        )
    ]
    return tuple(sorted(found, key=lambda decision: decision.at))


def _of_field(edits: Sequence[FieldEdit], form: Form, language: Language) -> Iterator[Decision]:
    before: list[str] = []
    for edit in _sittings(edits):
        after = written_lines(edit.value, form, edit.field_id, language)
        lines = line_changes(before, after)
        if is_change(lines) or edit.kind is EditKind.CONFIRMED:
            yield Decision(
                field_id=edit.field_id,
                kind=edit.kind,
                by=edit.by,
                side=edit.side,
                at=edit.at,
                lines=lines,
            )
        before = after


def _sittings(edits: Sequence[FieldEdit]) -> Iterator[FieldEdit]:
    """The last edit of each sitting."""
    following = [*edits[1:], None]
    for edit, after in zip(edits, following, strict=True):
        if after is None or not _same_sitting(edit, after):
            yield edit


def _same_sitting(edit: FieldEdit, after: FieldEdit) -> bool:
    same_hand = (edit.by, edit.side, edit.kind) == (after.by, after.side, after.kind)
    return same_hand and after.at - edit.at < _ONE_SITTING
