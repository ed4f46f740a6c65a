"""Refuse questions taken from the knowledge base: they would measure nothing but themselves."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant.contract import LanguageCode
from assistant.library_contract import EntryInfo
from evals.cases import Item
from knowledge.checking.likeness import letter_groups

TOO_CLOSE = 0.8
"""Dice coefficient from which two wordings are one question with a few letters changed."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A title or question that the product itself carries."""

    owner: str
    """The entry, or what else it belongs to."""
    language: LanguageCode
    text: str


@dataclass(frozen=True, slots=True)
class TooClose:
    """A case in the product's own words."""

    item: str
    question: str
    owner: str
    wording: str
    likeness: float

    def __str__(self) -> str:
        return (
            f"{self.item}: “{self.question}” is too close to “{self.wording}” "
            f"of {self.owner} ({self.likeness:.2f})"
        )


def too_close(
    items: Iterable[Item], wordings: Sequence[Wording], *, threshold: float = TOO_CLOSE
) -> list[TooClose]:
    """Questions that are nearly one of these wordings; of several, the nearest."""
    by_language = {
        language: _Rivals([one for one in wordings if one.language == language])
        for language in {one.language for one in wordings}
    }
    found = []
    for item in items:
        rivals = by_language.get(item.language)
        nearest = rivals.nearest(item.question) if rivals else None
        if nearest and nearest[1] >= threshold:
            wording, likeness = nearest
            found.append(TooClose(item.id, item.question, wording.owner, wording.text, likeness))
    return found


def wordings_of(entries: Iterable[EntryInfo]) -> Iterator[Wording]:
    """Titles and example questions of entries, in both languages."""
    for entry in entries:
        for text in (entry.ja.title, *entry.ja.questions):
            yield Wording(entry.id, "ja", text)
        for text in (entry.en.title, *entry.en.questions):
            yield Wording(entry.id, "en", text)


def likeness(first: str, second: str) -> float:
    """Dice coefficient over pairs of letters, 0 to 1; width, case and punctuation do not count."""
    ours, theirs = _pairs(first), _pairs(second)
    return _dice(len(ours & theirs), len(ours), len(theirs))


class _Rivals:
    """Wordings by their pairs of letters: thousands of them are searched for each question."""

    def __init__(self, wordings: Sequence[Wording]) -> None:
        self._wordings = wordings
        having: dict[str, list[int]] = {}
        sizes = []
        for number, wording in enumerate(wordings):
            pairs = _pairs(wording.text)
            sizes.append(len(pairs))
            for pair in pairs:
                having.setdefault(pair, []).append(number)
        self._sizes = np.array(sizes)
        self._having = {pair: np.array(numbers) for pair, numbers in having.items()}

    def nearest(self, question: str) -> tuple[Wording, float] | None:
        """The wording that is most like it, with its likeness; None when none shares a pair."""
        pairs = _pairs(question)
        having = [self._having[pair] for pair in pairs if pair in self._having]
        if not having:
            return None
        shared = np.bincount(np.concatenate(having), minlength=len(self._wordings))
        likenesses = 2 * shared / (self._sizes + len(pairs))
        best = int(likenesses.argmax())
        return self._wordings[best], float(likenesses[best])


def _dice(shared: int, ours: int, theirs: int) -> float:
    return 2 * shared / (ours + theirs) if shared else 0.0


def _pairs(text: str) -> frozenset[str]:
    return letter_groups(text, 2)
