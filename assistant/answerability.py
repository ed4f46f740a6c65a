"""Is this the kind of question that the documents answer? Judged from the question alone.

A small network over the question's vector tells questions that the entries answer from those that
they leave open, off-topic ones and those that are screened; beside it, what its pairs of words
tell, and how like it is to the nearest question known to be left open and the nearest answered one,
by meaning and words. Trained by `sanpuku knowledge train`; only for the packaged embedding model.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.arrays import cosines, write_arrays
from assistant.shared_words import Floats, SharedWords
from assistant.word_pairs import WordPairs

FILE = Path(__file__).parent / "answerability.npz"
ANSWERABLE = "answerable"
LEFT_OPEN = ("gap", "off_topic")
"""Kinds of question that the documents do not answer."""
_LEAST = 1e-4
WEIGHT_OF_WORDS = 0.2
"""What all words in common add to a cosine (docs/decisions/0014)."""
_COMPARED = 500
"""Questions left open with the most words in common: those among which the likest is looked for."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the meaning of a question tells."""

    answerable: float
    """Log odds of being answerable against being left open; 0 tells nothing."""
    gap_id: str | None
    """The gap with the likest question."""
    gap_similarity: float
    """Cosine with that question, -1..1."""
    open_likeness: float
    """Cosine with the likest of all questions left open, with the words in common."""
    words_answered: float
    """Share of words in common with an answered question, 0..1."""
    by_words: float
    """Log odds of being answered, by words and pairs of words."""
    kinds: Mapping[str, float]
    """Probability of each kind of question, 0..1."""


def softmax(scores: Floats) -> Floats:
    """Probabilities, summing to 1."""
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum(), dtype=np.float32)


def odds_of(kinds: Mapping[str, float]) -> float:
    """Log odds of being answerable against being left open, neither taken for quite certain.

    Args:
        kinds: probability of each kind of question.
    """
    left_open = sum(kinds.get(kind, 0.0) for kind in LEFT_OPEN)
    return math.log((kinds[ANSWERABLE] + _LEAST) / (left_open + _LEAST))


@dataclass(frozen=True)
class Network:
    """One hidden layer of rectified units, then a softmax."""

    mean: Floats
    spread: Floats
    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats

    def probabilities(self, vector: Floats) -> Floats:
        """One for each kind, summing to 1."""
        scaled = (vector - self.mean) / self.spread
        inner = np.maximum(scaled @ self.hidden + self.hidden_bias, 0.0)
        scores = inner @ self.out + self.out_bias
        return softmax(scores)


@dataclass(frozen=True)
class Answerability:
    """Reads vectors of questions."""

    networks: tuple[Network, ...]
    kinds: tuple[str, ...]
    left_open: NDArray[np.int8]
    """Vectors of questions that are left open, in 8 bits of any length."""
    gap_ids: tuple[str, ...]
    """The gap of each; empty where there is none."""
    words: SharedWords
    """Of the questions left open, one for each vector, and after them the answered ones."""
    pairs: WordPairs

    def read(self, vector: Sequence[float], words: Collection[str]) -> Reading:
        """`vector` is the question's, of unit length; `words` are those that search would use."""
        asked = np.asarray(vector, dtype=np.float32)
        probabilities = np.mean([n.probabilities(asked) for n in self.networks], axis=0)
        kinds = dict(zip(self.kinds, map(float, probabilities), strict=True))
        shared = self.words.with_each(words)
        rows, closeness, likeness = self._left_open_like(vector, shared[: len(self.gap_ids)])
        of_gaps = [at for at, row in enumerate(rows) if self.gap_ids[row]]
        nearest = max(of_gaps, key=lambda at: likeness[at], default=None)
        return Reading(
            answerable=odds_of(kinds),
            gap_id=self.gap_ids[rows[nearest]] if nearest is not None else None,
            gap_similarity=float(closeness[nearest]) if nearest is not None else 0.0,
            open_likeness=float(likeness.max(initial=0.0)),
            words_answered=float(shared[len(self.gap_ids) :].max(initial=0.0)),
            by_words=self.pairs.log_odds(words),
            kinds=kinds,
        )

    def _left_open_like(
        self, vector: Sequence[float], shared: Floats
    ) -> tuple[NDArray[np.intp], Floats, Floats]:
        """Rows of questions left open, their cosines, and these with the words in common."""
        most = min(_COMPARED, len(shared))
        rows = np.argpartition(-shared, most - 1)[:most] if most else np.zeros(0, dtype=np.intp)
        closeness = cosines(self.left_open[rows], vector)
        return rows, closeness, closeness + WEIGHT_OF_WORDS * shared[rows]

    def write(self, file: Path) -> None:
        """As one compressed archive, whole or not at all."""
        arrays: dict[str, NDArray[np.generic]] = {
            "kinds": np.array(self.kinds),
            "left_open": self.left_open,
            "gap_ids": np.array(self.gap_ids),
            "words": np.array(self.words.words),
            "word_starts": self.words.starts,
            "word_places": self.words.places,
            "questions": np.array(self.words.count),
            "pairs": self.pairs.weights.astype(np.float16),
            "pairs_bias": np.array(self.pairs.bias),
        }
        for number, network in enumerate(self.networks):
            for name, value in vars(network).items():
                arrays[f"{number}.{name}"] = value.astype(
                    np.float16 if value.ndim == 2 else np.float32
                )
        write_arrays(file, **arrays)


def load_answerability(file: Path = FILE) -> Answerability:
    """The one shipped with the project."""
    with np.load(file, allow_pickle=False) as stored:
        count = len({name.split(".")[0] for name in stored.files if "." in name})
        names = Network.__dataclass_fields__
        networks = tuple(
            Network(**{name: stored[f"{number}.{name}"].astype(np.float32) for name in names})
            for number in range(count)
        )
        return Answerability(
            networks,
            tuple(map(str, stored["kinds"])),
            stored["left_open"],
            tuple(map(str, stored["gap_ids"])),
            SharedWords(
                tuple(map(str, stored["words"])),
                stored["word_starts"],
                stored["word_places"],
                int(stored["questions"]),
            ),
            WordPairs(stored["pairs"].astype(np.float32), float(stored["pairs_bias"])),
        )
