"""How long askers wait."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds: half, and all but one in twenty, of the questions took no longer."""

    p50: float
    p95: float
    longest: float


def latency(milliseconds: Sequence[float]) -> Latency | None:
    """Percentiles (linear interpolation); None when nothing was measured."""
    if not milliseconds:
        return None
    p50, p95 = np.percentile(milliseconds, [50, 95])
    return Latency(float(p50), float(p95), float(max(milliseconds)))
