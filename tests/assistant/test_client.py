"""The client against the real service over HTTP, and against services that are not there."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from assistant.client import AssistantClient
from assistant.contract import (
    Answered,
    AskRequest,
    FeedbackRequest,
    Persona,
    SourcesFound,
    Status,
    TextDelta,
)
from assistant.errors import RequestRefused, ServiceUnavailable
from tests.assistant.small_services import CHOISOKO, EXISTING_COMPANY, EXISTING_WELFARE, UETAN

QUESTION = "チョイソコはどんな取組ですか"


def test_an_answer_rests_on_entries(shared_client: AssistantClient) -> None:
    answer = shared_client.ask(AskRequest(question=QUESTION))
    assert answer.status is Status.ANSWERED
    assert (answer.language, answer.engine) == ("ja", "grounded")
    assert answer.citations[0].entry_id == CHOISOKO
    assert "[1]" in answer.text
    assert answer.follow_ups
    assert answer.timings_ms["total"] > 0


def test_an_english_question_is_answered_in_english(shared_client: AssistantClient) -> None:
    answer = shared_client.ask(AskRequest(question="What is Choisoko?"))
    assert answer.language == "en"
    assert "shared ride service" in answer.text
    assert answer.citations[0].publisher == "METI"


def test_the_answers_language_can_be_chosen(shared_client: AssistantClient) -> None:
    answer = shared_client.ask(AskRequest(question="チョイソコとは", language="en"))
    assert answer.language == "en"
    assert "shared ride service" in answer.text


def test_a_stream_begins_with_sources_and_ends_with_the_same_answer(
    shared_client: AssistantClient,
) -> None:
    events = list(shared_client.stream(AskRequest(question=QUESTION)))
    assert isinstance(events[0], SourcesFound)
    assert all(isinstance(event, TextDelta) for event in events[1:-1])
    last = events[-1]
    assert isinstance(last, Answered)
    told = "".join(event.text for event in events if isinstance(event, TextDelta))
    assert told == last.answer.text
    assert last.answer.conversation_id == events[0].conversation_id


@pytest.mark.parametrize(
    ("persona", "own"),
    [(Persona.MUNICIPALITY, EXISTING_WELFARE), (Persona.COMPANY, EXISTING_COMPANY)],
)
def test_each_sides_own_passage_gains(
    persona: Persona, own: str, shared_client: AssistantClient
) -> None:
    def share_of_best(asker: Persona | None) -> float:
        found = shared_client.search("既存のバスやタクシーとの調整", persona=asker).passages
        score = {passage.entry_id: passage.score for passage in found}
        other = EXISTING_COMPANY if own == EXISTING_WELFARE else EXISTING_WELFARE
        return score[own] / score[other]

    assert share_of_best(persona) > share_of_best(None)


def test_a_search_keeps_to_its_limit_and_its_sources(shared_client: AssistantClient) -> None:
    found = shared_client.search("チョイソコ", limit=2).passages
    assert len(found) == 2
    only = shared_client.search("チョイソコ", source=["kentokai-1"]).passages
    assert {passage.source for passage in only} == {"kentokai-1"}
    assert only[0].ranks
    assert only[0].language == "ja"


def test_an_answer_keeps_to_the_sources_that_were_asked_for(shared_client: AssistantClient) -> None:
    answer = shared_client.ask(
        AskRequest(question="チョイソコの自治体の数は？", sources=("kentokai-1",))
    )
    assert answer.citations[0].source == "kentokai-1"
    assert "90自治体" in answer.text


def test_sources_and_entries_are_listed_whole(shared_client: AssistantClient) -> None:
    sources = {source.key: source for source in shared_client.sources()}
    assert sources["points-2026"].entries == 7
    assert sources["kentokai-1"].title_en == "Strategy committee, 1st meeting"
    listed = shared_client.entries()
    assert listed.total == len(listed.entries) == 10
    assert shared_client.entry(UETAN) in listed.entries


def test_an_entry_has_both_languages_and_its_topics_in_english(
    shared_client: AssistantClient,
) -> None:
    entry = shared_client.entry(EXISTING_WELFARE)
    assert "民業圧迫" in entry.ja.text
    assert "crowd out" in entry.en.text
    assert dict(zip(entry.topics, entry.topics_en, strict=True))["移動支援"] == "Transport"
    assert len(entry.ja.questions) >= 3


def test_the_service_says_that_it_is_ready(shared_client: AssistantClient) -> None:
    readiness = shared_client.ready()
    assert readiness.status in ("ready", "preparing")


def test_a_refusal_carries_the_services_own_sentence(shared_client: AssistantClient) -> None:
    with pytest.raises(RequestRefused) as refused:
        shared_client.entry("points-2026/nothing")
    assert refused.value.status == 404
    assert refused.value.message("ja").startswith("この資料項目は見つかりません。")


def test_feedback_on_an_unknown_answer_is_refused(shared_client: AssistantClient) -> None:
    with pytest.raises(RequestRefused) as refused:
        shared_client.send_feedback("nobody", FeedbackRequest(rating="up"))
    assert refused.value.status == 404


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture
def nobody() -> Iterator[AssistantClient]:
    with AssistantClient.at(f"http://127.0.0.1:{_free_port()}", timeout=2) as opened:
        yield opened


def test_a_service_that_is_down_is_told_as_such(nobody: AssistantClient) -> None:
    calls = (
        lambda: nobody.ask(AskRequest(question="q")),
        lambda: list(nobody.stream(AskRequest(question="q"))),
        lambda: nobody.search("q"),
        nobody.sources,
        nobody.entries,
        nobody.documents,
        nobody.conversations,
        nobody.ready,
        lambda: nobody.add_document("a.md", b"text"),
        lambda: nobody.delete_document("a"),
        lambda: nobody.delete_conversation("a"),
    )
    for call in calls:
        with pytest.raises(ServiceUnavailable) as raised:
            call()
        assert "sanpuku up" in raised.value.message("ja")
        assert "sanpuku up" in raised.value.message("en")


@contextmanager
def answering(content: bytes) -> Iterator[AssistantClient]:
    """A server that sends these bytes to whoever connects, and hangs up."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(content)

        thread = Thread(target=serve, daemon=True)
        thread.start()
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with AssistantClient.at(url, timeout=3) as client:
            yield client
        thread.join(5)


