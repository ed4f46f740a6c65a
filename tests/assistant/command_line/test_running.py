"""Ports, terminal language, and the processes that `serve` and `up` start."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from assistant.command_line.app import app
from assistant.command_line.console import terminal_language
from assistant.command_line.ports import PortTaken, require_free

SANPUKU = [sys.executable, "-m", "assistant.command_line"]


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which another program listens."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_taken_port_is_told_with_what_to_do(taken: int) -> None:
    with pytest.raises(PortTaken) as raised:
        require_free("127.0.0.1", taken, setting="SANPUKU_PORT")
    for language in ("ja", "en"):
        assert str(taken) in raised.value.message(language)
        assert "SANPUKU_PORT" in raised.value.message(language)


def test_a_free_port_is_free() -> None:
    require_free("127.0.0.1", free_port(), setting="SANPUKU_PORT")


@pytest.mark.parametrize(
    ("command", "setting"),
    [("serve", "SANPUKU_PORT"), ("up", "SANPUKU_PORT"), ("ui", "SANPUKU_UI_PORT")],
)
def test_no_command_starts_on_a_taken_port(
    command: str, setting: str, taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(setting, str(taken))
    done = CliRunner().invoke(app, [command])
    assert done.exit_code == 1
    assert f"ポート {taken}" in done.stderr
    assert setting in done.stderr


def test_up_looks_at_the_pages_port_too(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANPUKU_PORT", str(free_port()))
    monkeypatch.setenv("SANPUKU_UI_PORT", str(taken))
    done = CliRunner().invoke(app, ["up"])
    assert done.exit_code == 1
    assert "SANPUKU_UI_PORT" in done.stderr


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "ja"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "EN"}, "en"),
    ],
)
def test_the_terminals_language(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert terminal_language() == language


def environment_of(home: Path, **settings: object) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("SANPUKU_")}
    return own | {"SANPUKU_HOME": str(home)} | {k: str(v) for k, v in settings.items()}


def test_a_model_that_cannot_be_used_stops_the_service_at_once(home: Path) -> None:
    done = subprocess.run(
        [*SANPUKU, "serve", "--port", str(free_port())],
        env=environment_of(home, SANPUKU_MODEL="nonsense"),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != 0
    assert "SANPUKU_MODEL=nonsense cannot be used" in done.stderr


@pytest.mark.skipif(
    not entry_points(group="sanpuku.page"),
    reason="the project is not installed (pip install -e .): `up` finds no page",
)
def test_up_starts_the_service_and_the_page_and_stops_both(
    tmp_path: Path, model_home: Path
) -> None:
    home = tmp_path / "up"
    home.mkdir()
    (home / "models").symlink_to(model_home / "models", target_is_directory=True)
    service, page = free_port(), free_port()
    settings = {
        "SANPUKU_PORT": service,
        "SANPUKU_UI_PORT": page,
        "LANG": "en_US.UTF-8",
        # The first index is made all the same; test_wiring makes that of all entries.
        "SANPUKU_BUNDLED_ENTRIES": "false",
    }
    process = subprocess.Popen(
        [*SANPUKU, "up"], env=environment_of(home, **settings), stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(3)]
        assert f"http://127.0.0.1:{page}" in lines[0]
        assert f"http://127.0.0.1:{service}" in lines[1]
        assert "Ctrl-C" in lines[2]
        assert httpx.get(f"http://127.0.0.1:{service}/ready").json()["status"] == "ready"
        assert httpx.get(f"http://127.0.0.1:{page}/_stcore/health").is_success
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
        assert "Stopped." in process.stdout.read()
        _assert_free_soon(service, page)
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def _assert_free_soon(*ports: int) -> None:
    deadline = time.monotonic() + 5
    while not all(_is_free(port) for port in ports):
        assert time.monotonic() < deadline, "a process still holds its port"
        time.sleep(0.1)


def _is_free(port: int) -> bool:
    try:
        require_free("127.0.0.1", port, setting="")
    except PortTaken:
        return False
    return True
