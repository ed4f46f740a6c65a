"""Put the parts of worksheets together. The only module here that names every concrete class."""

from sqlalchemy import Engine

from assistant.storage.moments import Clock, utc_now
from assistant.worksheets.comment_store import CommentStore
from assistant.worksheets.history import EditHistory
from assistant.worksheets.open_sheet import SheetStores
from assistant.worksheets.store import SheetStore
from assistant.worksheets.trash import Trash
from assistant.worksheets.versions import VersionStore


def open_stores(engine: Engine, *, clock: Clock = utc_now) -> SheetStores:
    """Everything about sheets that is kept in this migrated database."""
    return SheetStores(
        sheets=SheetStore(engine, clock=clock),
        trash=Trash(engine, clock=clock),
        comments=CommentStore(engine, clock=clock),
        versions=VersionStore(engine, clock=clock),
        history=EditHistory(engine),
    )
