"""`sanpuku` commands over the small knowledge base, in this process."""

from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from assistant.command_line.app import app
from assistant.wiring import Services

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def japanese_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "SANPUKU_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")


@pytest.fixture
def english_terminal(japanese_terminal: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")


@pytest.fixture
def run(services: Services) -> Run:
    """Runs a command to its end."""

    def command(*arguments: str) -> Result:
        return CliRunner().invoke(app, list(arguments), obj=lambda: services)

    return command
