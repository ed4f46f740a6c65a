"""A page in front of a fake service."""

from collections.abc import Iterator

import pytest

from tests.ui.fake_service import FakeService
from tests.ui.serving import Server


@pytest.fixture
def service() -> FakeService:
    return FakeService()


@pytest.fixture
def server(service: FakeService, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The service that the page talks to."""
    running = Server(service)
    monkeypatch.setenv("SANPUKU_API_URL", running.url)
    yield running
    running.stop()
