"""Questions of several parts: all is embedded at once, and no part is judged sooner than needed."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.contract import AskRequest
from assistant.finding import Found, PartFound
from assistant.understanding.intent import Intent
from assistant.understanding.question import understand
from assistant.wiring import Services
from tests.assistant.small_services import KPI, glossary, passage_of, small_services
from tests.fakes import WordOverlapEmbeddings

TWO = "チョイソコの運賃はいくらですか。認知症の人の見守りはどうしていますか。"


class ToldBefore(WordOverlapEmbeddings):
    """Remembers what it was told of, and what it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.asked: list[str] = []

    def prepare(self, texts: Sequence[str]) -> None:
        self.told += texts

    def embed_queries(self, texts: Sequence[str]) -> list[list[float]]:
        self.asked += texts
        return super().embed_queries(texts)


@pytest.mark.parametrize(
    "text", [TWO, "Who pays for the fare? How are people with dementia found?"]
)
def test_all_is_embedded_before_any_of_it_is_asked_for(
    text: str, indexed_home: Path, home: Path
) -> None:
    shutil.copytree(indexed_home, home)
    embeddings = ToldBefore()
    services = small_services(home, embeddings=embeddings)
    services.assistant.ask(AskRequest(question=text))
    services.engine.dispose()
    assert len(set(embeddings.told)) > 2
    assert set(embeddings.asked) <= set(embeddings.told)


def found_for(services: Services, *is_found: bool) -> Found:
    """Parts in their order, with a passage that answers them or with none."""
    text = services.assistant.judge.entries[KPI].questions_ja[0]
    read = understand(AskRequest(question=text), text, (), glossary())
    question = replace(read, intent=Intent.FACT)
    passages = (passage_of(KPI, "ja"),)
    assert services.assistant.judge.supported(question, Found(passages)).is_answerable
    parts = (PartFound(question, passages if found else ()) for found in is_found)
    return Found(passages, tuple(parts))


@pytest.mark.parametrize(
    ("is_found", "at_first", "in_the_end"),
    [
        pytest.param((True, False), (True, None), (True, False), id="the first"),
        pytest.param((False, True, True), (False, True, None), (False, True, True), id="another"),
        pytest.param((False, False), (False, False), (False, False), id="none"),
    ],
)
def test_parts_behind_one_that_is_answered_are_judged_when_that_is_told(
    services: Services,
    is_found: tuple[bool, ...],
    at_first: tuple[bool | None, ...],
    in_the_end: tuple[bool, ...],
) -> None:
    judge, found = services.assistant.judge, found_for(services, *is_found)
    question = replace(found.parts[0].question, parts=tuple(p.question for p in found.parts))
    judged = judge.supported(question, found)
    assert judged.is_answerable is any(is_found)
    assert tuple(part.is_answered for part in judged.parts) == at_first
    whole = judge.wholly_judged(judged)
    assert tuple(part.is_answered for part in whole.parts) == in_the_end
    assert len(whole.unanswered) == in_the_end.count(False)


def test_so_are_the_own_words_of_a_follow_up(indexed_home: Path, home: Path) -> None:
    shutil.copytree(indexed_home, home)
    embeddings = ToldBefore()
    services = small_services(home, embeddings=embeddings)
    first = services.assistant.ask(AskRequest(question="What is Choisoko?"))
    services.assistant.ask(
        AskRequest(question="and the fare?", conversation_id=first.conversation_id)
    )
    services.engine.dispose()
    assert any("fare" in text for text in embeddings.asked)
    assert set(embeddings.asked) <= set(embeddings.told)
