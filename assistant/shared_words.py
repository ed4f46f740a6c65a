"""Words that a question shares with known questions: what their vectors hardly show.

"How many vehicles run in Okazaki" and "How many vehicles run in Toyoake" mean nearly the same to the
embedding model. Rare words weigh more (inverse document frequency), and the measure is the cosine
of the weighted words (Salton & Buckley 1988, "Term-weighting approaches in automatic text
retrieval", with every word of a question counted once).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class SharedWords:
    """The words of known questions, in which of them each stands."""

    words: tuple[str, ...]
    starts: NDArray[np.int32]
    """Where the questions of each word begin in `places`, and after the last word their end."""
    places: NDArray[np.int32]
    """Positions of the questions that have the word."""
    count: int
    """Of the questions."""

    def with_each(self, asked: Collection[str]) -> Floats:
        """The share of weighted words, 0..1, that a question of these words has in common with each
        known one; 0 for a question without words."""
        shared = np.zeros(self.count, dtype=np.float32)
        words = set(asked)
        for word in words & self._numbers.keys():
            number = self._numbers[word]
            found = self.places[self.starts[number] : self.starts[number + 1]]
            shared[found] += self._weights[number] ** 2
        length = np.sqrt(sum(self._weight_of(word) ** 2 for word in words))
        return np.asarray(shared / (self._lengths * length) if length else shared, np.float32)

    def _weight_of(self, word: str) -> float:
        number = self._numbers.get(word)
        return float(np.log(1 + self.count) if number is None else self._weights[number])

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {word: number for number, word in enumerate(self.words)}

    @cached_property
    def _weights(self) -> Floats:
        having = np.diff(self.starts)
        return np.asarray(np.log(1 + self.count / (1 + having)), dtype=np.float32)

    @cached_property
    def _lengths(self) -> Floats:
        """Of each known question's weighted words; 1 for one without words, which shares none."""
        squares = np.repeat(self._weights**2, np.diff(self.starts))
        sums = np.bincount(self.places, weights=squares, minlength=self.count)
        return np.asarray(np.sqrt(np.where(sums > 0, sums, 1.0)), dtype=np.float32)


def shared_words(questions: Sequence[Collection[str]]) -> SharedWords:
    """From the words of each known question, in order."""
    having: dict[str, list[int]] = {}
    for place, words in enumerate(questions):
        for word in sorted(set(words)):
            having.setdefault(word, []).append(place)
    sizes = [len(places) for places in having.values()]
    return SharedWords(
        words=tuple(having),
        starts=np.cumsum([0, *sizes], dtype=np.int32),
        places=np.array([p for places in having.values() for p in places], dtype=np.int32),
        count=len(questions),
    )
