"""Put the parts of worksheets together. The only module here that names every concrete class."""

from collections.abc import Callable

from sqlalchemy import Engine

from assistant.storage.moments import Clock, utc_now
from assistant.worksheets.comment_store import CommentStore
from assistant.worksheets.drafting import Drafter
from assistant.worksheets.export.references import CitedWorks
from assistant.worksheets.history import EditHistory
from assistant.worksheets.library import Library
from assistant.worksheets.open_sheet import SheetStores, SheetTools
from assistant.worksheets.service import Worksheets
from assistant.worksheets.store import SheetStore
from assistant.worksheets.trash import Trash
from assistant.worksheets.versions import VersionStore
from assistant.worksheets.workspaces import WorkspaceStore
from assistant.worksheets.writing import FieldWriter
from knowledge.documents import Chunk, Source
from knowledge.wiring import Knowledge


def build_worksheets(
    engine: Engine,
    knowledge: Knowledge,
    writer: FieldWriter | None,
    *,
    source: Callable[[str], Source | None],
) -> Worksheets:
    """Wire worksheets around a migrated database and a knowledge base.

    Args:
        writer: words fields where a language model is configured.
        source: finds an official document by its key, or an added one by its id.
    """
    library = Library(
        forms=knowledge.forms,
        service_types=knowledge.service_types,
        corpus=knowledge.corpus,
    )
    drafter = Drafter(library, knowledge.retriever, writer)
    works = CitedWorks(knowledge.corpus.by_id, source, _added_passages(knowledge))
    return Worksheets(
        workspaces=WorkspaceStore(engine),
        stores=open_stores(engine),
        tools=SheetTools(library, drafter, works),
    )


def open_stores(engine: Engine, *, clock: Clock = utc_now) -> SheetStores:
    """Everything about sheets that is kept in this migrated database."""
    return SheetStores(
        sheets=SheetStore(engine, clock=clock),
        trash=Trash(engine, clock=clock),
        comments=CommentStore(engine, clock=clock),
        versions=VersionStore(engine, clock=clock),
        history=EditHistory(engine),
    )


def _added_passages(knowledge: Knowledge) -> Callable[[str], Chunk | None]:
    def find(entry_id: str) -> Chunk | None:
        document = knowledge.documents.get(entry_id.partition("#")[0])
        chunks = document.chunks if document else ()
        return next((chunk for chunk in chunks if chunk.entry_id == entry_id), None)

    return find
