"""Arrays that are shipped with the project, in one compressed file."""

from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


def write_arrays(file: Path, **arrays: NDArray[np.generic]) -> None:
    """All arrays under their names, readable with `numpy.load`; whole or not at all."""
    buffer = BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    fresh = file.with_suffix(".new")
    fresh.write_bytes(buffer.getvalue())
    fresh.replace(file)
