"""What is asked of what, by the pairs of words in a question.

"Toyoake" and "fare" are told, "vehicles" too, but not how many vehicles run in Toyoake: which words
come together says what the vector hardly shows. A linear reading of all words and all pairs of
words, each at the place of its hash (Weinberger et al. 2009, "Feature hashing for large scale
multitask learning"). Fitted by `sanpuku knowledge train`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import combinations
from math import sqrt
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

PLACES = 1 << 20
"""Weights. Of 990,000 words and pairs that are known, six in ten share their place with another; a
quarter of the places tells less (docs/decisions/0016)."""
_MOST_WORDS = 40
"""Of a question; a longer one tells a story, and its pairs would grow with the square."""


@dataclass(frozen=True)
class WordPairs:
    """Weights of words and pairs."""

    weights: NDArray[np.float32]
    """One for each place."""
    bias: float

    def log_odds(self, words: Collection[str]) -> float:
        """Of a question of these words being answered against being left open."""
        places = places_of(words)
        total = float(self.weights[places].sum()) / sqrt(len(places)) if places else 0.0
        return total + self.bias


def places_of(words: Collection[str]) -> list[int]:
    """Where the weights of the words and of each two of them stand, each once."""
    chosen = sorted(set(words))[:_MOST_WORDS]
    pairs = (f"{one}|{other}" for one, other in combinations(chosen, 2))
    return list(dict.fromkeys(crc32(text.encode()) % PLACES for text in (*chosen, *pairs)))
