"""Every error is problem+json with a status and a sentence in the reader's language."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from assistant import errors
from assistant.api.app import create_app
from assistant.api.problems import STATUS, add_problem_handlers
from assistant.contract import LONGEST_QUESTION
from assistant.finding import Finder
from assistant.wiring import Services
from knowledge.errors import IndexUnavailable, KnowledgeError
from tests.assistant.small_services import small_services
from tests.fakes import FixedRetriever
from tests.worksheets.service import served

JAPANESE, ENGLISH = {"Accept-Language": "ja-JP,ja;q=0.9"}, {"Accept-Language": "en-GB,en;q=0.9"}


@dataclass(frozen=True)
class Wrong:
    """A request that is refused."""

    method: str
    path: str
    status: int
    ja: str
    en: str
    body: object = None

    def sent_to(self, url: str, headers: dict[str, str]) -> httpx.Response:
        return httpx.request(self.method, f"{url}{self.path}", json=self.body, headers=headers)


LENGTH = ("質問は1〜2000文字で入力してください。", "The question takes 1 to 2,000 characters.")
ROLE = ("立場（persona）は", "persona is one of")
WRONG = [
    pytest.param(Wrong("POST", "/v1/ask", 422, *LENGTH, {"question": ""}), id="an empty question"),
    pytest.param(Wrong("POST", "/v1/ask", 422, *LENGTH, {"question": "  "}), id="only spaces"),
    pytest.param(
        Wrong("POST", "/v1/ask", 422, *LENGTH, {"question": "あ" * 10_000}),
        id="10,000 characters",
    ),
    pytest.param(Wrong("POST", "/v1/ask", 422, *LENGTH, {}), id="no question"),
    pytest.param(
        Wrong("POST", "/v1/ask", 422, *ROLE, {"question": "q", "persona": "mayor"}),
        id="an unknown role",
    ),
    pytest.param(
        Wrong("POST", "/v1/ask", 422, "言語（language）は", "language is", {"question": "q", "language": "fr"}),
        id="an unknown language",
    ),
    pytest.param(
        Wrong("POST", "/v1/ask", 422, "入力を確認", "Please check", {"question": "q", "role": "sc"}),
        id="an extra field",
    ),
    pytest.param(Wrong("GET", "/v1/search?question=", 422, *LENGTH), id="an empty search"),
    pytest.param(
        Wrong("GET", f"/v1/search?question={'a' * (LONGEST_QUESTION + 1)}", 422, *LENGTH),
        id="a long search",
    ),
    pytest.param(
        Wrong("GET", "/v1/search?question=q&limit=0", 422, "入力を確認", "Please check"),
        id="a limit of nought",
    ),
    pytest.param(Wrong("GET", "/v1/search?question=q&persona=x", 422, *ROLE), id="a search's role"),
    pytest.param(
        Wrong("GET", "/v1/entries/points-2026/no", 404, "この資料項目は", "This entry"),
        id="an unknown entry",
    ),
    pytest.param(
        Wrong("GET", "/v1/documents/no", 404, "この文書は", "This document"), id="an unknown document"
    ),
    pytest.param(
        Wrong("DELETE", "/v1/documents/no", 404, "この文書は", "This document"),
        id="deleting an unknown document",
    ),
    pytest.param(
        Wrong("GET", "/v1/conversations/no", 404, "この会話は", "This conversation"),
        id="an unknown conversation",
    ),
    pytest.param(
        Wrong("POST", "/v1/answers/no/feedback", 404, "この回答は", "This answer", {"rating": "up"}),
        id="an unknown answer",
    ),
    pytest.param(
        Wrong("POST", "/v1/answers/a/feedback", 422, "入力を確認", "Please check", {"rating": "x"}),
        id="an unknown rating",
    ),
    pytest.param(Wrong("GET", "/nothing", 404, "ページが", "There is nothing"), id="no such page"),
    pytest.param(
        Wrong("GET", "/v1/ask", 405, "その操作は", "does not take"), id="a method that is not taken"
    ),
]  # fmt: skip


def checked(response: httpx.Response, status: int) -> str:
    """The sentence of a problem that is one."""
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == status
    assert problem["type"] == "about:blank"
    assert problem["title"]
    assert problem["instance"].startswith("/")
    detail: str = problem["detail"]
    return detail


@pytest.mark.parametrize("wrong", WRONG)
def test_a_refusal_is_a_sentence_in_both_languages(wrong: Wrong, shared_service: str) -> None:
    assert wrong.ja in checked(wrong.sent_to(shared_service, JAPANESE), wrong.status)
    assert wrong.en in checked(wrong.sent_to(shared_service, ENGLISH), wrong.status)


def test_broken_json_is_refused(shared_service: str) -> None:
    sent = {"content": b'{"question": ', "headers": {"Content-Type": "application/json"}}
    response = httpx.post(f"{shared_service}/v1/ask", **sent)  # type: ignore[arg-type]  # both fit
    assert "入力を確認" in checked(response, 422)


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("", "ja"),
        ("ja", "ja"),
        ("en", "en"),
        ("en-US,en;q=0.9,ja;q=0.8", "en"),
        ("ja-JP,en;q=0.9", "ja"),
        ("fr-FR,en;q=0.7", "en"),
        ("en;q=0.3,ja;q=0.8", "ja"),
        ("EN-GB", "en"),
        ("de", "ja"),
        ("*", "ja"),
        ("en;q=0", "ja"),
        (";;;,,q=", "ja"),
    ],
)
def test_the_language_that_is_liked_best(accepted: str, expected: str, shared_service: str) -> None:
    response = httpx.get(f"{shared_service}/nothing", headers={"Accept-Language": accepted})
    english = checked(response, 404) == "There is nothing at this address."
    assert english is (expected == "en")


def test_a_method_that_is_not_taken_names_those_that_are(shared_service: str) -> None:
    assert httpx.get(f"{shared_service}/v1/ask").headers["Allow"] == "POST"


ERRORS: list[Callable[[], Exception]] = [
    errors.QuestionInvalid,
    errors.KnowledgeUnavailable,
    errors.StillPreparing,
    errors.ModelFailed,
    errors.AnswerUnsupported,
    errors.ConversationNotFound,
    errors.AnswerNotFound,
    errors.EntryNotFound,
    errors.DocumentNotFound,
    lambda: errors.DocumentRefused("理由", "reason"),
    errors.StorageFailed,
    errors.AssistantError,
    lambda: IndexUnavailable("/secret/path is damaged"),
    lambda: KnowledgeError("/secret/path"),
    lambda: ZeroDivisionError("/secret/path"),
]


@pytest.fixture(scope="module")
def failing_url() -> Iterator[str]:
    """A service whose pages raise the errors above."""
    app = FastAPI()
    add_problem_handlers(app, {})

    @app.get("/fail/{number}")
    def fail(number: int) -> None:
        raise ERRORS[number]()

    with served(app) as url:
        yield url


@pytest.mark.parametrize("number", range(len(ERRORS)))
def test_each_error_has_a_status_and_a_sentence_of_each_language(
    number: int, failing_url: str
) -> None:
    error = ERRORS[number]()
    status = next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)
    japanese = checked(httpx.get(f"{failing_url}/fail/{number}", headers=JAPANESE), status)
    english = checked(httpx.get(f"{failing_url}/fail/{number}", headers=ENGLISH), status)
    assert japanese != english
    assert not japanese.isascii()
    assert english.isascii()
    assert "secret" not in japanese + english


def test_every_error_of_the_assistant_has_its_own_status() -> None:
    raised_by_the_client = {errors.ServiceUnavailable, errors.RequestRefused}
    own = set(errors.AssistantError.__subclasses__()) - raised_by_the_client
    declared = {kind for kind in own if kind.__module__ == "assistant.errors"}
    assert declared <= set(STATUS)


@contextmanager
def service_with(home: Path, error: Exception) -> Iterator[str]:
    """The service when searching fails."""
    services: Services = small_services(home)
    retriever = FixedRetriever(error=error)
    assistant = replace(services.assistant, finder=Finder(retriever, 8))
    knowledge = replace(services.knowledge, retriever=retriever)
    broken = replace(services, assistant=assistant, knowledge=knowledge)
    with served(create_app(lambda: broken)) as url:
        _wait_until_prepared(url)
        yield url


def _wait_until_prepared(url: str) -> None:
    while httpx.get(f"{url}/ready").json()["status"] == "preparing":
        pass


def test_a_damaged_index_is_told_with_what_to_do(home: Path) -> None:
    with service_with(home, IndexUnavailable("damaged")) as url:
        for accept in ("application/json", "text/event-stream"):
            response = httpx.post(
                f"{url}/v1/ask", json={"question": "チョイソコとは"}, headers={"Accept": accept}
            )
            assert "sanpuku knowledge build" in checked(response, 503)
        response = httpx.get(f"{url}/v1/search?question=q", headers=ENGLISH)
        assert "rebuild the index" in checked(response, 503)
        assert httpx.get(f"{url}/ready").status_code == 503


def test_somebody_in_danger_is_helped_even_when_nothing_can_be_searched(home: Path) -> None:
    with service_with(home, IndexUnavailable("damaged")) as url:
        response = httpx.post(f"{url}/v1/ask", json={"question": "母が行方不明になりました"})
        assert response.status_code == 200
        assert response.json()["status"] == "unsafe"
        assert "110" in response.json()["text"]
