"""What happened to a sheet, step by step: who, when, on which side."""

from collections.abc import Sequence

from sqlalchemy import Engine, select

from assistant.storage.database import reading
from assistant.storage.tables import AnyRow
from assistant.storage.worksheet_tables import worksheet_edits
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import FieldValue, Side
from assistant.worksheets.sharing import EditKind, FieldEdit, InputsEdit
from assistant.worksheets.sheet_rows import INPUTS, sheet_row

LONGEST_HISTORY = 1_000
"""Edits that are read at once: the newest."""


class EditHistory:
    """Oldest first; refused edits stand in it with the text that could not be saved.

    Every method raises StorageFailed when the database fails, WorksheetNotFound for a sheet that
    is not there.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def of_fields(self, sheet_id: str, field_id: str | None = None) -> tuple[FieldEdit, ...]:
        """Edits of one field, or of all."""
        return tuple(
            FieldEdit(
                id=row.id,
                field_id=row.field_id,
                kind=EditKind(row.kind),
                value=FieldValue.model_validate_json(row.value_json),
                by=row.name,
                side=Side(row.side) if row.side else None,
                at=row.at,
            )
            for row in self._newest(sheet_id, field_id)
            if row.field_id != INPUTS
        )

    def of_inputs(self, sheet_id: str) -> tuple[InputsEdit, ...]:
        """Changes of what was asked once."""
        return tuple(
            InputsEdit(
                id=row.id,
                kind=EditKind(row.kind),
                inputs=Inputs.model_validate_json(row.value_json),
                by=row.name,
                side=Side(row.side) if row.side else None,
                at=row.at,
            )
            for row in self._newest(sheet_id, INPUTS)
        )

    def _newest(self, sheet_id: str, field_id: str | None) -> Sequence[AnyRow]:
        query = select(worksheet_edits).where(worksheet_edits.c.worksheet_id == sheet_id)
        if field_id is not None:
            query = query.where(worksheet_edits.c.field_id == field_id)
        with reading(self._engine) as connection:
            sheet_row(connection, sheet_id)
            rows = connection.execute(
                query.order_by(worksheet_edits.c.id.desc()).limit(LONGEST_HISTORY)
            ).all()
        return rows[::-1]
