"""Search by meaning. The only module that knows Chroma."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb.api import ClientAPI
from chromadb.config import Settings
from chromadb.errors import ChromaError
from numpy.typing import NDArray

from knowledge.errors import IndexUnavailable

_AT_ONCE = 2000
# Exact enough that an arm never misses its best hits: these indexes are small.
_HNSW = {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}


@dataclass(frozen=True, slots=True)
class Hit:
    """One stored vector near the question."""

    id: str
    similarity: float
    """Cosine, -1..1."""


class VectorIndex:
    """One Chroma collection: ids with their vectors."""

    def __init__(self, client: ClientAPI, name: str) -> None:
        self._name = name
        self._client = client

    def add(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store vectors under their ids (both in the same order)."""
        collection = self._client.get_or_create_collection(
            self._name, embedding_function=None, configuration={"hnsw": _HNSW}
        )
        for start in range(0, len(ids), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            collection.add(ids=list(ids[part]), embeddings=vectors[part])

    def search(self, vector: Sequence[float], *, limit: int) -> list[Hit]:
        """The nearest ids, best first; empty when nothing is stored.

        Raises:
            IndexUnavailable: the store cannot be read.
        """
        try:
            collection = self._client.get_collection(self._name, embedding_function=None)
            if not (stored := collection.count()):
                return []
            found: Any = collection.query(
                query_embeddings=[list(vector)],
                n_results=min(limit, stored),
                include=["distances"],
            )
        except (ChromaError, ValueError, OSError, RuntimeError) as error:
            raise IndexUnavailable(f"The vector store cannot be searched: {error}") from error
        pairs = zip(found["ids"][0], found["distances"][0], strict=True)
        return [Hit(found_id, 1.0 - distance) for found_id, distance in pairs]

    def drop(self) -> None:
        """Remove the collection; no error when it is not there."""
        if self._name in {collection.name for collection in self._client.list_collections()}:
            self._client.delete_collection(self._name)


def open_chroma(directory: Path, url: str | None) -> ClientAPI:
    """An embedded Chroma in the folder, or the server at `url`; telemetry is off.

    Raises:
        IndexUnavailable: the folder is damaged or the server does not answer.
    """
    settings = Settings(anonymized_telemetry=False)
    try:
        if url:
            address = urlsplit(url)
            return chromadb.HttpClient(
                host=address.hostname or "localhost",
                port=address.port or 8000,
                ssl=address.scheme == "https",
                settings=settings,
            )
        directory.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(path=str(directory), settings=settings)
    except Exception as error:  # noqa: BLE001  # Chroma raises bare ValueError and Rust panics alike
        raise IndexUnavailable(f"The vector store at {url or directory} does not open: {error}") from error
