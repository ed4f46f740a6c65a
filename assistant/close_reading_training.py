"""Train the layers that read questions closely: first those that stand alone, then follow-ups."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np

from assistant.answerability import ANSWERABLE
from assistant.answerability_training import GAP, Example
from assistant.close_reading import CloseReading
from knowledge.documents import Entry
from knowledge.known_questions import KnownQuestion
from knowledge.layer_training import Lesson, learn_layers
from knowledge.progress import Progress

_FIRST_RATE, _LATER_RATE = 2e-4, 1.2e-4
_KEPT = 3
"""One of so many questions that stand alone is gone through again among the follow-ups."""


def train_close_reading(
    folder: Path,
    known: Sequence[Example],
    follow_ups: Sequence[KnownQuestion],
    entries: Mapping[str, Entry],
    on_progress: Progress,
) -> tuple[CloseReading, CloseReading]:
    """What tells the kinds of `known` apart: of questions that stand alone, and of those in
    conversations.

    Args:
        folder: of the packaged embedding model.
        on_progress: hears of each batch: of which lesson, how many are done, how many there are.
    """
    kinds = sorted({example.kind for example in known})
    singles = [(example.question, example.kind) for example in known]
    talks = list(in_conversations(follow_ups, entries))
    told = [ANSWERABLE if one.is_answered else GAP for one in follow_ups]
    mixed = [*singles[::_KEPT], *zip(talks, told, strict=True)]
    lessons = (
        _lesson("questions", singles, kinds, times=2, rate=_FIRST_RATE),
        _lesson("follow-ups", mixed, kinds, times=1, rate=_LATER_RATE),
    )
    alone, later = (
        CloseReading(learned.layers, learned.out, learned.out_bias, tuple(kinds))
        for learned in learn_layers(folder, lessons, kinds=len(kinds), on_progress=on_progress)
    )
    return alone, later


def in_conversations(
    follow_ups: Sequence[KnownQuestion], entries: Mapping[str, Entry]
) -> Iterator[str]:
    """Each as it is searched for: behind a question that its entry answers."""
    for one in follow_ups:
        entry = entries[one.entry_ids[0]]
        before = entry.questions(one.language) or (entry.title.in_language(one.language),)
        yield f"{before[crc32(one.asked.encode()) % len(before)]} {one.asked}"


def _lesson(
    name: str, known: Sequence[tuple[str, str]], kinds: list[str], *, times: int, rate: float
) -> Lesson:
    numbers = np.array([kinds.index(kind) for _, kind in known])
    return Lesson(name, [text for text, _ in known], numbers, times, rate)
