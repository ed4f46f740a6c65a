"""Whether a run is going on, how far it is, and how it is stopped: all of it is in its folder.

A process that runs holds a lock on the folder. The system lets go of it when the process ends,
however it ends, so that a crashed run never looks as if it went on. The mark that it has begun is
set after the lock is taken, and why it failed is written before the lock is let go: whoever sees
the mark and then no lock sees a run that has ended, and why.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from filelock import FileLock, Timeout

from evals.errors import RunBusy
from evals.run_store import Run

_LOCK, _BEGAN, _STOP, _FAILURE = "running.lock", "began", "stop", "failure.txt"
_PATIENCE = 5.0
"""Seconds: whoever looks whether a run goes on holds its lock for a moment."""


class RunState(StrEnum):
    """What is going on with a run."""

    STARTING = "starting"
    RUNNING = "running"
    STOPPING = "stopping"
    """Was told to stop; the questions that are being asked come to their end."""
    FINISHED = "finished"
    STOPPED = "stopped"
    """By an evaluator; can be resumed."""
    CRASHED = "crashed"
    """Ended before all was asked; can be resumed."""


@contextmanager
def running(folder: Path) -> Iterator[None]:
    """Hold a run's folder for as long as the block; an error of the block is kept in it.

    Raises:
        RunBusy: another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=_PATIENCE)
    except Timeout as error:
        raise RunBusy(folder.name) from error
    (folder / _FAILURE).unlink(missing_ok=True)
    (folder / _BEGAN).touch()
    try:
        yield
    except Exception as error:
        with suppress(OSError):  # A full disk may be what went wrong.
            told = f"{type(error).__name__}: {error}"
            (folder / _FAILURE).write_text(told, encoding="utf-8")
        raise
    finally:
        lock.release()


def is_running(folder: Path) -> bool:
    """True while some process holds the run's folder."""
    path = folder / _LOCK
    if not path.exists():
        return False
    probe = FileLock(path)
    try:
        probe.acquire(timeout=0)
    except Timeout:
        return True
    probe.release()
    return False


def has_begun_since(folder: Path, moment: datetime) -> bool:
    """True when a process has taken the run up after this moment, whatever became of it."""
    return _is_written_since(folder / _BEGAN, moment)


def failure_since(folder: Path, moment: datetime | None) -> str:
    """Why the run's latest process broke off, if it did after this moment; empty otherwise."""
    path = folder / _FAILURE
    is_told = path.exists() if moment is None else _is_written_since(path, moment)
    return path.read_text(encoding="utf-8") if is_told else ""


def ask_to_stop(folder: Path) -> None:
    """Have the run stop after the questions that are being asked."""
    (folder / _STOP).touch()


def forget_stop(folder: Path) -> None:
    """The run is to go on."""
    (folder / _STOP).unlink(missing_ok=True)


def is_to_stop(folder: Path) -> bool:
    return (folder / _STOP).exists()


def state_of(run: Run) -> RunState:
    """What is going on with a run that has been begun."""
    if is_running(run.folder):
        return RunState.STOPPING if is_to_stop(run.folder) else RunState.RUNNING
    if run.is_complete:
        return RunState.FINISHED
    return RunState.STOPPED if is_to_stop(run.folder) else RunState.CRASHED


def _is_written_since(path: Path, moment: datetime) -> bool:
    return path.exists() and datetime.fromtimestamp(path.stat().st_mtime, UTC) >= moment
