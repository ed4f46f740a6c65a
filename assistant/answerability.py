"""Is this the kind of question that the documents answer? Judged from the question alone.

A small network over the question's vector tells questions that the entries answer from those that
they leave open (gaps), off-topic ones and those that are screened; beside it, how like the question
is to the nearest known gap and the nearest answered question, by meaning and words. Trained by
`sanpuku knowledge train`; only for the packaged embedding model.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.arrays import write_arrays
from assistant.shared_words import Floats, SharedWords

FILE = Path(__file__).parent / "answerability.npz"
ANSWERABLE = "answerable"
_LEFT_OPEN = ("gap", "off_topic")
_LEAST = 1e-4
WEIGHT_OF_WORDS = 0.2
"""What all words in common add to a cosine (docs/decisions/0006)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the meaning of a question tells."""

    answerable: float
    """Log odds of being answerable against being left open; 0 tells nothing."""
    gap_id: str | None
    """The gap with the likest question."""
    gap_similarity: float
    """Cosine with that question, -1..1."""
    gap_likeness: float
    """The same with the words in common."""
    words_answered: float
    """Share of words in common with an answered question, 0..1."""
    kinds: Mapping[str, float]
    """Probability of each kind of question, 0..1."""


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
        powers = np.exp(scores - scores.max())
        return np.asarray(powers / powers.sum(), dtype=np.float32)


@dataclass(frozen=True)
class Answerability:
    """Reads vectors of questions."""

    networks: tuple[Network, ...]
    kinds: tuple[str, ...]
    gap_vectors: Floats
    gap_ids: tuple[str, ...]
    """The gap of each vector."""
    words: SharedWords
    """Of the questions of gaps, one for each vector, and after them the answered ones."""

    def read(self, vector: Sequence[float], words: Collection[str]) -> Reading:
        """`vector` is the question's, of unit length; `words` are those that search would use."""
        asked = np.asarray(vector, dtype=np.float32)
        probabilities = np.mean([n.probabilities(asked) for n in self.networks], axis=0)
        kinds = dict(zip(self.kinds, map(float, probabilities), strict=True))
        left_open = sum(kinds.get(kind, 0.0) for kind in _LEFT_OPEN)
        shared = self.words.with_each(words)
        closeness = self._gaps @ asked
        likeness = closeness + WEIGHT_OF_WORDS * shared[: len(closeness)]
        nearest = int(likeness.argmax())
        return Reading(
            answerable=float(np.log((kinds[ANSWERABLE] + _LEAST) / (left_open + _LEAST))),
            gap_id=self.gap_ids[nearest],
            gap_similarity=float(closeness[nearest]),
            gap_likeness=float(likeness[nearest]),
            words_answered=float(shared[len(closeness) :].max(initial=0.0)),
            kinds=kinds,
        )

    @cached_property
    def _gaps(self) -> Floats:
        return self.gap_vectors.astype(np.float32)

    def write(self, file: Path) -> None:
        """As one compressed archive, whole or not at all."""
        arrays: dict[str, NDArray[np.generic]] = {
            "kinds": np.array(self.kinds),
            "gap_vectors": self.gap_vectors.astype(np.float16),
            "gap_ids": np.array(self.gap_ids),
            "words": np.array(self.words.words),
            "word_starts": self.words.starts,
            "word_places": self.words.places,
            "questions": np.array(self.words.count),
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
            stored["gap_vectors"],
            tuple(map(str, stored["gap_ids"])),
            SharedWords(
                tuple(map(str, stored["words"])),
                stored["word_starts"],
                stored["word_places"],
                int(stored["questions"]),
            ),
        )
