"""People who edit worksheets at the same time, each in a thread of their own, over HTTP."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random
from threading import Event
from time import perf_counter

from assistant.errors import AssistantError, RequestRefused
from assistant.worksheet_client import WorksheetClient
from assistant.worksheet_contract import FieldSaved, SaveField

_ONE_FIELD = 25
"""Lines that somebody writes into one field before going on to the next."""
_SHORTEST_PAUSE, _LONGEST_PAUSE = 0.2, 0.8
"""Seconds between two saves of one person: the page saves after a pause of 1.5."""
_SERVER_ERRORS = 500


@dataclass(frozen=True)
class Editor:
    """One person at one sheet."""

    name: str
    client: WorksheetClient
    sheet_id: str
    fields: Sequence[str]
    """Written one after the other."""


@dataclass
class Edited:
    """What came of one person's editing."""

    saves: list[float] = field(default_factory=list)
    """Milliseconds of each save, conflicts included."""
    conflicts: int = 0
    failures: list[str] = field(default_factory=list)
    """Server errors and broken connections, as they were told."""
    lines: list[str] = field(default_factory=list)
    """What the service said it has saved."""


def edit_together(editors: Sequence[Editor], seconds: float) -> list[Edited]:
    """Everybody adds lines until the time is over, on top of what others have saved."""
    over = Event()
    with ThreadPoolExecutor(len(editors)) as people:
        working = [people.submit(_edit, editor, over) for editor in editors]
        over.wait(seconds)
        over.set()
        return [work.result() for work in working]


def lost_lines(editors: Sequence[Editor], edited: Sequence[Edited]) -> list[str]:
    """Lines that were saved and stand in no field of their sheet any more."""
    lost: list[str] = []
    for editor, done in zip(editors, edited, strict=True):
        values = editor.client.get(editor.sheet_id).fields.values()
        kept = {line for value in values for line in value.text.splitlines()}
        lost += [line for line in done.lines if line not in kept]
    return lost


def _edit(editor: Editor, over: Event) -> Edited:
    done, pauses = Edited(), Random(editor.name)
    number = 0
    while not over.wait(pauses.uniform(_SHORTEST_PAUSE, _LONGEST_PAUSE)):
        box = editor.fields[(number // _ONE_FIELD) % len(editor.fields)]
        line = f"{editor.name}: {number}"
        try:
            _add_line(editor, box, line, done)
        except AssistantError as error:
            if not isinstance(error, RequestRefused) or error.status >= _SERVER_ERRORS:
                done.failures.append(str(error))
                continue
            raise
        done.lines.append(line)
        number += 1
    return done


def _add_line(editor: Editor, box: str, line: str, done: Edited) -> None:
    """Save the field with one more line, starting again from the other's text after a conflict."""
    value = editor.client.get(editor.sheet_id).value(box)
    while True:
        text = "\n".join(filter(None, (value.text, line)))
        began = perf_counter()
        answer = editor.client.save_field(
            editor.sheet_id, box, SaveField(revision=value.revision, text=text)
        )
        done.saves.append((perf_counter() - began) * 1000)
        if isinstance(answer, FieldSaved):
            return
        done.conflicts += 1
        value = answer.theirs
