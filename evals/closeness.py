"""Refuse questions taken from the knowledge base: they would measure nothing but themselves."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from assistant.contract import EntryInfo, LanguageCode
from evals.cases import Item

TOO_CLOSE = 0.8
"""Dice coefficient from which two wordings are one question with a few letters changed."""

_NOT_WORDING = re.compile(r"[\s\W_]+")


@dataclass(frozen=True, slots=True)
class TooClose:
    """A case in an entry's words."""

    item: str
    question: str
    entry: str
    wording: str
    likeness: float

    def __str__(self) -> str:
        return (
            f"{self.item}: “{self.question}” is too close to “{self.wording}” "
            f"of {self.entry} ({self.likeness:.2f})"
        )


def too_close(
    items: Iterable[Item], entries: Sequence[EntryInfo], *, threshold: float = TOO_CLOSE
) -> list[TooClose]:
    """Questions whose wording is nearly that of an entry's title or example question."""
    wordings = [
        (entry.id, language, wording)
        for entry in entries
        for language in ("ja", "en")
        for wording in _wordings(entry, language)
    ]
    found = []
    for item in items:
        rivals = [
            TooClose(item.id, item.question, entry, wording, likeness(item.question, wording))
            for entry, language, wording in wordings
            if language == item.language
        ]
        nearest = max(rivals, key=lambda rival: rival.likeness, default=None)
        if nearest and nearest.likeness >= threshold:
            found.append(nearest)
    return found


def likeness(first: str, second: str) -> float:
    """Dice coefficient over pairs of letters, 0 to 1; width, case and punctuation do not count."""
    ours, theirs = _pairs(first), _pairs(second)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _wordings(entry: EntryInfo, language: LanguageCode) -> tuple[str, ...]:
    text = entry.ja if language == "ja" else entry.en
    return (text.title, *text.questions)


@lru_cache(maxsize=50_000)
def _pairs(text: str) -> frozenset[str]:
    letters = _NOT_WORDING.sub("", normalize("NFKC", text).casefold())
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))
