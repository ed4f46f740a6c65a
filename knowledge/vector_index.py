"""Search by meaning. The only module that knows Chroma."""

import sqlite3
import weakref
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree, ignore_patterns
from threading import Lock
from typing import Any, cast
from urllib.parse import urlsplit

import chromadb
import httpx
import numpy as np
from chromadb.api import ClientAPI
from chromadb.api.client import Client
from chromadb.config import Settings
from chromadb.errors import ChromaError
from numpy.typing import NDArray

from knowledge.errors import IndexUnavailable

_AT_ONCE = 2000
# Exact enough that an arm never misses its best hits: these indexes are small.
_HNSW: Any = {"space": "cosine", "ef_construction": 200, "ef_search": 200, "max_neighbors": 32}
_DATABASE = "chroma.sqlite3"
_PERSISTED = "index_metadata.pickle"
"""Stands in the folder of a graph that Chroma has written out; others are rebuilt at each opening."""


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
        # Asking for it and its size takes a good part of a search's time.
        self._read: tuple[Any, int] | None = None

    @classmethod
    def opened(cls, directory: Path, url: str | None, name: str) -> "VectorIndex":
        """A collection whose client is closed when nobody holds the index any more.

        Without that, a service keeps the files of every generation that it has ever read open.
        """
        client = open_chroma(directory, url)
        index = cls(client, name)
        weakref.finalize(index, _abandon, client)
        return index

    def add(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store vectors under their ids (both in the same order)."""
        collection: Any = self._client.get_or_create_collection(
            self._name, embedding_function=None, configuration={"hnsw": _HNSW}
        )
        for start in range(0, len(ids), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            collection.add(ids=list(ids[part]), embeddings=vectors[part])
        self._read = None

    def remove(self, ids: Sequence[str]) -> None:
        """Take vectors out; they are not found any more, but the graph keeps their places."""
        collection = self._collection()
        for start in range(0, len(ids), _AT_ONCE):
            collection.delete(ids=list(ids[start : start + _AT_ONCE]))
        self._read = None

    def rename(self, name: str) -> None:
        """Give the collection another name, which must be free."""
        self._collection().modify(name=name)
        self._name, self._read = name, None

    def search(self, vector: Sequence[float], *, limit: int) -> list[Hit]:
        """The nearest ids, best first; empty when nothing is stored.

        Raises:
            IndexUnavailable: the store cannot be read.
        """
        [hits] = self.search_each([vector], limit=limit)
        return hits

    def search_each(self, vectors: Sequence[Sequence[float]], *, limit: int) -> list[list[Hit]]:
        """The nearest ids of each vector, as `search` finds them, at the cost of little more."""
        with _store_errors():
            if self._read is None:
                collection = self._collection()
                self._read = collection, collection.count()
            collection, stored = self._read
            if not stored:
                return [[] for _ in vectors]
            found: Any = collection.query(
                query_embeddings=[list(vector) for vector in vectors],
                n_results=min(limit, stored),
                include=["distances"],
            )
        return [
            [
                Hit(found_id, 1.0 - distance)
                for found_id, distance in zip(ids, distances, strict=True)
            ]
            for ids, distances in zip(found["ids"], found["distances"], strict=True)
        ]

    def count(self) -> int:
        """How many vectors are stored; raises IndexUnavailable when the collection is not there."""
        with _store_errors():
            stored: int = self._collection().count()
        return stored

    def _collection(self) -> Any:
        return self._client.get_collection(self._name, embedding_function=None)

    def drop(self) -> None:
        """Remove the collection, if it is there; raises IndexUnavailable when the store is not."""
        with _store_errors():
            if self._name in {collection.name for collection in self._client.list_collections()}:
                self._client.delete_collection(self._name)


def lasting_files(directory: Path) -> list[Path]:
    """Files of a finished embedded store that Chroma only reads from then on.

    Chroma loads graphs without a check: damaged ones end the process or find the wrong things.
    """
    written = sorted(directory.glob(f"*/{_PERSISTED}"))
    return [file for mark in written for file in sorted(mark.parent.iterdir()) if file.is_file()]


def copy_store(source: Path, target: Path) -> None:
    """Copy the folder of an embedded store that others may be reading; `target` is created.

    Raises:
        OSError, sqlite3.Error: it cannot be read or written.
    """
    copytree(source, target, ignore=ignore_patterns(f"{_DATABASE}*"))
    # Not as a file: a reader that is just opening the store may be writing to it.
    with (
        closing(sqlite3.connect(source / _DATABASE)) as old,
        closing(sqlite3.connect(target / _DATABASE)) as new,
    ):
        old.backup(new)


@contextmanager
def _store_errors() -> Iterator[None]:
    try:
        yield
    except (ChromaError, ValueError, OSError, RuntimeError, httpx.HTTPError) as error:
        raise IndexUnavailable(f"The vector store cannot be searched: {error}") from error


@contextmanager
def chroma_for_a_while(directory: Path, url: str | None) -> Iterator[Client]:
    """As `open_chroma`; closed when the block ends."""
    client = open_chroma(directory, url)
    try:
        yield client
    finally:
        _abandon(client)


# Chroma's table of open folders is not safe in two threads at once.
_table = Lock()
_abandoned: deque[Client] = deque()


def _abandon(client: Client) -> None:
    """Close it, now or once the thread that is opening or closing another has done so.

    Never waits: the garbage collector may call it in the middle of such an opening.
    """
    _abandoned.append(client)
    _close_abandoned()


def _close_abandoned() -> None:
    while _abandoned and _table.acquire(blocking=False):
        try:
            while _abandoned:
                _close(_abandoned.popleft())
        finally:
            _table.release()


def _close(client: Client) -> None:
    client.close()
    # Chroma leaves its two connections to a server open; nobody else uses them.
    for part in (client, client._admin_client):
        if session := getattr(getattr(part, "_server", None), "_session", None):
            session.close()


def open_chroma(directory: Path, url: str | None) -> Client:
    """An embedded Chroma in the folder, or the server at `url`; telemetry is off.

    Raises:
        IndexUnavailable: the folder is damaged or the server does not answer.
    """
    try:
        with _table:
            return _client_of_server(url) if url else _client_of_folder(directory)
    except Exception as error:
        # Chroma raises its own errors, bare ValueError and those of its database alike.
        raise IndexUnavailable(
            f"The vector store at {url or directory} does not open: {error}"
        ) from error
    finally:
        _close_abandoned()


def _client_of_folder(directory: Path) -> Client:
    directory.mkdir(parents=True, exist_ok=True)
    settings = Settings(anonymized_telemetry=False)
    return cast(Client, chromadb.PersistentClient(path=str(directory), settings=settings))


def _client_of_server(url: str) -> Client:
    address = urlsplit(url)
    server = chromadb.HttpClient(
        host=address.hostname or "localhost",
        port=address.port or 8000,
        ssl=address.scheme == "https",
        settings=Settings(anonymized_telemetry=False),
    )
    return cast(Client, server)
