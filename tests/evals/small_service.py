"""A service of the HTTP contract in a few lines, to be started as a process of its own."""

from typing import Annotated

from fastapi import FastAPI, Header, Response

from assistant.client import VISITOR_HEADER
from assistant.contract import Answer, AskRequest, ConversationList, ConversationSummary, Readiness
from assistant.library_contract import DocumentList, EntryInfo, EntryList, EntryText, SearchResult
from tests.evals.builders import make_entry
from tests.evals.fake_assistant import NOTES, NoteAssistant


def create_app() -> FastAPI:
    """Answers from the notes."""
    app, assistant = FastAPI(), NoteAssistant()
    conversations: dict[str, str] = {}

    @app.get("/ready")
    def ready() -> Readiness:
        return Readiness(status="ready", engine="llm:notes:small")

    @app.post("/v1/ask")
    def ask(request: AskRequest, visitor: Annotated[str, Header(alias=VISITOR_HEADER)]) -> Answer:
        answer = assistant.ask(request)
        key = request.conversation_id or f"c{len(assistant.asked)}"
        conversations[key] = visitor
        return answer.model_copy(update={"conversation_id": key})

    @app.get("/v1/conversations")
    def listed(visitor: Annotated[str, Header(alias=VISITOR_HEADER)] = "") -> ConversationList:
        """The visitor's; everybody's for nobody."""
        return ConversationList(
            conversations=tuple(
                ConversationSummary(id=key, title="", updated_at="", turns=1)
                for key, owner in conversations.items()
                if visitor in ("", owner)
            )
        )

    @app.delete("/v1/conversations/{key}", status_code=204)
    def delete(key: str) -> Response:
        del conversations[key]
        return Response(status_code=204)

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
    return make_entry(
        note.id,
        source="n",
        pages=(),
        ja=EntryText(title=note.id, text="".join(note.ja), questions=()),
        en=EntryText(title=note.id, text=" ".join(note.en), questions=()),
    )
