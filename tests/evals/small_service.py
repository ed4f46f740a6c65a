"""A service of the HTTP contract in a few lines, to be started as a process of its own."""

from fastapi import FastAPI

from assistant.contract import (
    Answer,
    AskRequest,
    DocumentList,
    EntryInfo,
    EntryList,
    EntryText,
    Readiness,
    SearchResult,
)
from tests.evals.fake_assistant import NOTES, NoteAssistant


def create_app() -> FastAPI:
    """Answers from the notes."""
    app, assistant = FastAPI(), NoteAssistant()

    @app.get("/ready")
    def ready() -> Readiness:
        return Readiness(status="ready")

    @app.post("/v1/ask")
    def ask(request: AskRequest) -> Answer:
        return assistant.ask(request)

    @app.get("/v1/search")
    def search(question: str, limit: int = 10) -> SearchResult:
        return SearchResult(passages=tuple(assistant.search(question, limit=limit)))

    @app.get("/v1/documents")
    def documents() -> DocumentList:
        return DocumentList(documents=())

    @app.get("/v1/entries")
    def entries() -> EntryList:
        return EntryList(entries=tuple(_entry(note.id) for note in NOTES), total=len(NOTES))

    return app


def never_ready() -> FastAPI:
    """Is preparing for ever."""
    app = FastAPI()

    @app.get("/ready")
    def ready() -> Readiness:
        return Readiness(status="preparing")

    return app


def _entry(note_id: str) -> EntryInfo:
    note = next(note for note in NOTES if note.id == note_id)
    return EntryInfo(
        id=note.id,
        kind="statistic",
        source="n",
        pages=(),
        heading="",
        audience=(),
        stage=None,
        regions=(),
        organisations=(),
        topics=(),
        as_of="",
        related=(),
        differs=(),
        case_of=None,
        ja=EntryText(title=note.id, text="".join(note.ja), questions=()),
        en=EntryText(title=note.id, text=" ".join(note.en), questions=()),
    )
