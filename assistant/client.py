"""The service over HTTP: the whole world of the page and of evaluations."""

from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

import httpx
from pydantic import TypeAdapter

from assistant.contract import (
    Answer,
    Answered,
    AnswerEvent,
    AskRequest,
    Conversation,
    ConversationList,
    DocumentInfo,
    DocumentList,
    DocumentPassages,
    EntryInfo,
    EntryList,
    Failed,
    FeedbackRequest,
    FeedbackSaved,
    Message,
    Persona,
    Readiness,
    SearchResult,
    SourceInfo,
)
from assistant.errors import ServiceUnavailable
from assistant.http_answers import checked, reached, refusal

VISITOR_HEADER = "X-Sanpuku-Visitor"
_EVENT: TypeAdapter[AnswerEvent] = TypeAdapter(AnswerEvent)
_SOURCES: TypeAdapter[tuple[SourceInfo, ...]] = TypeAdapter(tuple[SourceInfo, ...])


class AssistantClient:
    """Calls of the HTTP contract. Safe to share between threads.

    Every method raises ServiceUnavailable when the service cannot be reached or breaks off, and
    RequestRefused (with the service's own sentence) when it refuses.
    """

    def __init__(self, http: httpx.Client, *, visitor: str | None = None) -> None:
        """
        Args:
            http: a client with the service's base address.
            visitor: whose conversations are listed; unset is the machine's only user.
        """
        self._http = http
        self._headers = {VISITOR_HEADER: visitor} if visitor else {}

    @classmethod
    def at(cls, url: str, *, visitor: str | None = None, timeout: float = 120.0) -> Self:
        """A client of the service at this address."""
        return cls(httpx.Client(base_url=url, timeout=timeout), visitor=visitor)

    def for_visitor(self, visitor: str) -> "AssistantClient":
        """The same connection in another visitor's name."""
        return AssistantClient(self._http, visitor=visitor)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._http.close()

    def ask(self, request: AskRequest) -> Answer:
        """The whole answer at once."""
        return Answer.model_validate_json(self._send("POST", "/v1/ask", body=request).content)

    def stream(self, request: AskRequest) -> Iterator[AnswerEvent]:
        """The answer as it comes: sources, text…, then answered or failed."""
        content = request.model_dump_json()
        headers = self._headers | {
            "Accept": "text/event-stream",
            "Content-Type": "application/json",
        }
        with (
            reached(),
            self._http.stream("POST", "/v1/ask", content=content, headers=headers) as response,
        ):
            if response.is_error:
                response.read()
                raise refusal(response)
            finished = False
            for line in response.iter_lines():
                if line.startswith("data:"):
                    event = _EVENT.validate_json(line.removeprefix("data:").strip())
                    finished = isinstance(event, Answered | Failed)
                    yield event
        if not finished:
            raise ServiceUnavailable("the answer broke off")

    def search(
        self,
        question: str,
        *,
        limit: int = 10,
        persona: Persona | None = None,
        source: Sequence[str] = (),
    ) -> SearchResult:
        """Passages for a question, best first."""
        params: dict[str, str | int | Sequence[str]] = {"question": question, "limit": limit}
        if persona:
            params["persona"] = persona.value
        if source:
            params["source"] = list(source)
        found = self._send("GET", "/v1/search", params=params)
        return SearchResult.model_validate_json(found.content)

    def sources(self) -> tuple[SourceInfo, ...]:
        """Official documents and added ones."""
        return _SOURCES.validate_json(self._send("GET", "/v1/sources").content)

    def entries(self) -> EntryList:
        """All entries, whole."""
        return EntryList.model_validate_json(self._send("GET", "/v1/entries").content)

    def entry(self, entry_id: str) -> EntryInfo:
        return EntryInfo.model_validate_json(self._send("GET", f"/v1/entries/{entry_id}").content)

    def documents(self) -> DocumentList:
        """Documents that users added."""
        return DocumentList.model_validate_json(self._send("GET", "/v1/documents").content)

    def document(self, document_id: str) -> DocumentPassages:
        found = self._send("GET", f"/v1/documents/{document_id}")
        return DocumentPassages.model_validate_json(found.content)

    def add_document(
        self, name: str, content: bytes, *, as_source: str | None = None
    ) -> DocumentInfo:
        """Upload one file and wait until it can be searched."""
        params = {"as_source": as_source} if as_source else {}
        with reached():
            response = self._http.post(
                "/v1/documents",
                files={"file": (name, content)},
                params=params,
                headers=self._headers,
                timeout=None,  # a long document takes minutes to embed
            )
        return DocumentInfo.model_validate_json(checked(response).content)

    def delete_document(self, document_id: str) -> None:
        self._send("DELETE", f"/v1/documents/{document_id}")

    def conversations(self) -> ConversationList:
        """The visitor's conversations, newest first."""
        found = self._send("GET", "/v1/conversations")
        return ConversationList.model_validate_json(found.content)

    def conversation(self, conversation_id: str) -> Conversation:
        found = self._send("GET", f"/v1/conversations/{conversation_id}")
        return Conversation.model_validate_json(found.content)

    def delete_conversation(self, conversation_id: str) -> None:
        self._send("DELETE", f"/v1/conversations/{conversation_id}")

    def send_feedback(self, answer_id: str, feedback: FeedbackRequest) -> FeedbackSaved:
        sent = self._send("POST", f"/v1/answers/{answer_id}/feedback", body=feedback)
        return FeedbackSaved.model_validate_json(sent.content)

    def ready(self) -> Readiness:
        """Whether questions can be answered; also while the service is preparing."""
        with reached():
            response = self._http.get("/ready", headers=self._headers)
            return Readiness.model_validate_json(response.content)

    def _send(
        self,
        method: str,
        path: str,
        *,
        body: Message | None = None,
        params: dict[str, str | int | Sequence[str]] | None = None,
    ) -> httpx.Response:
        headers = self._headers | ({"Content-Type": "application/json"} if body else {})
        content = body.model_dump_json() if body else None
        with reached():
            response = self._http.request(
                method, path, content=content, params=params, headers=headers
            )
        return checked(response)
