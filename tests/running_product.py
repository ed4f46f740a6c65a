"""The whole product as its users run it: service, page and commands as processes of their own."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from assistant.client import AssistantClient
from assistant.errors import ServiceUnavailable
from assistant.settings import AssistantSettings
from evals.local_service import free_port, stop_process
from ui.launch import command as page_command

_HOST = "127.0.0.1"
_SANPUKU = (sys.executable, "-m", "assistant.command_line")
_LONGEST_START = 300.0
"""Seconds; the first start makes the index, and the machine may have other work."""


@dataclass
class Product:
    """A home with a service and, if wanted, a page on free ports of this machine."""

    home: Path
    service_port: int = field(default_factory=free_port)
    page_port: int = field(default_factory=free_port)
    _service: subprocess.Popen[bytes] | None = None
    _page: subprocess.Popen[bytes] | None = None

    @property
    def page_url(self) -> str:
        return f"http://{_HOST}:{self.page_port}"

    def client(self) -> AssistantClient:
        return AssistantClient.at(f"http://{_HOST}:{self.service_port}")

    def start_service(self) -> None:
        """Returns when questions can be asked."""
        self._service = self._started([*_SANPUKU, "serve"])
        with self.client() as client:
            _wait_until(lambda: _is_ready(client), self._service)

    @contextmanager
    def service_held(self) -> Iterator[None]:
        """The service answers nothing within the block, and everything after it."""
        assert self._service is not None
        self._service.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self._service.send_signal(signal.SIGCONT)

    def stop_service(self) -> None:
        if self._service is not None:
            stop_process(self._service)
        self._service = None

    def start_page(self) -> None:
        """Returns when the page can be opened."""
        settings = AssistantSettings(
            ui_host=_HOST, ui_port=self.page_port, home=self.home, port=self.service_port
        )
        self._page = self._started(page_command(settings))
        _wait_until(lambda: _answers(f"{self.page_url}/_stcore/health"), self._page)

    def stop(self) -> None:
        for process in (self._page, self._service):
            if process is not None:
                stop_process(process)

    def command(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A `sanpuku` command in this home, run to its end."""
        return subprocess.run(
            [*_SANPUKU, *arguments],
            env=self._environment(),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def _started(self, command: list[str]) -> subprocess.Popen[bytes]:
        log = self.home / "processes.log"
        with log.open("ab") as output:
            return subprocess.Popen(
                command, env=self._environment(), stdout=output, stderr=subprocess.STDOUT
            )

    def _environment(self) -> Mapping[str, str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith("SANPUKU_")}
        return own | {
            "SANPUKU_HOME": str(self.home),
            "SANPUKU_HOST": _HOST,
            "SANPUKU_PORT": str(self.service_port),
            "SANPUKU_UI_PORT": str(self.page_port),
        }


@contextmanager
def running_product(home: Path, prepared_home: Path) -> Iterator[Product]:
    """A product in a new home that borrows the unpacked model; stopped after the block.

    Its page is started when it is asked for.

    Args:
        prepared_home: has the model, and an index to begin with.
    """
    home.mkdir()
    (home / "models").symlink_to(prepared_home / "models", target_is_directory=True)
    shutil.copytree(prepared_home / "index", home / "index")
    product = Product(home)
    try:
        product.start_service()
        yield product
    finally:
        product.stop()


def _is_ready(client: AssistantClient) -> bool:
    try:
        return client.ready().status == "ready"
    except ServiceUnavailable:
        return False


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=2, verify=False).is_success  # no certificates to read
    except httpx.HTTPError:
        return False


def _wait_until(reached: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _LONGEST_START
    while not reached():
        assert process.poll() is None, "the process ended; see processes.log in its home"
        assert time.monotonic() < deadline, "the process was not ready in time"
        time.sleep(0.1)
