"""A resident named in one turn: understood in the next, kept nowhere, sent to nobody."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.contract import Answer, AskRequest, Status
from assistant.finding import Finder
from assistant.settings import AssistantSettings
from assistant.signs import SupportWeights
from assistant.wiring import Services
from tests.assistant.chat_server import ChatServer, chat_server
from tests.assistant.small_services import CHOISOKO, passage_of, small_services
from tests.fakes import FixedRetriever

PRIVATE = ("佐藤", "ヨシ子", "090-1111-2222", "Yoshida", "Fumi")
ALWAYS = SupportWeights(bias=10.0, weights={}, threshold=0.5)
JAPANESE = (
    "佐藤ヨシ子様（82歳、090-1111-2222）にチョイソコを勧めたい。どんな取組ですか",
    "それは何年に始まりましたか",
)
ENGLISH = (
    "Mrs Fumi Yoshida, 82, phone 090-1111-2222, cannot drive. What is Choisoko?",
    "And for companies?",
)
TURNS = pytest.mark.parametrize(
    "turns", [pytest.param(JAPANESE, id="Japanese"), pytest.param(ENGLISH, id="English")]
)


def asked_in_turn(assistant: Assistant, turns: tuple[str, ...]) -> list[Answer]:
    answers: list[Answer] = []
    for question in turns:
        conversation = answers[-1].conversation_id if answers else None
        answers.append(assistant.ask(AskRequest(question=question, conversation_id=conversation)))
    return answers


@TURNS
def test_a_follow_up_is_about_what_was_asked_not_about_the_resident(
    turns: tuple[str, ...], services: Services
) -> None:
    retriever = FixedRetriever([passage_of(CHOISOKO, "ja")])
    asked_in_turn(replace(services.assistant, finder=Finder(retriever, 8)), turns)
    of_follow_up = next(asked for asked in retriever.questions if turns[-1].rstrip("?") in asked)
    assert "チョイソコ" in of_follow_up or "Choisoko" in of_follow_up
    searched = "\n".join(retriever.questions)
    assert [part for part in (*PRIVATE, "【", "82") if part in searched] == []


@TURNS
def test_nothing_personal_is_written_anywhere(
    turns: tuple[str, ...], services: Services, home: Path
) -> None:
    asked_in_turn(services.assistant, turns)
    services.engine.dispose()
    databases = [file for file in home.rglob("*.sqlite*") if file.is_file()]
    written = b"".join(file.read_bytes() for file in databases)
    assert b"Choisoko" in written or "チョイソコ".encode() in written
    assert [part for part in PRIVATE if part.encode() in written] == []


@TURNS
def test_nothing_personal_is_sent_to_a_model(
    turns: tuple[str, ...], services: Services, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    with chat_server() as server:
        settings = AssistantSettings(home=home, model="openai:small", model_url=server.url)
        built = small_services(home, settings)
        server.says(
            "チョイソコは、アイシンが豊明市での実証から始めた予約制の乗合送迎サービスです[1]。"
        )
        judge = replace(built.assistant.judge, weights=ALWAYS)
        asked_in_turn(replace(built.assistant, judge=judge), turns)
        built.engine.dispose()
        assert len(server.requests) == len(turns)
        assert [part for part in PRIVATE if part in _heard(server)] == []


def test_a_resident_named_earlier_keeps_the_telephone_private(services: Services) -> None:
    answers = asked_in_turn(
        services.assistant,
        ("佐藤ヨシ子様が乗れるチョイソコはどんな取組ですか", "その人の電話番号を教えて"),
    )
    assert answers[-1].status is Status.PERSONAL_DATA


def test_a_question_copied_with_its_mask_is_read_without_it(services: Services) -> None:
    retriever = FixedRetriever([passage_of(CHOISOKO, "ja")])
    assistant = replace(services.assistant, finder=Finder(retriever, 8))
    assistant.ask(AskRequest(question="【氏名1】様が乗れるチョイソコはどんな取組ですか"))
    assert "【" not in retriever.questions[0]


def _heard(server: ChatServer) -> str:
    return "\n".join(str(request) for request in server.requests)
