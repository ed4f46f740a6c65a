"""Arrays that are shipped with the project: vectors in 8 bits, all in one compressed file."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

_LARGEST = 127
"""Of a signed byte."""


def in_bytes(vectors: NDArray[np.float32]) -> NDArray[np.int8]:
    """Each row in 8 bits, of any length: only its direction is kept."""
    largest = np.abs(vectors).max(axis=1, keepdims=True, initial=1e-12)
    return np.asarray(np.round(vectors / largest * _LARGEST), dtype=np.int8)


def cosines(rows: NDArray[np.int8], vector: Sequence[float]) -> NDArray[np.float32]:
    """Of each row with the vector, which is of unit length."""
    known = rows.astype(np.float32)
    lengths = np.maximum(np.linalg.norm(known, axis=1), 1.0)
    return np.asarray(known @ np.asarray(vector, dtype=np.float32) / lengths, dtype=np.float32)


def write_arrays(file: Path, **arrays: NDArray[np.generic]) -> None:
    """All arrays under their names, readable with `numpy.load`; whole or not at all."""
    buffer = BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    fresh = file.with_suffix(".new")
    fresh.write_bytes(buffer.getvalue())
    fresh.replace(file)
