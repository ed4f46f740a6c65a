"""Versions: a sheet kept by name as it stood at one moment, compared and brought back."""

from sqlalchemy import Engine, insert, select

from assistant.storage.database import reading, writing
from assistant.storage.moments import Clock, to_text, utc_now
from assistant.storage.tables import AnyRow
from assistant.storage.worksheet_tables import worksheet_versions
from assistant.worksheets.model import FieldValue, Sheet, Side, edited, read_sheet
from assistant.worksheets.sharing import EditKind, Editor, SheetVersion, VersionSummary
from assistant.worksheets.sharing_errors import LimitReached, VersionNotFound
from assistant.worksheets.sheet_rows import (
    hold_for_edit,
    record_inputs,
    sheet_row,
    to_sheet,
    touch,
    write_field,
)
from assistant.worksheets.store import same_content

MOST_VERSIONS = 500


class VersionStore:
    """Every method raises StorageFailed when the database fails, WorksheetNotFound for a sheet
    that is not there."""

    def __init__(self, engine: Engine, *, clock: Clock = utc_now) -> None:
        self._engine = engine
        self._clock = clock

    def keep(self, sheet_id: str, name: str, *, editor: Editor) -> VersionSummary:
        """Keep the sheet as it stands now; raises LimitReached."""
        now = self._clock()
        with writing(self._engine) as connection:
            # Counting on the sheet's row first holds it, so that no two versions share a number.
            touch(connection, sheet_id, editor, now)
            sheet = to_sheet(connection, sheet_row(connection, sheet_id))
            number = sheet.version + 1
            if number > MOST_VERSIONS:
                raise LimitReached(
                    f"残せる版は{MOST_VERSIONS}までです。シートの写しを作って続けてください。",
                    f"A sheet keeps at most {MOST_VERSIONS} versions. Go on with a copy of it.",
                )
            touch(connection, sheet_id, editor, now, version=number)
            connection.execute(
                insert(worksheet_versions).values(
                    worksheet_id=sheet_id,
                    number=number,
                    name=name,
                    sheet_json=sheet.model_copy(update={"version": number}).to_json(),
                    author=editor.name,
                    side=editor.side.value,
                    at=to_text(now),
                )
            )
        return VersionSummary(number=number, name=name, by=editor.name, side=editor.side, at=now)

    def list(self, sheet_id: str) -> tuple[VersionSummary, ...]:
        """Newest first, without their content."""
        columns = [column for column in worksheet_versions.c if column.name != "sheet_json"]
        with reading(self._engine) as connection:
            sheet_row(connection, sheet_id)
            rows = connection.execute(
                select(*columns)
                .where(worksheet_versions.c.worksheet_id == sheet_id)
                .order_by(worksheet_versions.c.number.desc())
            ).all()
        return tuple(_summary(row) for row in rows)

    def get(self, sheet_id: str, number: int) -> SheetVersion:
        """One version, whole; raises VersionNotFound."""
        with reading(self._engine) as connection:
            sheet_row(connection, sheet_id)
            row = connection.execute(
                select(worksheet_versions)
                .where(worksheet_versions.c.worksheet_id == sheet_id)
                .where(worksheet_versions.c.number == number)
            ).one_or_none()
        if row is None:
            raise VersionNotFound(number)
        return SheetVersion(**dict(_summary(row)), sheet=read_sheet(row.sheet_json))

    def restore(self, sheet_id: str, number: int, *, editor: Editor) -> Sheet:
        """Bring back title, inputs and fields of a version, as edits of their own.

        What stood there before stays in the history; comments stay as they are.

        Raises:
            VersionNotFound: there is no such version.
            WorksheetLocked: the sheet is finished.
        """
        kept, now = self.get(sheet_id, number).sheet, self._clock()
        with writing(self._engine) as connection:
            current = to_sheet(connection, hold_for_edit(connection, sheet_id))
            for field_id in {**current.fields, **kept.fields}:
                before, wanted = current.value(field_id), kept.value(field_id)
                if not same_content(before, wanted):
                    signed = _after(before, wanted)
                    value = edited(signed, by=editor.name, side=editor.side, at=now)
                    write_field(connection, sheet_id, field_id, value, kind=EditKind.RESTORED)
            restored = EditKind.RESTORED
            record_inputs(connection, sheet_id, kept.inputs, restored, editor=editor, at=now)
            inputs = kept.inputs.model_dump_json()
            touch(connection, sheet_id, editor, now, title=kept.title, inputs_json=inputs)
            return to_sheet(connection, sheet_row(connection, sheet_id))


def _after(before: FieldValue, wanted: FieldValue) -> FieldValue:
    return wanted.model_copy(update={"revision": before.revision})


def _summary(row: AnyRow) -> VersionSummary:
    return VersionSummary(
        number=row.number,
        name=row.name,
        by=row.author,
        side=Side(row.side) if row.side else None,
        at=row.at,
    )
