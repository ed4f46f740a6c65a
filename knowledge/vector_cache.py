"""Vectors by model and content, so that no text is ever embedded twice.

Two layers: the vectors of the bundled entries, shipped as one array; and a SQLite file under the
user's folder for everything else.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Protocol
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import IndexNotSaved

logger = logging.getLogger(__name__)

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
        self._shipped = _shipped_or_none(shipped) if shipped and shipped.exists() else {}

    def vectors(self, texts: Sequence[str], *, on_progress: Callable[[int, int], None]) -> Vectors:
        """Vectors of the texts, shape (texts, dimensions), float32; computes only unknown ones.

        What was computed is kept every few hundred texts: a process killed on the way has not
        worked for nothing.

        Args:
            on_progress: hears (texts done, texts in all); known ones count as done at once.

        Raises:
            IndexNotSaved: the cache file cannot be written (disk full, no right).
        """
        keys = [content_key(self._identity, text) for text in texts]
        known = self._known(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        for part in _parts(list(missing)):
            before = len(texts) - len(missing.keys() - known.keys())
            told = partial(_tell, on_progress, before, len(texts))
            fresh = self._computed({key: missing[key] for key in part}, on_progress=told)
            self._keep(fresh)
            known |= fresh
        on_progress(len(texts), len(texts))
        return np.stack([known[key] for key in keys]) if keys else np.zeros((0, 0), np.float32)

    def warm_up(self) -> None:
        """Load what the first text that is not known would wait for."""
        self._embeddings.embed_passages(["-"], on_progress=lambda _done: None)

    def _computed(
        self, texts: Mapping[str, str], *, on_progress: Callable[[int], None]
    ) -> dict[str, Vectors]:
        found = self._embeddings.embed_passages(list(texts.values()), on_progress=on_progress)
        return {k: np.asarray(v, dtype=np.float32) for k, v in zip(texts, found, strict=True)}

    def _known(self, keys: Sequence[str]) -> dict[str, Vectors]:
        found = {key: self._shipped[key] for key in keys if key in self._shipped}
        wanted = sorted(set(keys) - found.keys())
        if not wanted or not self._file.is_file():
            return found
        try:
            return found | self._kept(wanted)
        except sqlite3.OperationalError as error:
            # Locked, or no right to read: the file may be sound, so it stays.
            logger.warning("Kept vectors cannot be read (%s): computing them anew", error)
        except (sqlite3.DatabaseError, ValueError) as error:
            logger.warning("Kept vectors are damaged (%s): beginning a new file", error)
            self._discard()
        return found

    def _kept(self, wanted: Sequence[str]) -> dict[str, Vectors]:
        found: dict[str, Vectors] = {}
        with closing(self._connection()) as connection:
            for part in _parts(wanted):
                marks = ",".join("?" * len(part))
                rows = connection.execute(
                    f"SELECT key, vector FROM vectors WHERE key IN ({marks})",  # noqa: S608  # marks only
                    part,
                )
                found |= {key: np.frombuffer(blob, dtype=np.float32) for key, blob in rows}
        if len({vector.size for vector in found.values()}) > 1:
            raise ValueError("vectors of different lengths")
        return found

    def _keep(self, vectors: Mapping[str, Vectors]) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(self._connection()) as connection, connection:
                connection.executemany(
                    "INSERT OR REPLACE INTO vectors VALUES (?, ?)",
                    [(key, vector.tobytes()) for key, vector in vectors.items()],
                )
        except (OSError, sqlite3.Error) as error:
            raise IndexNotSaved(f"Vectors cannot be kept in {self._file}: {error}") from error

    def _connection(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._file, timeout=30)
        try:
            connection.execute(_SCHEMA)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _discard(self) -> None:
        # A cache that cannot be read is worth nothing, and its journal would spoil the next one.
        for suffix in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                self._file.with_name(self._file.name + suffix).unlink(missing_ok=True)


def _tell(on_progress: Callable[[int, int], None], before: int, total: int, done: int) -> None:
    on_progress(before + done, total)


def _parts(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), _AT_ONCE):
        yield keys[start : start + _AT_ONCE]


def _shipped_or_none(file: Path) -> dict[str, Vectors]:
    """Shipped vectors, or none where their file is damaged: computing them takes minutes only."""
    try:
        return read_shipped(file)
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        logger.warning("The shipped vectors cannot be read (%s): computing them anew", error)
        return {}


def read_shipped(file: Path) -> dict[str, Vectors]:
    """Vectors shipped with the bundled entries, by content key."""
    with file.open("rb") as opened, np.load(opened) as arrays:
        keys, rows = arrays["keys"], arrays["vectors"].astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return dict(zip(keys.tolist(), rows, strict=True))


def write_shipped(file: Path, keys: Sequence[str], vectors: Vectors) -> None:
    """Write the array that the project ships; float16 halves it (docs/decisions)."""
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, keys=np.asarray(keys), vectors=vectors.astype(np.float16))
