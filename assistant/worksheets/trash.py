"""The trash: deleted sheets can be taken back, until somebody deletes them for good."""

from sqlalchemy import Engine, delete, select, update

from assistant.storage.database import writing
from assistant.storage.moments import Clock, to_text, utc_now
from assistant.storage.worksheet_tables import worksheets
from assistant.worksheets.model import Sheet
from assistant.worksheets.sharing import Editor
from assistant.worksheets.sharing_errors import WorksheetNotFound
from assistant.worksheets.sheet_rows import sheet_row, to_sheet


class Trash:
    """Every method raises StorageFailed when the database fails."""

    def __init__(self, engine: Engine, *, clock: Clock = utc_now) -> None:
        self._engine = engine
        self._clock = clock

    def put(self, sheet_id: str, *, editor: Editor) -> None:
        """Take the sheet out of the list, with everything in it; raises WorksheetNotFound."""
        marked = {"deleted_at": to_text(self._clock()), "deleted_by": editor.name}
        with writing(self._engine) as connection:
            sheet_row(connection, sheet_id)
            connection.execute(update(worksheets).where(worksheets.c.id == sheet_id).values(marked))

    def take_back(self, sheet_id: str) -> Sheet:
        """Put the sheet back into the list as it was; raises WorksheetNotFound."""
        with writing(self._engine) as connection:
            restored = connection.execute(
                update(worksheets)
                .where(worksheets.c.id == sheet_id)
                .values(deleted_at=None, deleted_by=None)
            )
            if not restored.rowcount:
                raise WorksheetNotFound(sheet_id)
            return to_sheet(connection, sheet_row(connection, sheet_id))

    def delete_for_good(self, sheet_id: str) -> None:
        """Remove a sheet that lies in the trash, with its history, comments and versions.

        Raises:
            WorksheetNotFound: it does not lie in the trash.
        """
        in_trash = (worksheets.c.id == sheet_id) & worksheets.c.deleted_at.is_not(None)
        with writing(self._engine) as connection:
            if connection.execute(select(worksheets.c.id).where(in_trash)).first() is None:
                raise WorksheetNotFound(sheet_id)
            connection.execute(delete(worksheets).where(in_trash))
