"""Getting ready in the background: index up to date, model loaded, so that the first question is fast."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock, Thread

from assistant.contract import Readiness
from assistant.errors import KnowledgeUnavailable, StillPreparing
from assistant.wiring import Services
from knowledge.errors import KnowledgeError

logger = logging.getLogger(__name__)
_WARM_UP = "産福共創とは"


@dataclass
class Preparation:
    """One run of getting ready, and how far it is."""

    services: Services
    _state: Readiness = field(default_factory=lambda: Readiness(status="preparing"))
    _lock: Lock = field(default_factory=Lock)

    def start(self) -> Thread:
        """Begin in a thread of its own; the service answers /ready meanwhile."""
        thread = Thread(target=self.run, name="preparing", daemon=True)
        thread.start()
        return thread

    def run(self) -> None:
        """Bring the index up to date and answer one search, so that everything is loaded; what only
        documents need comes when questions are answered already."""
        try:
            self.services.knowledge.indexer.refresh(on_progress=self._heard)
            self.services.knowledge.retriever.search(_WARM_UP, limit=1, language="ja")
        except KnowledgeError as error:
            logger.exception("The knowledge base is not ready")
            self._set(Readiness(status="unavailable", detail=str(error)))
        except Exception as error:  # a service that cannot prepare must say so, not vanish
            logger.exception("Preparing broke off")
            self._set(Readiness(status="unavailable", detail=str(error)))
        else:
            self._set(Readiness(status="ready", engine=self.services.assistant.engine))
            self._warm_up_for_documents()

    def _warm_up_for_documents(self) -> None:
        try:
            self.services.ingestion.warm_up()
            self.services.knowledge.spelling.warm_up()
        except Exception:  # questions are answered; the first document says what is wrong
            logger.exception("What documents need could not be loaded yet")

    def readiness(self) -> Readiness:
        with self._lock:
            return self._state

    @contextmanager
    def explained(self) -> Iterator[None]:
        """A search that fails while there is no first index yet fails as StillPreparing.

        An older index goes on answering while a new one is made.
        """
        try:
            yield
        except (KnowledgeUnavailable, KnowledgeError) as error:
            if self.readiness().status == "preparing":
                raise StillPreparing from error
            raise

    def _heard(self, step: str, done: int, total: int) -> None:
        self._set(Readiness(status="preparing", detail=f"{step} {done}/{total}"))

    def _set(self, state: Readiness) -> None:
        with self._lock:
            self._state = state
