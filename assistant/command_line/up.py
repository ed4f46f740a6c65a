"""`sanpuku up`: the service and the page together, until Ctrl-C. `sanpuku ui`: the page alone.

The service prepares the index itself; this process only tells how far it is. So it loads nothing
that both of them load as well, and the page starts meanwhile.
"""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import entry_points

import httpx
import typer

from assistant.client import AssistantClient
from assistant.command_line.console import clear_errors, err, out, progress_bar, say
from assistant.command_line.ports import require_free
from assistant.contract import Readiness
from assistant.errors import AssistantError, ServiceUnavailable
from assistant.settings import AssistantSettings
from knowledge.progress import Progress

_LONGEST_SILENCE = 900.0
"""Seconds without any progress: a large index takes as long as it takes."""
_STOPPING = 10.0
_BETWEEN_LOOKS = 0.3
_STEP = re.compile(r"(\w+) (\d+)/(\d+)")
"""What the service says of its progress."""


class NotStarted(AssistantError):
    """One of the two processes ended or did not get ready."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__(en)
        self.ja, self.en = ja, en


def up() -> None:
    """索引を準備し、サービスと画面を起動します。Ctrl-C で両方止まります。 / Start everything."""
    settings = AssistantSettings()
    with clear_errors():
        require_free(settings.host, settings.port, setting="SANPUKU_PORT")
        require_free(settings.ui_host, settings.ui_port, setting="SANPUKU_UI_PORT")
        _run_until_interrupted(settings)


def ui() -> None:
    """画面だけを起動します（サービスは別に動いていること）。 / Start the page alone."""
    settings = AssistantSettings()
    with clear_errors():
        require_free(settings.ui_host, settings.ui_port, setting="SANPUKU_UI_PORT")
        raise typer.Exit(subprocess.call(_page_command(settings)))


def _run_until_interrupted(settings: AssistantSettings) -> None:
    processes: list[subprocess.Popen[bytes]] = []
    # A service manager stops us with SIGTERM: end the two as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        processes += [_started(_service_command(settings)), _started(_page_command(settings))]
        err.print(say("起動しています…", "Starting …"))
        with progress_bar() as heard:
            _wait_until_ready(settings, processes, heard)
        page = f"http://{settings.ui_host}:{settings.ui_port}"
        out.print(say(f"画面      {page}", f"Page      {page}"))
        out.print(say(f"サービス  {settings.service_url}", f"Service   {settings.service_url}"))
        out.print(say("終了するには Ctrl-C を押してください。", "Press Ctrl-C to stop."))
        while all(process.poll() is None for process in processes):
            time.sleep(0.5)
        raise NotStarted("サービスか画面が終了しました。", "The service or the page has ended.")
    except KeyboardInterrupt:
        out.print(say("\n終了しました。", "\nStopped."))
    finally:
        _stop(processes)


def _service_command(settings: AssistantSettings) -> list[str]:
    return [
        *(sys.executable, "-m", "assistant.command_line", "serve"),
        f"--host={settings.host}",
        f"--port={settings.port}",
    ]


def _page_command(settings: AssistantSettings) -> list[str]:
    """From the entry point of the package `ui`, which nothing here may import."""
    found = next(iter(entry_points(group="sanpuku.page")), None)
    if found is None:
        raise NotStarted(
            "画面の部品が見つかりません。pip install でこのソフトウェアを入れ直してください。",
            "The page is not installed. Install this software again with pip install.",
        )
    command: Callable[[AssistantSettings], list[str]] = found.load()
    return command(settings)


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    # A session of its own: Ctrl-C reaches us alone, and we stop both in order.
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)


def _wait_until_ready(
    settings: AssistantSettings, processes: Sequence[subprocess.Popen[bytes]], heard: Progress
) -> None:
    told, since = "", time.monotonic()
    with AssistantClient.at(settings.service_url, timeout=5) as client:
        while time.monotonic() < since + _LONGEST_SILENCE:
            if any(process.poll() is not None for process in processes):
                raise NotStarted(
                    "起動できませんでした。上のメッセージを確認してください。",
                    "Starting failed; see the message above.",
                )
            readiness = _readiness(client)
            if readiness.status == "unavailable":
                raise NotStarted(f"準備できません：{readiness.detail}", readiness.detail)
            if readiness.status == "ready" and _page_answers(settings):
                return
            if readiness.detail != told:
                told, since = readiness.detail, time.monotonic()
                _tell(told, heard)
            time.sleep(_BETWEEN_LOOKS)
    raise NotStarted(
        "起動に時間がかかりすぎるため、終了しました。もう一度 sanpuku up を実行してください。"
        "続くときは、sanpuku serve だけを実行して、表示されるメッセージを確認してください。",
        "Starting took too long and was stopped. Run sanpuku up again; if it goes on, run "
        "sanpuku serve alone and look at its messages.",
    )


def _tell(detail: str, heard: Progress) -> None:
    if step := _STEP.fullmatch(detail):
        heard(step[1], int(step[2]), int(step[3]))


def _readiness(client: AssistantClient) -> Readiness:
    try:
        return client.ready()
    except ServiceUnavailable:
        return Readiness(status="preparing")


def _page_answers(settings: AssistantSettings) -> bool:
    try:
        url = f"http://{settings.ui_host}:{settings.ui_port}/_stcore/health"
        return httpx.get(url, timeout=2).is_success
    except httpx.HTTPError:
        return False


def _stop(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(_STOPPING)
        except subprocess.TimeoutExpired:
            process.kill()
