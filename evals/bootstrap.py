"""Confidence intervals by resampling questions (Efron & Tibshirani 1993)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

RESAMPLES = 2000
SEED = 20260401
"""Fixed: the same scores give the same intervals."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean with its 95 % interval."""

    mean: float
    low: float
    high: float
    count: int
    """Questions it rests on."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How much a second run's mean exceeds a first one's, over the same questions."""

    mean: float
    low: float
    high: float
    p_value: float
    """Two-sided: how often a difference this far from nought arises if there is none."""
    count: int

    @property
    def is_significant(self) -> bool:
        return self.p_value < 0.05


def estimate(values: Sequence[float], *, resamples: int = RESAMPLES) -> Estimate | None:
    """Mean and percentile interval; None for no values."""
    if not values:
        return None
    means = _resampled_means(np.asarray(values, dtype=float), resamples)
    low, high = np.percentile(means, [2.5, 97.5])
    return Estimate(float(np.mean(values)), float(low), float(high), len(values))


def paired_difference(
    first: Sequence[float], second: Sequence[float], *, resamples: int = RESAMPLES
) -> Difference | None:
    """Mean of second − first with its interval, and the paired bootstrap test's p value.

    The test shifts the differences to a mean of nought and counts resamples at least as far out
    (Efron & Tibshirani 1993, §16.4). It is never surer than the sign test would be of pairs that all
    differ to one side, 2^(1-k) for k of them: resamples of one or two pairs know no chance at all.
    None for no pairs.

    Raises:
        ValueError: the sequences differ in length.
    """
    differences = np.asarray(
        [after - before for before, after in zip(first, second, strict=True)], dtype=float
    )
    if not differences.size:
        return None
    observed = float(differences.mean())
    means = _resampled_means(differences, resamples)
    low, high = np.percentile(means, [2.5, 97.5])
    extreme = np.abs(means - observed) >= abs(observed) - 1e-12
    resampled = (1 + int(extreme.sum())) / (1 + resamples) if observed else 1.0
    by_sign = 2.0 ** (1 - int(np.count_nonzero(differences)))
    p_value = min(1.0, max(resampled, by_sign))
    return Difference(observed, float(low), float(high), p_value, int(differences.size))


def _resampled_means(values: np.ndarray, resamples: int) -> np.ndarray:
    if np.ptp(values) == 0:
        return np.full(resamples, values[0])
    means: np.ndarray = values[_chosen(values.size, resamples)].mean(axis=1)
    return means


@lru_cache(maxsize=32)
def _chosen(size: int, resamples: int) -> np.ndarray:
    """Which questions make up each resample: the same for every metric over as many questions."""
    generator = np.random.default_rng(SEED)
    return generator.integers(0, size, size=(resamples, size))
