"""Comments on fields, in the database."""

from uuid import uuid4

from sqlalchemy import ColumnElement, Engine, and_, delete, func, select, update

from assistant.storage.database import writing
from assistant.storage.moments import Clock, to_text, utc_now
from assistant.storage.worksheet_tables import worksheet_comments
from assistant.worksheets.model import MOST_COMMENTS, Comment
from assistant.worksheets.sharing import Editor
from assistant.worksheets.sharing_errors import CommentNotFound, LimitReached
from assistant.worksheets.sheet_rows import sheet_row, to_comment, write_comment


class CommentStore:
    """Comments are taken on a locked sheet too: they do not change it.

    Every method raises StorageFailed when the database fails, WorksheetNotFound for a sheet that
    is not there.
    """

    def __init__(self, engine: Engine, *, clock: Clock = utc_now) -> None:
        self._engine = engine
        self._clock = clock

    def add(self, sheet_id: str, field_id: str, text: str, *, editor: Editor) -> Comment:
        """Write a remark on a field; raises LimitReached."""
        comment = Comment(
            id=uuid4().hex,
            field_id=field_id,
            text=text,
            author=editor.name,
            side=editor.side,
            written_at=self._clock(),
        )
        with writing(self._engine) as connection:
            sheet_row(connection, sheet_id)
            held = select(func.count()).where(worksheet_comments.c.worksheet_id == sheet_id)
            if connection.execute(held).scalar_one() >= MOST_COMMENTS:
                raise LimitReached(
                    f"コメントは1枚のシートに{MOST_COMMENTS:,}件までです。",
                    f"A sheet takes at most {MOST_COMMENTS:,} comments.",
                )
            write_comment(connection, sheet_id, comment)
        return comment

    def set_resolved(
        self, sheet_id: str, comment_id: str, resolved: bool, *, editor: Editor
    ) -> Comment:
        """Settle a remark, or open it again; raises CommentNotFound."""
        who = {"resolved_at": to_text(self._clock()), "resolved_by": editor.name}
        with writing(self._engine) as connection:
            sheet_row(connection, sheet_id)
            connection.execute(
                update(worksheet_comments)
                .where(_is(sheet_id, comment_id))
                .values(who if resolved else dict.fromkeys(who))
            )
            row = connection.execute(
                select(worksheet_comments).where(_is(sheet_id, comment_id))
            ).one_or_none()
        if row is None:
            raise CommentNotFound(comment_id)
        return to_comment(row)

    def delete(self, sheet_id: str, comment_id: str) -> None:
        """Remove a remark; raises CommentNotFound."""
        with writing(self._engine) as connection:
            sheet_row(connection, sheet_id)
            removed = connection.execute(
                delete(worksheet_comments).where(_is(sheet_id, comment_id))
            )
        if not removed.rowcount:
            raise CommentNotFound(comment_id)


def _is(sheet_id: str, comment_id: str) -> ColumnElement[bool]:
    return and_(
        worksheet_comments.c.worksheet_id == sheet_id, worksheet_comments.c.id == comment_id
    )
