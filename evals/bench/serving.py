"""`sanpuku serve` as a process of its own, timed from its start to /ready."""

import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, sleep

from assistant.client import AssistantClient
from assistant.errors import ServiceUnavailable
from evals.errors import ServiceNotStarted
from evals.settings import child_environment

_HOST = "127.0.0.1"
_RESIDENT = re.compile(r"^VmRSS:\s+(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True)
class RunningService:
    """A service that is ready."""

    client: AssistantClient
    start_seconds: float
    process: subprocess.Popen[bytes]
    url: str

    def memory_mb(self) -> float | None:
        """Resident memory now; None where the system has no /proc."""
        try:
            status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        except OSError:
            return None
        found = _RESIDENT.search(status)
        return int(found[1]) / 1024 if found else None


@contextmanager
def serving(overrides: Mapping[str, str], *, patience: float = 900.0) -> Iterator[RunningService]:
    """A service on a free port of this machine that lives as long as the block.

    Args:
        overrides: environment variables that differ from this process's.
        patience: seconds until it must be ready; the first start indexes.

    Raises:
        ServiceNotStarted: it ended, cannot be used, or was not ready in time.
    """
    port = _free_port()
    command = [sys.executable, "-m", "assistant.command_line", "serve", "--port", str(port)]
    url = f"http://{_HOST}:{port}"
    began = perf_counter()
    process = subprocess.Popen(command, env=child_environment(overrides))
    try:
        with AssistantClient.at(url) as client:
            _wait_until_ready(client, process, patience)
            yield RunningService(client, perf_counter() - began, process, url)
    finally:
        process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_ready(
    client: AssistantClient, process: subprocess.Popen[bytes], patience: float
) -> None:
    deadline = perf_counter() + patience
    while perf_counter() < deadline:
        if process.poll() is not None:
            raise ServiceNotStarted("The service ended at once; its message stands above")
        try:
            readiness = client.ready()
        except ServiceUnavailable:
            sleep(0.05)  # it does not listen yet
            continue
        if readiness.status == "ready":
            return
        if readiness.status == "unavailable":
            raise ServiceNotStarted(f"The service is of no use: {readiness.detail}")
        sleep(0.05)
    raise ServiceNotStarted(f"The service was not ready in {patience:.0f} s")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port: int = probe.getsockname()[1]
    return port
