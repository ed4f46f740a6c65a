"""The service over HTTP: the whole world of the page and of evaluations."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from types import TracebackType
from typing import Literal, Self

import httpx
from pydantic import RootModel, TypeAdapter

from assistant.contract import (
    Answer,
    Answered,
    AnswerEvent,
    AskRequest,
    Conversation,
    ConversationList,
    Failed,
    FeedbackRequest,
    FeedbackSaved,
    Persona,
    Readiness,
    Register,
)
from assistant.errors import EvaluatorsOnly
from assistant.feedback_contract import RatedAnswers
from assistant.http_answers import checked, reached
from assistant.http_calls import HttpCalls, connection, read, until_end
from assistant.library_contract import (
    DocumentInfo,
    DocumentList,
    DocumentPassages,
    EntryInfo,
    EntryList,
    SearchResult,
    SourceInfo,
)

VISITOR_HEADER = "X-Sanpuku-Visitor"
EVALUATOR_HEADER = "X-Sanpuku-Evaluator"
_EVENT: TypeAdapter[AnswerEvent] = TypeAdapter(AnswerEvent)


class _Sources(RootModel[tuple[SourceInfo, ...]]):
    """The list that GET /v1/sources answers."""


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
        self._calls = HttpCalls(http, self._headers)

    @classmethod
    def at(cls, url: str, *, visitor: str | None = None, timeout: float = 120.0) -> Self:
        """A client of the service at this address; raises ServiceUnavailable when it is none."""
        with reached():
            return cls(connection(url, timeout=timeout), visitor=visitor)

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
        return self._calls.send(Answer, "POST", "/v1/ask", request)

    def stream(self, request: AskRequest) -> Iterator[AnswerEvent]:
        """The answer as it comes: sources, text…, then answered or failed."""
        return until_end(self._calls.stream(_EVENT, "/v1/ask", request), Answered, Failed)

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
        return self._calls.get(SearchResult, "/v1/search", params)

    def sources(self) -> tuple[SourceInfo, ...]:
        """Official documents and added ones."""
        return self._calls.get(_Sources, "/v1/sources").root

    def entries(self) -> EntryList:
        """All entries, whole."""
        return self._calls.get(EntryList, "/v1/entries")

    def entry(self, entry_id: str) -> EntryInfo:
        return self._calls.get(EntryInfo, f"/v1/entries/{entry_id}")

    def documents(self) -> DocumentList:
        """Documents that users added."""
        return self._calls.get(DocumentList, "/v1/documents")

    def document(self, document_id: str) -> DocumentPassages:
        return self._calls.get(DocumentPassages, f"/v1/documents/{document_id}")

    def add_document(
        self, name: str, content: bytes, *, as_source: str | None = None
    ) -> DocumentInfo:
        """Upload one file and wait until it can be searched."""
        with reached():
            response = self._http.post(
                "/v1/documents",
                files={"file": (name, content)},
                params={"as_source": as_source} if as_source else {},
                headers=self._headers,
                timeout=None,  # a long document takes minutes to embed
            )
        return read(DocumentInfo, checked(response))

    def delete_document(self, document_id: str) -> None:
        self._calls.call("DELETE", f"/v1/documents/{document_id}")

    def conversations(self) -> ConversationList:
        """The visitor's conversations, newest first."""
        return self._calls.get(ConversationList, "/v1/conversations")

    def conversation(self, conversation_id: str) -> Conversation:
        return self._calls.get(Conversation, f"/v1/conversations/{conversation_id}")

    def conversation_file(self, conversation_id: str, *, register: Register | None = None) -> bytes:
        """A conversation as a Word file."""
        path = f"/v1/conversations/{conversation_id}/export"
        return self._calls.call("GET", path, params=_wording(register)).content

    def delete_conversation(self, conversation_id: str) -> None:
        self._calls.call("DELETE", f"/v1/conversations/{conversation_id}")

    def answer(self, answer_id: str, *, register: Register | None = None) -> Answer:
        """An answer as it was given, or in other words."""
        return self._calls.get(Answer, f"/v1/answers/{answer_id}", _wording(register))

    def send_feedback(self, answer_id: str, feedback: FeedbackRequest) -> FeedbackSaved:
        path = f"/v1/answers/{answer_id}/feedback"
        return self._calls.send(FeedbackSaved, "POST", path, feedback)

    def rated_answers(
        self,
        evaluator_key: str,
        *,
        rating: Literal["up", "down"] | None = None,
        since: datetime | None = None,
        limit: int = 100,
    ) -> RatedAnswers:
        """Answers that users rated, latest first; for who knows the evaluators' key.

        Raises:
            EvaluatorsOnly: this can be no key.
        """
        if not (evaluator_key.isascii() and evaluator_key.isprintable()):
            raise EvaluatorsOnly
        params: dict[str, str | int | Sequence[str]] = {"limit": limit}
        if rating:
            params["rating"] = rating
        if since:
            params["since"] = since.isoformat()
        headers = {**self._headers, EVALUATOR_HEADER: evaluator_key}
        return HttpCalls(self._http, headers).get(RatedAnswers, "/v1/feedback", params)

    def ready(self) -> Readiness:
        """Whether questions can be answered; also while the service is preparing."""
        with reached():
            response = self._http.get("/ready", headers=self._headers)
        return read(Readiness, response)


def _wording(register: Register | None) -> dict[str, str | int | Sequence[str]]:
    return {"register": register.value} if register else {}
