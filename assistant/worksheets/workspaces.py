"""Workspaces: who shares sheets with whom, by a link that cannot be guessed."""

from secrets import token_hex
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, insert, select, update

from assistant.storage.database import reading, writing
from assistant.storage.moments import Clock, to_text, utc_now
from assistant.storage.tables import AnyRow
from assistant.storage.worksheet_tables import members, worksheets, workspaces
from assistant.worksheets.model import Side
from assistant.worksheets.sharing import Editor, Member, Workspace
from assistant.worksheets.sharing_errors import LimitReached, WorkspaceNotFound

MOST_MEMBERS = 500
_KEY_BYTES = 24  # 192 bits: a link that leaks nothing and cannot be tried out


class WorkspaceStore:
    """Each visitor reaches only the workspaces that they made or joined.

    A visitor's own id opens everything that they may see: it is never shown to other members.
    Every method raises StorageFailed when the database fails.
    """

    def __init__(self, engine: Engine, *, clock: Clock = utc_now) -> None:
        self._engine = engine
        self._clock = clock

    def create(self, name: str, visitor: str, editor: Editor) -> Workspace:
        """A new workspace with its first member."""
        workspace_id = uuid4().hex
        with writing(self._engine) as connection:
            connection.execute(
                insert(workspaces).values(
                    id=workspace_id,
                    key=token_hex(_KEY_BYTES),
                    name=name,
                    created_at=to_text(self._clock()),
                )
            )
            self._join(connection, workspace_id, visitor, editor)
            return _workspace(connection, workspace_id, visitor)

    def join(self, key: str, visitor: str, editor: Editor) -> Workspace:
        """Enter by the link's key; somebody who is in already changes their name and side.

        Raises:
            WorkspaceNotFound: the key is wrong or has been renewed.
            LimitReached: too many members.
        """
        with writing(self._engine) as connection:
            workspace_id = connection.execute(
                # Holding the row keeps two people from joining past the limit, or twice.
                select(workspaces.c.id).where(workspaces.c.key == key).with_for_update()
            ).scalar_one_or_none()
            if workspace_id is None:
                raise WorkspaceNotFound
            self._join(connection, workspace_id, visitor, editor)
            return _workspace(connection, workspace_id, visitor)

    def list(self, visitor: str) -> tuple[Workspace, ...]:
        """The visitor's workspaces, in order of their names."""
        with reading(self._engine) as connection:
            found = connection.execute(
                select(members.c.workspace_id)
                .join(workspaces, workspaces.c.id == members.c.workspace_id)
                .where(members.c.visitor == visitor)
                .order_by(workspaces.c.name, workspaces.c.id)
            ).scalars()
            return tuple(_workspace(connection, each, visitor) for each in found.all())

    def get(self, workspace_id: str, visitor: str) -> Workspace:
        """One workspace; raises WorkspaceNotFound."""
        with reading(self._engine) as connection:
            return _workspace(connection, workspace_id, visitor)

    def rename(self, workspace_id: str, visitor: str, name: str) -> Workspace:
        """Give it another name; raises WorkspaceNotFound."""
        return self._change(workspace_id, visitor, name=name)

    def renew_key(self, workspace_id: str, visitor: str) -> Workspace:
        """Make the old link useless; who has joined stays in."""
        return self._change(workspace_id, visitor, key=token_hex(_KEY_BYTES))

    def leave(self, workspace_id: str, visitor: str) -> None:
        """Take the visitor out; their edits stay."""
        with writing(self._engine) as connection:
            _workspace(connection, workspace_id, visitor)
            connection.execute(delete(members).where(_is_member(workspace_id, visitor)))

    def editor(self, workspace_id: str, visitor: str) -> Editor | None:
        """In whose name the visitor works there; None when they have not joined."""
        with reading(self._engine) as connection:
            row = connection.execute(
                select(members.c.name, members.c.side).where(_is_member(workspace_id, visitor))
            ).one_or_none()
        return Editor(row.name, Side(row.side)) if row else None

    def editor_of(self, sheet_id: str, visitor: str) -> tuple[str, Editor] | None:
        """The id of a sheet's workspace, and in whose name the visitor works there.

        Sheets in the trash are found too; None for no sheet, and for who has not joined.
        """
        with reading(self._engine) as connection:
            row = connection.execute(
                select(members.c.workspace_id, members.c.name, members.c.side)
                .join(worksheets, worksheets.c.workspace_id == members.c.workspace_id)
                .where(worksheets.c.id == sheet_id)
                .where(members.c.visitor == visitor)
            ).one_or_none()
        return (row.workspace_id, Editor(row.name, Side(row.side))) if row else None

    def _join(
        self, connection: Connection, workspace_id: str, visitor: str, editor: Editor
    ) -> None:
        rows = connection.execute(
            select(members.c.visitor).where(members.c.workspace_id == workspace_id)
        )
        known = set(rows.scalars())
        if visitor not in known and len(known) >= MOST_MEMBERS:
            raise LimitReached(
                f"1つの作業場所に参加できるのは{MOST_MEMBERS}人までです。",
                f"A workspace takes at most {MOST_MEMBERS} people.",
            )
        named = {"name": editor.name, "side": editor.side.value}
        if visitor in known:
            connection.execute(
                update(members).where(_is_member(workspace_id, visitor)).values(**named)
            )
            return
        joined = {"workspace_id": workspace_id, "visitor": visitor}
        connection.execute(
            insert(members).values(**joined, **named, joined_at=to_text(self._clock()))
        )

    def _change(self, workspace_id: str, visitor: str, **values: str) -> Workspace:
        with writing(self._engine) as connection:
            _workspace(connection, workspace_id, visitor)
            connection.execute(
                update(workspaces).where(workspaces.c.id == workspace_id).values(**values)
            )
            return _workspace(connection, workspace_id, visitor)


def _is_member(workspace_id: str, visitor: str) -> ColumnElement[bool]:
    return and_(members.c.workspace_id == workspace_id, members.c.visitor == visitor)


def _workspace(connection: Connection, workspace_id: str, visitor: str) -> Workspace:
    row = connection.execute(
        select(workspaces).where(workspaces.c.id == workspace_id)
    ).one_or_none()
    joined = connection.execute(
        select(members)
        .where(members.c.workspace_id == workspace_id)
        .order_by(members.c.joined_at, members.c.name)
    ).all()
    me = next((member for member in joined if member.visitor == visitor), None)
    if row is None or me is None:
        raise WorkspaceNotFound
    return Workspace(
        id=row.id,
        name=row.name,
        key=row.key,
        created_at=row.created_at,
        members=tuple(_member(member) for member in joined),
        me=_member(me),
    )


def _member(row: AnyRow) -> Member:
    return Member(name=row.name, side=Side(row.side), joined_at=row.joined_at)
