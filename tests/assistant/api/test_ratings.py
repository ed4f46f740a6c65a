"""Rated answers over HTTP: for evaluators only."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from pydantic import SecretStr, ValidationError

from assistant.api.app import create_app
from assistant.client import AssistantClient
from assistant.contract import AskRequest, FeedbackRequest
from assistant.errors import EvaluatorsOnly, RequestRefused
from assistant.settings import AssistantSettings
from assistant.wiring import Services
from tests.worksheets.service import served

KEY = "a key of evaluators"
ASKED = "田中ハナエさん（090-1234-5678）が乗れるチョイソコの取組とは"


@pytest.fixture
def guarded(services: Services) -> Iterator[AssistantClient]:
    """A service whose settings name a key."""
    settings = services.settings.model_copy(update={"evaluator_key": SecretStr(KEY)})
    with (
        served(create_app(lambda: replace(services, settings=settings))) as url,
        AssistantClient.at(url) as client,
    ):
        yield client


def test_evaluators_see_what_users_rated_and_nothing_personal(guarded: AssistantClient) -> None:
    ann = guarded.for_visitor("ann")
    answer = ann.ask(AskRequest(question=ASKED))
    guarded.ask(AskRequest(question="うえたん号とは"))
    ann.send_feedback(answer.answer_id, FeedbackRequest(rating="down", reason="090-1234-5678へ"))
    (rated,) = guarded.rated_answers(KEY, rating="down").answers
    assert rated.answer == answer
    assert "チョイソコ" in rated.question
    told = rated.model_dump_json()
    for secret in ("田中ハナエ", "090-1234", '"ann"'):
        assert secret not in told
    assert guarded.rated_answers(KEY, rating="up").answers == ()
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    assert guarded.rated_answers(KEY, since=tomorrow).answers == ()
    assert len(guarded.rated_answers(KEY, since=tomorrow - timedelta(days=2)).answers) == 1


@pytest.mark.parametrize("key", ["", "a key", KEY.upper()])
def test_nobody_else_sees_them(guarded: AssistantClient, key: str) -> None:
    with pytest.raises(RequestRefused) as refused:
        guarded.rated_answers(key)
    assert refused.value.status == 403


def test_what_can_be_no_key_is_not_sent(guarded: AssistantClient) -> None:
    with pytest.raises(EvaluatorsOnly):
        guarded.rated_answers("評価者の鍵")


def test_without_a_key_in_the_settings_nobody_sees_them(client: AssistantClient) -> None:
    for key in ("", KEY):
        with pytest.raises(RequestRefused, match="SANPUKU_EVALUATOR_KEY") as refused:
            client.rated_answers(key)
        assert refused.value.status == 403


@pytest.mark.parametrize("limit", [0, 501])
def test_a_limit_out_of_reach_is_refused(guarded: AssistantClient, limit: int) -> None:
    with pytest.raises(RequestRefused) as refused:
        guarded.rated_answers(KEY, limit=limit)
    assert refused.value.status == 422


@pytest.mark.parametrize(
    "key",
    [pytest.param("short", id="too short to be secret"), pytest.param("評価者だけの秘密の鍵です", id="no header can carry it")],
)  # fmt: skip
def test_a_key_that_is_none_is_refused_at_the_start(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANPUKU_EVALUATOR_KEY", key)
    with pytest.raises(ValidationError):
        AssistantSettings()


def test_an_empty_key_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANPUKU_EVALUATOR_KEY", "")
    assert AssistantSettings().evaluator_key is None
