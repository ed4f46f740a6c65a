"""Sheets as rows and back: the statements that the stores of sheets share."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from assistant.storage.moments import to_text
from assistant.storage.tables import AnyRow
from assistant.storage.worksheet_tables import (
    worksheet_comments,
    worksheet_edits,
    worksheet_fields,
    worksheets,
)
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import Comment, FieldValue, Sheet, Side
from assistant.worksheets.sharing import EditKind, Editor, SheetSummary
from assistant.worksheets.sharing_errors import WorksheetLocked, WorksheetNotFound

INPUTS = ""
"""Stands for what was asked once where the history names a field; no field is called so."""


def sheet_row(connection: Connection, sheet_id: str) -> AnyRow:
    """The sheet's own row; raises WorksheetNotFound when there is none or it is in the trash."""
    row = connection.execute(select(worksheets).where(worksheets.c.id == sheet_id)).one_or_none()
    if row is None or row.deleted_at:
        raise WorksheetNotFound(sheet_id)
    return row


def hold_for_edit(connection: Connection, sheet_id: str) -> AnyRow:
    """The sheet's row, which nobody else changes until the transaction ends.

    Raises:
        WorksheetNotFound: there is none, or it is in the trash.
        WorksheetLocked: it is finished.
    """
    held = select(worksheets).where(worksheets.c.id == sheet_id).with_for_update()
    row = connection.execute(held).one_or_none()
    if row is None or row.deleted_at:
        raise WorksheetNotFound(sheet_id)
    if row.locked_at:
        raise WorksheetLocked(sheet_id)
    return row


def insert_sheet(
    connection: Connection, sheet_id: str, sheet: Sheet, *, at: datetime, **columns: str
) -> None:
    """Add the sheet's own row, unlocked and without versions; its fields and comments come after.

    Args:
        columns: whose workspace it stands in and who made it.
    """
    connection.execute(
        insert(worksheets).values(
            id=sheet_id,
            form_id=sheet.form_id,
            form_version=sheet.form_version,
            title=sheet.title,
            language=sheet.language,
            inputs_json=sheet.inputs.model_dump_json(),
            revision=0,
            version=0,
            copied_from=sheet.copied_from,
            created_at=to_text(at),
            updated_at=to_text(at),
            **columns,
        )
    )


def touch(
    connection: Connection, sheet_id: str, editor: Editor, at: datetime, **values: object
) -> None:
    """Count one more change of the sheet, and set these columns."""
    changed = {
        "revision": worksheets.c.revision + 1,
        "updated_at": to_text(at),
        "updated_by": editor.name,
        **values,
    }
    connection.execute(update(worksheets).where(worksheets.c.id == sheet_id).values(changed))


def read_field(connection: Connection, sheet_id: str, field_id: str) -> FieldValue:
    """What stands in a field; empty when nobody has touched it."""
    found = connection.execute(
        select(worksheet_fields.c.value_json)
        .where(worksheet_fields.c.worksheet_id == sheet_id)
        .where(worksheet_fields.c.field_id == field_id)
    ).scalar_one_or_none()
    return FieldValue.model_validate_json(found) if found else FieldValue()


def write_field(
    connection: Connection, sheet_id: str, field_id: str, value: FieldValue, *, kind: EditKind
) -> None:
    """Put a value into a field and into its history."""
    written = {"revision": value.revision, "value_json": value.model_dump_json()}
    replaced = connection.execute(
        update(worksheet_fields)
        .where(worksheet_fields.c.worksheet_id == sheet_id)
        .where(worksheet_fields.c.field_id == field_id)
        .values(written)
    )
    if not replaced.rowcount:
        connection.execute(
            insert(worksheet_fields).values(worksheet_id=sheet_id, field_id=field_id, **written)
        )
    record_edit(connection, sheet_id, field_id, value, kind=kind)


def record_edit(
    connection: Connection, sheet_id: str, field_id: str, value: FieldValue, *, kind: EditKind
) -> None:
    """Add a step to a field's history; the value says by whom and when."""
    if value.edited_at is None:
        raise ValueError("an edit has its moment")
    connection.execute(
        insert(worksheet_edits).values(
            worksheet_id=sheet_id,
            field_id=field_id,
            kind=kind.value,
            value_json=value.model_dump_json(),
            name=value.edited_by,
            side=value.side.value if value.side else None,
            at=to_text(value.edited_at),
        )
    )


def record_inputs(
    connection: Connection,
    sheet_id: str,
    inputs: Inputs,
    kind: EditKind,
    *,
    editor: Editor,
    at: datetime,
) -> None:
    """Add a step to the history of what was asked once."""
    connection.execute(
        insert(worksheet_edits).values(
            worksheet_id=sheet_id,
            field_id=INPUTS,
            kind=kind.value,
            value_json=inputs.model_dump_json(),
            name=editor.name,
            side=editor.side.value,
            at=to_text(at),
        )
    )


def write_comment(connection: Connection, sheet_id: str, comment: Comment) -> None:
    """Add a comment as it is; its id must be new."""
    settled = to_text(comment.written_at) if comment.resolved else None
    connection.execute(
        insert(worksheet_comments).values(
            id=comment.id,
            worksheet_id=sheet_id,
            field_id=comment.field_id,
            text=comment.text,
            author=comment.author,
            side=comment.side.value if comment.side else None,
            written_at=to_text(comment.written_at),
            resolved_at=settled,
            resolved_by=comment.author if comment.resolved else None,
        )
    )


def to_sheet(connection: Connection, row: AnyRow) -> Sheet:
    """The whole sheet of a row, with its fields and comments."""
    fields = connection.execute(
        select(worksheet_fields.c.field_id, worksheet_fields.c.value_json)
        .where(worksheet_fields.c.worksheet_id == row.id)
        .order_by(worksheet_fields.c.field_id)
    )
    comments = connection.execute(
        select(worksheet_comments)
        .where(worksheet_comments.c.worksheet_id == row.id)
        .order_by(worksheet_comments.c.written_at, worksheet_comments.c.id)
    )
    return Sheet(
        id=row.id,
        form_id=row.form_id,
        form_version=row.form_version,
        title=row.title,
        language=row.language,
        inputs=Inputs.model_validate_json(row.inputs_json),
        fields={f.field_id: FieldValue.model_validate_json(f.value_json) for f in fields},
        comments=tuple(to_comment(comment) for comment in comments),
        locked=row.locked_at is not None,
        version=row.version,
        revision=row.revision,
        created_at=row.created_at,
        updated_at=row.updated_at,
        copied_from=row.copied_from,
    )


def to_comment(row: AnyRow) -> Comment:
    """A comment of its row."""
    return Comment(
        id=row.id,
        field_id=row.field_id,
        text=row.text,
        author=row.author,
        side=Side(row.side) if row.side else None,
        written_at=row.written_at,
        resolved=row.resolved_at is not None,
    )


def to_summary(row: AnyRow) -> SheetSummary:
    """A line of a list of sheets."""
    return SheetSummary(
        id=row.id,
        workspace_id=row.workspace_id,
        form_id=row.form_id,
        title=row.title,
        language=row.language,
        municipality=Inputs.model_validate_json(row.inputs_json).place.municipality,
        locked=row.locked_at is not None,
        version=row.version,
        updated_at=row.updated_at,
        updated_by=row.updated_by,
        deleted_at=row.deleted_at,
        deleted_by=row.deleted_by,
    )
