"""Sheets in the database: made, read, edited without losing anybody's text, locked, listed."""

from collections.abc import Callable
from uuid import uuid4

from sqlalchemy import Engine, func, select

from assistant.storage.database import reading, writing
from assistant.storage.moments import Clock, to_text, utc_now
from assistant.storage.worksheet_tables import worksheets
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import FieldValue, Sheet, edited
from assistant.worksheets.sharing import EditKind, Editor, SheetSummary
from assistant.worksheets.sharing_errors import FieldConflict, InputsConflict, LimitReached
from assistant.worksheets.sheet_rows import (
    hold_for_edit,
    insert_sheet,
    read_field,
    record_edit,
    record_inputs,
    sheet_row,
    to_sheet,
    to_summary,
    touch,
    write_comment,
    write_field,
)

MOST_SHEETS = 2_000
"""In one workspace, the trash included."""


class SheetStore:
    """Every method raises StorageFailed when the database fails, and those that take the id of a
    sheet raise WorksheetNotFound when there is none or it lies in the trash."""

    def __init__(self, engine: Engine, *, clock: Clock = utc_now) -> None:
        self._engine = engine
        self._clock = clock

    def add(
        self, sheet: Sheet, workspace_id: str, editor: Editor, *, kind: EditKind = EditKind.EDITED
    ) -> Sheet:
        """Keep a new sheet with its comments under an id of its own, unlocked and without versions.

        Args:
            kind: what its fields' history begins with; values that nobody has signed are signed
                by the editor.

        Raises:
            LimitReached: the workspace is full.
        """
        sheet_id, now = uuid4().hex, self._clock()
        with writing(self._engine) as connection:
            held = select(func.count()).where(worksheets.c.workspace_id == workspace_id)
            if connection.execute(held).scalar_one() >= MOST_SHEETS:
                raise _too_many_sheets()
            columns = {"workspace_id": workspace_id, "updated_by": editor.name}
            insert_sheet(connection, sheet_id, sheet, at=now, **columns)
            record_inputs(connection, sheet_id, sheet.inputs, kind, editor=editor, at=now)
            for field_id, value in sheet.fields.items():
                signed = value if value.edited_at else _signed(value, editor, self._clock)
                write_field(connection, sheet_id, field_id, signed, kind=kind)
            for comment in sheet.comments:
                write_comment(connection, sheet_id, comment)
            return to_sheet(connection, sheet_row(connection, sheet_id))

    def read(self, sheet_id: str) -> Sheet:
        """The whole sheet as it stands."""
        with reading(self._engine) as connection:
            return to_sheet(connection, sheet_row(connection, sheet_id))

    def edition(self, sheet_id: str) -> tuple[str, int]:
        """The id and the version of the form on which the sheet was begun."""
        with reading(self._engine) as connection:
            row = sheet_row(connection, sheet_id)
            return row.form_id, row.form_version

    def list(self, workspace_id: str, *, trash: bool = False) -> tuple[SheetSummary, ...]:
        """The workspace's sheets, or those in its trash, last changed first."""
        deleted = worksheets.c.deleted_at
        with reading(self._engine) as connection:
            rows = connection.execute(
                select(worksheets)
                .where(worksheets.c.workspace_id == workspace_id)
                .where(deleted.is_not(None) if trash else deleted.is_(None))
                .order_by(worksheets.c.updated_at.desc(), worksheets.c.id)
            )
            return tuple(to_summary(row) for row in rows)

    def save_field(
        self,
        sheet_id: str,
        field_id: str,
        revision: int,
        change: Callable[[FieldValue], FieldValue],
        *,
        editor: Editor,
        kind: EditKind = EditKind.EDITED,
    ) -> FieldValue:
        """Replace one field's value.

        Args:
            revision: of the field, as the editor last saw it.
            change: makes the new value from the one that stands there now; its signature
                (revision, who, when) is set here.

        Returns:
            The value as it now stands. When somebody has saved the same content, theirs.

        Raises:
            FieldConflict: somebody else was first; the refused value is in the field's history.
            WorksheetLocked: the sheet is finished.
        """
        with writing(self._engine) as connection:
            hold_for_edit(connection, sheet_id)
            current = read_field(connection, sheet_id, field_id)
            wanted = _signed(change(current), editor, self._clock, after=current)
            if same_content(wanted, current):
                return current
            if revision == current.revision:
                write_field(connection, sheet_id, field_id, wanted, kind=kind)
                touch(connection, sheet_id, editor, self._clock())
                return wanted
            refused = wanted.model_copy(update={"revision": revision})
            record_edit(connection, sheet_id, field_id, refused, kind=EditKind.REFUSED)
        # Raised only now: inside the transaction it would take the kept text back with it.
        raise FieldConflict(yours=refused, theirs=current)

    def save_inputs(
        self, sheet_id: str, inputs: Inputs, *, started_from: Inputs, editor: Editor
    ) -> Sheet:
        """Replace what was asked once, if it still is what the editor started from.

        Raises:
            InputsConflict: somebody else was first.
            WorksheetLocked: the sheet is finished.
        """
        with writing(self._engine) as connection:
            row = hold_for_edit(connection, sheet_id)
            current = Inputs.model_validate_json(row.inputs_json)
            first = current in (started_from, inputs)
            kind = EditKind.EDITED if first else EditKind.REFUSED
            now = self._clock()
            record_inputs(connection, sheet_id, inputs, kind, editor=editor, at=now)
            if first:
                touch(connection, sheet_id, editor, now, inputs_json=inputs.model_dump_json())
                return to_sheet(connection, sheet_row(connection, sheet_id))
        raise InputsConflict(yours=inputs, theirs=current)

    def rename(self, sheet_id: str, title: str, *, editor: Editor) -> Sheet:
        """Give the sheet another title; raises WorksheetLocked."""
        with writing(self._engine) as connection:
            hold_for_edit(connection, sheet_id)
            touch(connection, sheet_id, editor, self._clock(), title=title)
            return to_sheet(connection, sheet_row(connection, sheet_id))

    def set_locked(self, sheet_id: str, locked: bool, *, editor: Editor) -> Sheet:
        """Mark the sheet as finished, or open it again."""
        now = self._clock()
        who = {"locked_at": to_text(now), "locked_by": editor.name}
        with writing(self._engine) as connection:
            sheet_row(connection, sheet_id)
            columns = who if locked else dict.fromkeys(who)
            touch(connection, sheet_id, editor, now, **columns)
            return to_sheet(connection, sheet_row(connection, sheet_id))


def same_content(one: FieldValue, other: FieldValue) -> bool:
    """Whether two values say the same with the same marks, whoever wrote them and when."""
    return (one.sentences, one.kpis, one.choices) == (other.sentences, other.kpis, other.choices)


def _signed(
    value: FieldValue, editor: Editor, clock: Clock, *, after: FieldValue | None = None
) -> FieldValue:
    counted = value.model_copy(update={"revision": after.revision if after else value.revision})
    return edited(counted, by=editor.name, side=editor.side, at=clock())


def _too_many_sheets() -> LimitReached:
    return LimitReached(
        f"1つの作業場所に置けるシートは{MOST_SHEETS:,}枚までです。要らないものを完全に削除してください。",
        f"A workspace holds at most {MOST_SHEETS:,} sheets. Delete some for good.",
    )
