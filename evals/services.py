"""The service that a run asks: one that is running, or one started for the run."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from assistant.client import AssistantClient
from assistant.errors import AssistantError
from evals.local_service import local_service

GROUNDED = "grounded"
_MODEL_PREFIX = "llm:"


def engine_model(engine: str) -> str:
    """The model's setting for an engine's name: empty for the one without a language model.

    Raises:
        ValueError: it is neither `grounded` nor `llm:provider:model`.
    """
    if engine == GROUNDED:
        return ""
    if not engine.startswith(_MODEL_PREFIX) or engine.count(":") < 2:
        raise ValueError(f"An engine is grounded or llm:provider:model, not {engine!r}")
    return engine.removeprefix(_MODEL_PREFIX)


@contextmanager
def open_service(url: str | None, *, engine: str = GROUNDED) -> Iterator[AssistantClient]:
    """A client of the service at `url`, or of one of our own with this engine.

    Conversations of a run stay apart from the users': a service of our own has its own database,
    and a running one forgets them afterwards.

    Raises:
        ServiceNotStarted: see local_service.
    """
    if url:
        with AssistantClient.at(url, visitor=f"evaluation-{uuid4().hex}") as client:
            try:
                yield client
            finally:
                _forget_conversations(client)
        return
    with TemporaryDirectory(prefix="sanpuku-eval-") as folder:
        overrides = {
            "SANPUKU_MODEL": engine_model(engine),
            "SANPUKU_DATABASE_URL": f"sqlite:///{folder}/conversations.sqlite",
        }
        with local_service(overrides, log=Path(folder) / "service.log") as service:
            yield service.client


@contextmanager
def open_service_over(documents: Path) -> Iterator[AssistantClient]:
    """A client of a service that knows these documents and not the bundled entries.

    Raises:
        ServiceNotStarted: see local_service.
        DocumentRefused, ServiceUnavailable: a document could not be added.
    """
    files = sorted(path for path in documents.iterdir() if path.suffix in {".txt", ".pdf"})
    with TemporaryDirectory(prefix="sanpuku-eval-") as folder:
        overrides = {
            "SANPUKU_HOME": folder,
            "SANPUKU_MODEL": "",
            "SANPUKU_BUNDLED_ENTRIES": "false",
            "SANPUKU_DATABASE_URL": f"sqlite:///{folder}/conversations.sqlite",
        }
        with local_service(overrides, log=Path(folder) / "service.log") as service:
            for file in files:
                service.client.add_document(file.name, file.read_bytes())
            yield service.client


def _forget_conversations(client: AssistantClient) -> None:
    # What is left behind belongs to nobody and is shown to nobody: no reason to lose a run.
    with suppress(AssistantError):
        while listed := client.conversations().conversations:
            for conversation in listed:
                client.delete_conversation(conversation.id)
