"""How far a command has come: a bar in a terminal, elsewhere a line at every tenth."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from evals.errors import RunMissing
from evals.evaluating import Progress as RunProgress
from evals.run_store import Run

Work = TypeVar("Work")
Tell = Callable[[int, int], None]
"""Takes how many are done and how many there are."""


def with_progress(work: Iterable[Work], title: str, *, total: int) -> Iterator[Work]:
    """The same work, telling on standard error how much of it has been taken."""
    with _telling(title) as tell:
        tell(0, total)
        for done, one in enumerate(work, start=1):
            yield one
            tell(done, total)


def follow(steps: Iterable[RunProgress]) -> Run:
    """Tell how far a run is while it goes on, and hand back the finished run."""
    last: RunProgress | None = None
    with _telling("Asking") as tell:
        for last in steps:
            tell(last.done, last.total)
    if last is None:
        raise RunMissing("The run gave nothing")
    return last.run


@contextmanager
def _telling(title: str) -> Iterator[Tell]:
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _in_tenths(title, console)
        return
    columns = (TextColumn(title), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _in_tenths(title: str, console: Console) -> Tell:
    told = 0

    def tell(done: int, total: int) -> None:
        nonlocal told
        tenth = done * 10 // total if total else 0
        if tenth > told:
            told = tenth
            console.print(f"{title}: {done} of {total}", highlight=False, soft_wrap=True)

    return tell
