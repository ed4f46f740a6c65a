"""Start the assistant's service for one run, on this machine, and stop it again."""

import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from assistant.client import AssistantClient
from assistant.errors import AssistantError
from evals.errors import ServiceNotStarted
from evals.settings import child_environment

APPLICATION = "assistant.api.app:create_app"
_HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class LocalService:
    """A service that was started, and a client of it."""

    url: str
    client: AssistantClient


@contextmanager
def local_service(
    overrides: Mapping[str, str],
    *,
    log: Path,
    application: str = APPLICATION,
    patience: float = 900.0,
) -> Iterator[LocalService]:
    """A service that lives as long as the block.

    A process of its own, so that each run chooses its settings and its timings are not mixed
    with the scoring's.

    Args:
        overrides: environment variables that differ from this process's.
        log: file that takes the service's output.
        application: a factory of the application, as `module:function`.
        patience: seconds until it must be ready; the first start indexes.

    Raises:
        ServiceNotStarted: it ended, or was not ready in time; the message has its last lines.
    """
    port = free_port()
    log.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "uvicorn", "--factory", application]
    command += ["--host", _HOST, "--port", str(port), "--no-access-log", "--log-level", "warning"]
    with log.open("w", encoding="utf-8") as output:
        process = subprocess.Popen(
            command, env=child_environment(overrides), stdout=output, stderr=subprocess.STDOUT
        )
        try:
            url = f"http://{_HOST}:{port}"
            with AssistantClient.at(url) as client:
                _wait_until_ready(client, process, log=log, patience=patience)
                yield LocalService(url, client)
        finally:
            stop_process(process)


def _wait_until_ready(
    client: AssistantClient, process: subprocess.Popen[bytes], *, log: Path, patience: float
) -> None:
    deadline = monotonic() + patience
    while monotonic() < deadline:
        if process.poll() is not None:
            raise ServiceNotStarted(f"The service ended at once:\n{_last_lines(log)}")
        try:
            if client.ready().status == "ready":
                return
        except AssistantError:
            pass  # It does not listen yet.
        sleep(0.2)
    raise ServiceNotStarted(f"The service was not ready in {patience:.0f} s:\n{_last_lines(log)}")


def stop_process(process: subprocess.Popen[bytes]) -> None:
    """Ask it to end, and end it where it does not."""
    process.terminate()
    try:
        process.wait(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port: int = probe.getsockname()[1]
    return port


def _last_lines(log: Path, count: int = 12) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-count:])
