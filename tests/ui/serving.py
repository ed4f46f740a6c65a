"""The fake service over real HTTP, on a port of its own."""

import threading
import time
from collections.abc import Callable
from typing import Annotated

import uvicorn
from fastapi import FastAPI, File, Header, Response, UploadFile
from fastapi.responses import JSONResponse, StreamingResponse

from assistant.client import EVALUATOR_HEADER, VISITOR_HEADER
from assistant.contract import (
    AskRequest,
    Conversation,
    ConversationList,
    ConversationSummary,
    FeedbackRequest,
    FeedbackSaved,
    Problem,
)
from assistant.feedback_contract import RatedAnswers
from assistant.library_contract import (
    DocumentList,
    DocumentPassages,
    EntryList,
    FoundPassage,
    SearchResult,
    SourceInfo,
)
from tests.ui.fake_service import ASKED_AT, FakeService
from tests.ui.samples import ENTRIES, SOURCES


class Server:
    """A running service that can go away and come back at the same address."""

    def __init__(self, service: FakeService) -> None:
        self._app = create_app(service)
        self._port = 0
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        config = uvicorn.Config(
            self._app,
            host="127.0.0.1",
            port=self._port,
            log_level="error",
            ws="none",
            lifespan="off",
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        _wait_until(lambda: self._server.started)
        self._port = self._server.servers[0].sockets[0].getsockname()[1]

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(timeout=10)


def create_app(service: FakeService) -> FastAPI:
    """The HTTP contract in front of the fake."""
    app = FastAPI()
    _add_questions(app, service)
    _add_conversations(app, service)
    _add_documents(app, service)
    _add_library(app, service)
    return app


def _add_questions(app: FastAPI, service: FakeService) -> None:
    @app.post("/v1/ask")
    def ask(
        request: AskRequest, visitor: Annotated[str, Header(alias=VISITOR_HEADER)] = ""
    ) -> StreamingResponse:
        service.visitors.append(visitor)
        lines = (f"data: {event.model_dump_json()}\n\n" for event in service.events(request))
        return StreamingResponse(lines, media_type="text/event-stream")

    @app.post("/v1/answers/{answer_id}/feedback")
    def feedback(answer_id: str, body: FeedbackRequest) -> FeedbackSaved:
        service.ratings.append((answer_id, body))
        return FeedbackSaved(answer_id=answer_id, rating=body.rating)

    @app.get("/v1/feedback", response_model=RatedAnswers)
    def rated(
        evaluator: Annotated[str, Header(alias=EVALUATOR_HEADER)] = "",
    ) -> RatedAnswers | JSONResponse:
        if not service.evaluator_key or evaluator != service.evaluator_key:
            return _problem(403, "利用者の評価は、評価者だけが見られます。")
        return RatedAnswers(answers=tuple(service.rated))

    @app.get("/ready")
    def ready() -> JSONResponse:
        status = 200 if service.readiness.status == "ready" else 503
        return JSONResponse(service.readiness.model_dump(), status_code=status)


def _add_conversations(app: FastAPI, service: FakeService) -> None:
    @app.get("/v1/conversations")
    def conversations() -> ConversationList:
        kept = reversed(service.conversations.values())
        return ConversationList(
            conversations=tuple(
                ConversationSummary(id=c.id, title=c.title, updated_at=ASKED_AT, turns=len(c.turns))
                for c in kept
            )
        )

    @app.get("/v1/conversations/{key}", response_model=Conversation)
    def conversation(key: str) -> Conversation | JSONResponse:
        return service.conversations.get(key) or _problem(404, "この会話は見つかりません。")

    @app.delete("/v1/conversations/{key}", status_code=204)
    def delete(key: str) -> Response:
        service.conversations.pop(key, None)
        return Response(status_code=204)


def _add_documents(app: FastAPI, service: FakeService) -> None:
    @app.get("/v1/documents")
    def documents() -> DocumentList:
        return DocumentList(documents=tuple(d.document for d in service.documents.values()))

    @app.get("/v1/documents/{key}", response_model=DocumentPassages)
    def document(key: str) -> DocumentPassages | JSONResponse:
        return service.documents.get(key) or _problem(404, "この文書は見つかりません。")

    @app.post("/v1/documents", status_code=201)
    def add(
        file: Annotated[UploadFile, File()],
        accept_language: Annotated[str, Header()] = "",
        as_source: str | None = None,
    ) -> Response:
        added = service.add(file.filename or "", file.file.read(), as_source)
        if added is None:
            refusals = {"ja": "対応していない形式です", "en": "This format is not supported"}
            return _problem(422, refusals[accept_language])
        return JSONResponse(added.model_dump(), status_code=201)

    @app.delete("/v1/documents/{key}", status_code=204)
    def delete(key: str) -> Response:
        service.documents.pop(key, None)
        return Response(status_code=204)


def _add_library(app: FastAPI, service: FakeService) -> None:
    @app.get("/v1/sources")
    def sources() -> tuple[SourceInfo, ...]:
        added = (
            SourceInfo(
                key=d.document.id,
                title=d.document.name,
                title_en=d.document.name,
                publisher="追加した文書",
                publisher_en="Added document",
                published=ASKED_AT[:10],
                authority="user",
                entries=d.document.passages,
            )
            for d in service.documents.values()
        )
        return (*SOURCES, *added)

    @app.get("/v1/entries", response_model=EntryList)
    def entries(accept_language: Annotated[str, Header()] = "") -> EntryList | JSONResponse:
        if service.closed:
            return _problem(503, service.closed[accept_language])
        return EntryList(entries=ENTRIES, total=len(ENTRIES))

    @app.get("/v1/search")
    def search(question: str) -> SearchResult:
        """Everything is near to everything in so small a library."""
        return SearchResult(
            passages=tuple(
                FoundPassage(
                    entry_id=entry.id,
                    source=entry.source,
                    heading=entry.heading,
                    pages=entry.pages,
                    text=entry.ja.text,
                    score=1.0,
                    ranks={},
                    title=f"{entry.ja.title} ({question})",
                )
                for entry in ENTRIES
            )
        )


def _problem(status: int, detail: str) -> JSONResponse:
    body = Problem(title="refused", status=status, detail=detail).model_dump()
    return JSONResponse(body, status_code=status, media_type="application/problem+json")


def _wait_until(reached: Callable[[], bool], *, seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not reached():
        if time.monotonic() > deadline:
            raise TimeoutError("the fake service did not start")
        time.sleep(0.005)
