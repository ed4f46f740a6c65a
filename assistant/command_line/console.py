"""Output for people: colours on a terminal, plain text elsewhere, progress on standard error."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from pydantic import ValidationError
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from assistant.errors import AssistantError
from knowledge.documents import Language
from knowledge.errors import KnowledgeError
from knowledge.progress import Progress as OnProgress

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)
_STEPS = {
    "vectors": ("意味ベクトルを計算", "Computing vectors"),
    "index": ("索引を作成", "Building the index"),
    "questions": ("質問から学習", "Learning from questions"),
    "follow-ups": ("続きの質問から学習", "Learning from follow-ups"),
}


def terminal_language() -> Language:
    """Japanese unless the terminal is set to another language."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG", "")
    return "en" if locale.lower().startswith("en") else "ja"


def say(ja: str, en: str) -> str:
    """One of two wordings, by the terminal's language."""
    return ja if terminal_language() == "ja" else en


@contextmanager
def progress_bar() -> Iterator[OnProgress]:
    """A bar for each step; gone when done."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=err, transient=True) as progress:
        tasks: dict[str, TaskID] = {}

        def heard(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = progress.add_task(say(*_STEPS.get(step, (step, step))), total=total)
            progress.update(tasks[step], completed=done, total=total)

        yield heard


@contextmanager
def clear_errors() -> Iterator[None]:
    """Known errors become one sentence and exit code 1; their cause is shown with SANPUKU_DEBUG."""
    try:
        yield
    except (AssistantError, KnowledgeError) as error:
        if os.environ.get("SANPUKU_DEBUG"):
            raise
        cause = str(error)
        message = error.message(terminal_language()) if isinstance(error, AssistantError) else cause
        err.print(message, style="red", markup=False)
        if cause not in ("", message):
            err.print(f"  {cause}", style="dim", markup=False)
        raise typer.Exit(1) from error


def tell_settings(error: ValidationError) -> None:
    """Name each setting that has no usable value, and what is wrong with it."""
    for problem in error.errors(include_url=False, include_input=False):
        name = f"SANPUKU_{'_'.join(map(str, problem['loc'])).upper()}"
        told = say(
            f"設定 {name} の値が使えません。", f"The value of the setting {name} cannot be used."
        )
        err.print(told, style="red", markup=False)
        err.print(f"  {problem['msg']}", style="dim", markup=False)
