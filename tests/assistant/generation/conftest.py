"""An assistant whose language model is the test's own server, over passages that are known."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.finding import Finder
from assistant.settings import AssistantSettings
from assistant.signs import SupportWeights
from assistant.wiring import Services
from tests.assistant.chat_server import ChatServer, chat_server
from tests.assistant.replies import shown
from tests.assistant.small_services import small_services
from tests.fakes import FixedRetriever

ALWAYS = SupportWeights(bias=10.0, weights={}, threshold=0.5)
PATIENCE = 4
"""Seconds that the model is given."""


@pytest.fixture(scope="package")
def model_server() -> Iterator[ChatServer]:
    with chat_server() as server:
        yield server


@pytest.fixture
def model(model_server: ChatServer) -> ChatServer:
    """The server without the requests of earlier tests."""
    model_server.requests.clear()
    return model_server


@pytest.fixture(scope="package")
def model_services(
    indexed_home: Path, tmp_path_factory: pytest.TempPathFactory, model_server: ChatServer
) -> Iterator[Services]:
    folder = tmp_path_factory.mktemp("model") / "home"
    shutil.copytree(indexed_home, folder)
    settings = AssistantSettings(
        home=folder, model="openai:small", model_url=model_server.url, model_timeout=PATIENCE
    )
    built = small_services(folder, settings)
    yield built
    built.engine.dispose()


@pytest.fixture(scope="package")
def assistant(model_services: Services) -> Assistant:
    """Finds the passages of `replies.shown`, numbered from 1, whatever is asked."""
    built = model_services.assistant
    return replace(
        built,
        finder=Finder(FixedRetriever([*shown("ja"), *shown("en")]), 8),
        judge=replace(built.judge, weights=ALWAYS),
    )
