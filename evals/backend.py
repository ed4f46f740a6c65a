"""What is evaluated, seen from outside: something that answers questions and finds passages."""

from collections.abc import Sequence
from typing import Protocol

from assistant.client import AssistantClient
from assistant.contract import Answer, AskRequest, Persona
from assistant.errors import AssistantError
from assistant.library_contract import FoundPassage
from evals.errors import BackendFailed


class Searcher(Protocol):
    """Finds passages for questions."""

    def search(
        self, question: str, *, limit: int, persona: Persona | None = None
    ) -> Sequence[FoundPassage]:
        """Best first. Raises BackendFailed."""


class Backend(Searcher, Protocol):
    """The product, or a peer: answers and finds."""

    def ask(self, request: AskRequest) -> Answer:
        """The whole answer. Raises BackendFailed."""


class ServiceBackend:
    """The assistant behind its HTTP contract; may be shared between threads."""

    def __init__(self, client: AssistantClient) -> None:
        self._client = client

    def ask(self, request: AskRequest) -> Answer:
        try:
            return self._client.ask(request)
        except AssistantError as error:
            raise BackendFailed(_reason(error)) from error

    def search(
        self, question: str, *, limit: int, persona: Persona | None = None
    ) -> Sequence[FoundPassage]:
        try:
            return self._client.search(question, limit=limit, persona=persona).passages
        except AssistantError as error:
            raise BackendFailed(_reason(error)) from error


def _reason(error: AssistantError) -> str:
    return f"{type(error).__name__}: {error or error.en}"
