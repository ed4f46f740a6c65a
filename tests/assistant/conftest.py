"""The small assistant, as objects and as a service on a port of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.api.app import create_app
from assistant.client import AssistantClient
from assistant.settings import AssistantSettings
from assistant.wiring import Services
from tests.assistant.small_services import indexed_services, small_services
from tests.worksheets.service import served


@pytest.fixture(scope="session")
def indexed_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the small knowledge base indexed and its database migrated, to be copied."""
    folder = tmp_path_factory.mktemp("indexed") / "home"
    indexed_services(folder).engine.dispose()
    return folder


@pytest.fixture
def services(indexed_home: Path, home: Path) -> Iterator[Services]:
    """Everything around ten entries, in a home of the test's own."""
    shutil.copytree(indexed_home, home)
    built = small_services(home, AssistantSettings(home=home))
    yield built
    built.engine.dispose()


@pytest.fixture
def service(services: Services) -> Iterator[str]:
    """The address of the service over them."""
    with served(create_app(lambda: services)) as url:
        yield url


@pytest.fixture
def client(service: str) -> Iterator[AssistantClient]:
    with AssistantClient.at(service) as opened:
        yield opened


@pytest.fixture(scope="session")
def shared_service(indexed_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One service for all tests that change nothing which another test sees."""
    folder = tmp_path_factory.mktemp("shared") / "home"
    shutil.copytree(indexed_home, folder)
    built = small_services(folder, AssistantSettings(home=folder))
    with served(create_app(lambda: built)) as url:
        yield url


@pytest.fixture(scope="session")
def shared_client(shared_service: str) -> Iterator[AssistantClient]:
    with AssistantClient.at(shared_service) as opened:
        yield opened
