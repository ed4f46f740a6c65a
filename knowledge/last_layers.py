"""Other last layers for an embedding model: a text is read for another purpose than for search.

What a model's first layers make of a text serves many purposes; its last ones are trained further
for one (Howard and Ruder 2018, "Universal Language Model Fine-tuning").
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SHARED = 8
"""So many of the first layers serve all purposes."""


@dataclass(frozen=True)
class LastLayers:
    """Weights of all layers of BERT after the shared ones, under their names
    (`9.output.dense.bias`)."""

    weights: Mapping[str, NDArray[np.floating]]

    def of(self, number: int) -> Mapping[str, NDArray[np.floating]]:
        """Weights of one layer, under their names in it."""
        prefix = f"{number}."
        return {
            name.removeprefix(prefix): values
            for name, values in self.weights.items()
            if name.startswith(prefix)
        }
