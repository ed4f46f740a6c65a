"""Is this the kind of question that the documents answer? Judged from its meaning alone.

A small network over the question's vector tells questions that the entries answer from those that
they leave open (gaps), off-topic ones and those that are screened; beside it, the nearest known
gap. Trained by `sanpuku knowledge calibrate`; only for the packaged embedding model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
FILE = Path(__file__).parent / "answerability.npz"
ANSWERABLE = "answerable"
_LEFT_OPEN = ("gap", "off_topic")
_LEAST = 1e-4


@dataclass(frozen=True, slots=True)
class Reading:
    """What the meaning of a question tells."""

    answerable: float
    """Log odds of being answerable against being left open; 0 tells nothing."""
    gap_id: str | None
    gap_similarity: float
    """Cosine with the nearest question of a gap, -1..1."""
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

    def read(self, vector: Sequence[float]) -> Reading:
        """`vector` is the question's, of unit length."""
        asked = np.asarray(vector, dtype=np.float32)
        probabilities = np.mean([n.probabilities(asked) for n in self.networks], axis=0)
        kinds = dict(zip(self.kinds, map(float, probabilities), strict=True))
        left_open = sum(kinds.get(kind, 0.0) for kind in _LEFT_OPEN)
        closeness = self._gaps @ asked
        nearest = int(closeness.argmax())
        return Reading(
            answerable=float(np.log((kinds[ANSWERABLE] + _LEAST) / (left_open + _LEAST))),
            gap_id=self.gap_ids[nearest],
            gap_similarity=float(closeness[nearest]),
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
        }
        for number, network in enumerate(self.networks):
            for name, value in vars(network).items():
                arrays[f"{number}.{name}"] = value.astype(
                    np.float16 if value.ndim == 2 else np.float32
                )
        buffer = BytesIO()
        np.savez_compressed(buffer, allow_pickle=False, **arrays)
        fresh = file.with_suffix(".new")
        fresh.write_bytes(buffer.getvalue())
        fresh.replace(file)


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
        )
