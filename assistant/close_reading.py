"""Is this a question that the documents answer? Read word by word, by layers trained for it.

A network over the vector that search uses (assistant.answerability) sees what a question is about;
which detail of it is asked for is what such vectors leave out first. Here the embedding model's
last layers are trained further to tell the kinds of question apart (docs/decisions/0018). Trained
by `sanpuku knowledge train`; only for the packaged embedding model.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answerability import odds_of, softmax
from assistant.arrays import write_arrays
from assistant.shared_words import Floats
from knowledge.last_layers import LastLayers

ALONE = Path(__file__).parent / "close_reading.npz"
"""For questions that stand alone."""
IN_CONVERSATION = ALONE.with_name("close_reading_next.npz")
"""For those behind another one."""


@dataclass(frozen=True)
class CloseReading:
    """What was learned: the last layers, and a softmax over the kinds on top of them."""

    layers: LastLayers
    out: Floats
    """States × kinds."""
    out_bias: Floats
    kinds: tuple[str, ...]

    def answerable(self, states: Sequence[float]) -> float:
        """Log odds of being answerable against being left open; `states` is a question's mean."""
        scores = np.asarray(states, dtype=np.float32) @ self.out + self.out_bias
        return odds_of(dict(zip(self.kinds, map(float, softmax(scores)), strict=True)))

    def write(self, file: Path) -> None:
        """As one compressed archive, whole or not at all."""
        arrays: dict[str, NDArray[np.generic]] = {
            "out": self.out,
            "out_bias": self.out_bias,
            "kinds": np.array(self.kinds),
        }
        for name, values in self.layers.weights.items():
            arrays[name] = values.astype(np.float16 if values.ndim == 2 else np.float32)
        write_arrays(file, **arrays)


def load_close_reading(file: Path) -> CloseReading:
    """One of those shipped with the project."""
    with np.load(file, allow_pickle=False) as stored:
        weights = {name: stored[name] for name in stored.files if name[0].isdigit()}
        kinds = tuple(map(str, stored["kinds"]))
        return CloseReading(LastLayers(weights), stored["out"], stored["out_bias"], kinds)
