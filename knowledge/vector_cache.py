"""Vectors by model and content, so that no text is ever embedded twice.

Two layers: the vectors of the bundled entries, shipped as one array; and a SQLite file under the
user's folder for everything else.
"""

import sqlite3
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import IndexNotSaved

Vectors = NDArray[np.float32]
_SCHEMA = "CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, vector BLOB NOT NULL)"
_AT_ONCE = 500


class PassageEmbeddings(Protocol):
    """What computes the vectors that the cache does not have."""

    def embed_passages(
        self, texts: Sequence[str], *, on_progress: Callable[[int], None]
    ) -> list[list[float]]:
        """One vector for each text, in order."""


def content_key(model_identity: str, text: str) -> str:
    """The name of a text's vector: it changes with the model and with every character."""
    return sha256(f"{model_identity}\n{text}".encode()).hexdigest()[:32]


class VectorCache:
    """Shipped vectors first, then the user's own file, then the model."""

    def __init__(
        self, file: Path, model_identity: str, embeddings: PassageEmbeddings, shipped: Path | None
    ) -> None:
        self._file = file
        self._identity = model_identity
        self._embeddings = embeddings
        self._shipped = read_shipped(shipped) if shipped and shipped.exists() else {}

    def vectors(
        self, texts: Sequence[str], *, on_progress: Callable[[int, int], None]
    ) -> Vectors:
        """Vectors of the texts, shape (texts, dimensions), float32; computes only unknown ones.

        Args:
            on_progress: hears (texts done, texts in all); known ones count as done at once.

        Raises:
            IndexNotSaved: the cache file cannot be written (disk full, no right).
        """
        keys = [content_key(self._identity, text) for text in texts]
        known = self._known(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            done = len(texts) - len(missing)
            computed = self._embeddings.embed_passages(
                list(missing.values()), on_progress=lambda n: on_progress(done + n, len(texts))
            )
            fresh = {
                key: np.asarray(vector, dtype=np.float32)
                for key, vector in zip(missing, computed, strict=True)
            }
            self._keep(fresh)
            known |= fresh
        on_progress(len(texts), len(texts))
        return np.stack([known[key] for key in keys]) if keys else np.zeros((0, 0), np.float32)

    def _known(self, keys: Sequence[str]) -> dict[str, Vectors]:
        found = {key: self._shipped[key] for key in keys if key in self._shipped}
        wanted = sorted(set(keys) - found.keys())
        if not wanted or not self._file.exists():
            return found
        with self._connection() as connection:
            for start in range(0, len(wanted), _AT_ONCE):
                part = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                rows = connection.execute(
                    f"SELECT key, vector FROM vectors WHERE key IN ({marks})",  # noqa: S608
                    part,
                )
                found |= {key: np.frombuffer(blob, dtype=np.float32) for key, blob in rows}
        return found

    def _keep(self, vectors: dict[str, Vectors]) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._connection() as connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                    [(key, vector.tobytes()) for key, vector in vectors.items()],
                )
        except (OSError, sqlite3.Error) as error:
            raise IndexNotSaved(f"Vectors cannot be kept in {self._file}: {error}") from error

    def _connection(self) -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(self._file, timeout=30)
            connection.execute(_SCHEMA)
        except sqlite3.DatabaseError:
            # A cache that cannot be read is worth nothing: begin a new one.
            self._file.unlink(missing_ok=True)
            connection = sqlite3.connect(self._file, timeout=30)
            connection.execute(_SCHEMA)
        return connection


def read_shipped(file: Path) -> dict[str, Vectors]:
    """Vectors shipped with the bundled entries, by content key."""
    with np.load(file) as arrays:
        keys, rows = arrays["keys"], arrays["vectors"].astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return dict(zip(keys.tolist(), rows, strict=True))


def write_shipped(file: Path, keys: Sequence[str], vectors: Vectors) -> None:
    """Write the array that the project ships; float16 halves it (docs/decisions)."""
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, keys=np.asarray(keys), vectors=vectors.astype(np.float16))
