"""The page about the assistant."""

import pytest

from assistant.contract import Readiness
from tests.ui.fake_service import FakeService
from tests.ui.serving import Server
from tests.ui.visitor import in_english, open_page, seen


@pytest.mark.usefixtures("server")
def test_it_names_every_document_with_publisher_and_date() -> None:
    text = seen(open_page("about"))
    for fact in ("ポイント集", "経済産業省、2026", "手引き", "https://example.org/handbook"):
        assert fact in text


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize(
    ("engine", "told"),
    [
        pytest.param("grounded", "言語モデルは使っていません", id="no model"),
        pytest.param("llm:openai:small", "言語モデル（openai", id="a model"),
    ],
)
def test_it_says_what_it_runs_on(service: FakeService, engine: str, told: str) -> None:
    service.readiness = Readiness(status="ready", engine=engine)
    assert told in seen(open_page("about"))


@pytest.mark.usefixtures("server")
def test_added_documents_are_listed_apart(service: FakeService) -> None:
    service.add("計画.txt", b"x", None)
    assert "追加した文書" in seen(open_page("about"))


@pytest.mark.usefixtures("server")
def test_it_speaks_english() -> None:
    text = seen(in_english(open_page("about")))
    for words in ("What it does not do", "How an answer comes to be", "Privacy", "Guidebook"):
        assert words in text


def test_without_a_service_the_rest_can_be_read(server: Server) -> None:
    server.stop()
    page = open_page("about")
    assert "個人情報の扱い" in seen(page)
    assert page.error
