"""Start a run in a process of its own, that goes on whatever becomes of whoever started it."""

import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

from pydantic import BaseModel, ConfigDict, ValidationError

from evals.evaluating import RunRequest
from evals.run_state import failure_since, forget_stop
from evals.run_store import write_whole
from evals.settings import EvaluationSettings, child_environment

_LAUNCH = "launch.json"
_LAST_LINES = 8


class Launch(BaseModel):
    """What was started, when: all that there is of a run before its first question."""

    model_config = ConfigDict(frozen=True)

    request: RunRequest
    at: datetime

    @property
    def log(self) -> str:
        """Name of the file that takes what the process says: one of its own, since a process that
        was told to stop may still be talking when the next one begins."""
        return f"{self._name}.log"

    @property
    def end(self) -> str:
        """Name of the file that appears when the process has ended and said all."""
        return f"{self._name}.ended"

    @property
    def _name(self) -> str:
        return f"run-{self.at:%Y%m%d-%H%M%S-%f}"


def launch(request: RunRequest, settings: EvaluationSettings) -> str:
    """Start or resume the run in a process of its own; returns its name.

    What the process has to say goes to a log in the run's folder.

    Raises:
        OSError: the folder cannot be written, or no process can be started.
    """
    request = request.named()
    folder = settings.runs / request.run_name
    folder.mkdir(parents=True, exist_ok=True)
    begun = Launch(request=request, at=datetime.now(UTC))
    write_whole(folder / _LAUNCH, begun.model_dump_json())
    forget_stop(folder)
    here = {"SANPUKU_HOME": str(settings.home.resolve()), "PYTHONUTF8": "1"}
    with (folder / begun.log).open("wb") as log:
        process = subprocess.Popen(
            command_of(request),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=child_environment(here),
            start_new_session=True,
        )
    # Somebody has to wait for it, or it stays behind as a dead process.
    Thread(target=_mark_end, args=(process, folder / begun.end), daemon=True).start()
    return request.run_name


def _mark_end(process: subprocess.Popen[bytes], mark: Path) -> None:
    process.wait()
    with suppress(OSError):  # The run may have been deleted.
        mark.touch()


def command_of(request: RunRequest) -> list[str]:
    """The command line that does what is requested."""
    options: list[str] = []
    for name, value in (
        ("--name", request.run_name),
        ("--set", request.chosen_set),
        ("--engine", request.engine),
        ("--repeat", str(request.repeats)),
        ("--url", request.url),
        ("--limit", request.limit and str(request.limit)),
        *(("--file", str(path.resolve())) for path in request.files),
    ):
        options += [name, value] if value else []
    options += ["--variants"] * request.variants + ["--resume"] * request.resume
    return [sys.executable, "-m", "evals", "run", *options]


def launch_of(folder: Path) -> Launch | None:
    """How the run was started; None for one that a command line runs."""
    try:
        return Launch.model_validate_json((folder / _LAUNCH).read_bytes())
    except (OSError, ValidationError):
        return None


def launched(runs: Path) -> list[str]:
    """Names of the runs that were started so."""
    return [path.parent.name for path in runs.glob(f"*/{_LAUNCH}")]


def has_ended(folder: Path, begun: Launch) -> bool:
    """True when the process of this launch was seen to end; one whose launcher ended first is
    never seen to."""
    return (folder / begun.end).exists()


def last_words(folder: Path) -> str:
    """Why the run's latest process broke off, or the end of what it said; empty for nothing."""
    begun = launch_of(folder)
    if failure := failure_since(folder, begun.at if begun else None):
        return failure
    if begun is None or not (path := folder / begun.log).exists():
        return ""
    lines = path.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return "\n".join(lines[-_LAST_LINES:])
