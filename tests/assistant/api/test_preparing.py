"""While the first index is being made, and when it cannot be made."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

import httpx
import pytest

from assistant.api.app import create_app
from assistant.api.preparing import Preparation
from assistant.client import AssistantClient
from assistant.contract import AskRequest, Status
from assistant.errors import RequestRefused
from assistant.wiring import Services
from knowledge.added_documents import AddedDocument
from tests.assistant.small_services import small_services
from tests.fakes import WordOverlapEmbeddings
from tests.worksheets.service import served


class SlowEmbeddings(WordOverlapEmbeddings):
    """Embeds no passage until it is released."""

    def __init__(self) -> None:
        super().__init__()
        self.release = Event()

    def embed_passages(
        self, texts: Sequence[str], *, on_progress: Callable[[int], None]
    ) -> list[list[float]]:
        on_progress(0)
        self.release.wait(30)
        return super().embed_passages(texts, on_progress=on_progress)


@contextmanager
def preparing(home: Path) -> Iterator[tuple[str, SlowEmbeddings]]:
    """A service that is still making its first index."""
    embeddings = SlowEmbeddings()
    services = small_services(home, embeddings=embeddings)
    with served(create_app(lambda: services)) as url:
        try:
            yield url, embeddings
        finally:
            embeddings.release.set()
            _wait_for(url, "ready")


def _wait_for(url: str, status: str) -> None:
    with httpx.Client(verify=False) as http:  # no certificates to read
        while http.get(f"{url}/ready").json()["status"] != status:
            time.sleep(0.01)


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
def test_a_question_is_asked_to_wait(accept: str, home: Path) -> None:
    with preparing(home) as (url, _):
        asked = {"question": "チョイソコとは"}
        japanese = httpx.post(f"{url}/v1/ask", json=asked, headers={"Accept": accept})
        both = {"Accept": accept, "Accept-Language": "en"}
        english = httpx.post(f"{url}/v1/ask", json=asked, headers=both)
    assert japanese.status_code == english.status_code == 503
    assert japanese.headers["Content-Type"] == "application/problem+json"
    assert int(japanese.headers["Retry-After"]) > 0
    assert "準備中" in japanese.json()["detail"]
    assert "getting ready" in english.json()["detail"]


def test_a_search_is_asked_to_wait(home: Path) -> None:
    with preparing(home) as (url, _), AssistantClient.at(url) as client:
        with pytest.raises(RequestRefused, match="準備中") as refused:
            client.search("チョイソコ")
        assert refused.value.status == 503


def test_readiness_tells_how_far_it_is_and_then_everything_works(home: Path) -> None:
    with preparing(home) as (url, embeddings), AssistantClient.at(url) as client:
        readiness = client.ready()
        assert readiness.status == "preparing"
        assert httpx.get(f"{url}/ready").status_code == 503
        assert httpx.get(f"{url}/health").status_code == 200
        embeddings.release.set()
        _wait_for(url, "ready")
        assert client.ready().engine == "grounded"
        assert client.ask(AskRequest(question="チョイソコとは")).status is Status.ANSWERED


def test_what_needs_no_index_works_meanwhile(home: Path) -> None:
    with preparing(home) as (url, _), AssistantClient.at(url) as client:
        assert client.entries().total == 10
        assert client.conversations().conversations == ()
        assert client.ask(AskRequest(question="もう死にたい")).status is Status.UNSAFE


def _document(services: Services, path: Path) -> AddedDocument:
    """The file as the ingestion splits it."""
    report = services.ingestion.add([path], on_file=_unheard, on_progress=_unheard)
    added = services.knowledge.documents.get(report.files[0].document_id or "")
    assert added is not None
    services.ingestion.delete(added.id, on_progress=_unheard)
    return added


def _unheard(*_progress: object) -> None:
    """Nobody listens."""


def test_an_older_index_answers_while_a_new_one_is_made(services: Services, home: Path) -> None:
    plan = home / "plan.md"
    plan.write_text("# 計画\n\n移動販売を始めます。", encoding="utf-8")
    slow = SlowEmbeddings()
    changed = small_services(home, embeddings=slow)
    changed.knowledge.documents.save(_document(services, plan))
    # Vectors that are remembered would be made in no time.
    (home / "vectors.sqlite").unlink()
    with served(create_app(lambda: changed)) as url, AssistantClient.at(url) as client:
        try:
            assert client.ready().status == "preparing"
            assert client.ask(AskRequest(question="チョイソコとは")).status is Status.ANSWERED
        finally:
            slow.release.set()
            _wait_for(url, "ready")


class BreakingEmbeddings(WordOverlapEmbeddings):
    """A model that does not run."""

    def embed_passages(
        self, texts: Sequence[str], *, on_progress: Callable[[int], None]
    ) -> list[list[float]]:
        raise ZeroDivisionError("broken model")


class NoDocumentEmbeddings(WordOverlapEmbeddings):
    """A model that breaks at the first text that no index needed."""

    def embed_passages(
        self, texts: Sequence[str], *, on_progress: Callable[[int], None]
    ) -> list[list[float]]:
        if len(texts) == 1:
            raise ZeroDivisionError("broken model")
        return super().embed_passages(texts, on_progress=on_progress)


def test_what_documents_need_is_loaded_once_questions_are_answered(home: Path) -> None:
    embeddings = WordOverlapEmbeddings()
    services = small_services(home, embeddings=embeddings)
    services.knowledge.indexer.refresh(on_progress=_unheard)
    before = len(embeddings.embedded)
    Preparation(services).start().join()
    assert len(embeddings.embedded) == before + 1
    services.engine.dispose()


def test_names_in_documents_are_read_before_a_question_has_one(home: Path) -> None:
    services, asked = small_services(home), list[str]()
    spelling = replace(services.knowledge.spelling, by_sound=asked.append)
    Preparation(
        replace(services, knowledge=replace(services.knowledge, spelling=spelling))
    ).start().join()
    assert len(asked) == 1
    services.engine.dispose()


def test_questions_are_answered_where_what_documents_need_cannot_be_loaded(home: Path) -> None:
    services = small_services(home, embeddings=NoDocumentEmbeddings())
    preparation = Preparation(services)
    preparation.start().join()
    assert preparation.readiness().status == "ready"
    services.engine.dispose()


def test_when_preparing_breaks_off_the_reason_is_told(home: Path) -> None:
    services = small_services(home, embeddings=BreakingEmbeddings())
    preparation = Preparation(services)
    preparation.start().join()
    readiness = preparation.readiness()
    assert readiness.status == "unavailable"
    assert "broken model" in readiness.detail
    services.engine.dispose()


def test_after_preparing_broke_off_a_question_is_not_asked_to_wait(home: Path) -> None:
    services = small_services(home, embeddings=BreakingEmbeddings())
    with served(create_app(lambda: services)) as url:
        _wait_for(url, "unavailable")
        response = httpx.post(f"{url}/v1/ask", json={"question": "チョイソコとは"})
    assert response.status_code == 503
    assert "sanpuku knowledge build" in response.json()["detail"]