def _response(body: bytes, kind: bytes = b"application/json", status: bytes = b"200 OK") -> bytes:
    head = b"HTTP/1.1 " + status + b"\r\nContent-Type: " + kind + b"\r\nContent-Length: "
    return head + str(len(body)).encode() + b"\r\nConnection: close\r\n\r\n" + body


_EVENT = b'event: text\ndata: {"kind":"text","text":"a"}\n\n'
_BROKEN_OFF = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
    + f"{len(_EVENT):x}\r\n".encode()
    + _EVENT
    + b"\r\n"
)
_ENDED_EARLY = _response(_EVENT, b"text/event-stream")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="it hangs up"),
        pytest.param(_response(b"<html>proxy</html>", b"text/html"), id="a page of a proxy"),
        pytest.param(_response(b"no", b"text/plain", b"502 Bad Gateway"), id="a proxy's error"),
        pytest.param(_response(b'{"status": "ready"'), id="half of an answer"),
    ],
)
def test_nonsense_is_told_as_a_service_that_is_not_there(content: bytes) -> None:
    with answering(content) as client, pytest.raises(ServiceUnavailable):
        client.ask(AskRequest(question="q"))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(_BROKEN_OFF, id="the connection breaks"),
        pytest.param(_ENDED_EARLY, id="it ends without an answer"),
    ],
)
def test_a_stream_that_breaks_off_is_noticed_after_what_came(content: bytes) -> None:
    with answering(content) as client:
        events = client.stream(AskRequest(question="q"))
        assert next(events) == TextDelta(text="a")
        with pytest.raises(ServiceUnavailable):
            next(events)


def test_an_address_that_is_none_is_told_as_such() -> None:
    with pytest.raises(ServiceUnavailable):
        AssistantClient.at("http://[::1")
