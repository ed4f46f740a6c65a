"""Documents that users added, as they were split: one file each, written in whole or not at all."""

import json
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from knowledge.documents import Bilingual, Chunk, Kind, Source
from knowledge.errors import IndexNotSaved

FORMAT = 1
_NAME_BYTES = "surrogateescape"
"""Keeps the bytes of a file name that are no text, so that the file can be found again."""
_PARTIAL = ".partial"
_ABANDONED_SECONDS = 24 * 3600
_Version = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedDocument:
    """One ingested file."""

    id: str
    """From the file name; stable when the file is ingested again."""
    name: str
    """The file's name as the user knows it."""
    sha256: str
    """Of the file's bytes: an unchanged file is not read twice."""
    added_at: str
    """ISO 8601, UTC."""
    pages: int | None
    """Number of pages, slides or sheets; None where the format has none."""
    as_source: str | None
    """Key of the official document that this file is, when the user said so."""
    chunks: tuple[Chunk, ...]
    path: str | None = None
    """Where it was read from, to recognise it in a folder ingested again."""
    settings: str = ""
    """How it was split: other settings make it worth splitting again."""

    def as_source_record(self) -> Source:
        """The document as something that citations can name."""
        return Source(
            key=self.id,
            title=Bilingual(self.name, self.name),
            publisher=Bilingual("追加した文書", "Added document"),
            published=self.added_at[:10],
            authority="user",
        )


class AddedDocuments:
    """The folder that holds them."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._read: dict[Path, tuple[_Version, AddedDocument | None]] = {}

    def all(self) -> list[AddedDocument]:
        """Every readable document, in order of id; a damaged file is skipped, not fatal."""
        return list(self._read_all())

    def get(self, document_id: str) -> AddedDocument | None:
        """The one with this id; the others are looked at only where its own file is not it."""
        own = self._own(document_id)
        return own or next((doc for doc in self._read_all() if doc.id == document_id), None)

    def save(self, document: AddedDocument) -> None:
        """Write or replace; raises IndexNotSaved and keeps the old file when the disk is full."""
        temporary = ""
        try:
            self._directory.mkdir(parents=True, exist_ok=True)
            self._remove_abandoned()
            handle, temporary = tempfile.mkstemp(dir=self._directory, suffix=_PARTIAL)
            with os.fdopen(handle, "w", encoding="utf-8", errors=_NAME_BYTES) as file:
                json.dump({"format": FORMAT, **asdict(document)}, file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(self._path(document.id))
        except (OSError, ValueError) as error:
            if temporary:
                Path(temporary).unlink(missing_ok=True)
            raise IndexNotSaved(f"{document.name} could not be saved: {error}") from error

    def delete(self, document_id: str) -> bool:
        """Remove one; False when there was none, IndexNotSaved when it cannot be removed."""
        if self.get(document_id) is None:
            return False
        try:
            self._path(document_id).unlink(missing_ok=True)
        except OSError as error:
            raise IndexNotSaved(f"{document_id} could not be removed: {error}") from error
        return True

    def _path(self, document_id: str) -> Path:
        return self._directory / f"{document_id}.json"

    def _own(self, document_id: str) -> AddedDocument | None:
        path = self._path(document_id)
        if path.parent != self._directory:
            return None
        # An id from outside may be no name of a file at all.
        with suppress(OSError, ValueError):
            self._read[path] = self._as_it_is(path)
            document = self._read[path][1]
            return document if document and document.id == document_id else None
        return None

    def _read_all(self) -> Iterator[AddedDocument]:
        seen = {}
        for path in sorted(self._directory.glob("*.json")):
            # What cannot be read now is tried again: only what was read is remembered.
            with suppress(OSError):
                seen[path] = self._as_it_is(path)
        self._read = seen
        yield from (document for _, document in seen.values() if document)

    def _as_it_is(self, path: Path) -> tuple[_Version, AddedDocument | None]:
        """Documents are large and citations ask for them often: read again only when changed."""
        version = _version(path)
        known = self._read.get(path)
        return known if known and known[0] == version else (version, _read_document(path))

    def _remove_abandoned(self) -> None:
        """Half-written files of processes that were killed."""
        yesterday = time.time() - _ABANDONED_SECONDS
        for path in self._directory.glob(f"*{_PARTIAL}"):
            with suppress(OSError):
                if path.stat().st_mtime < yesterday:
                    path.unlink()


def _version(path: Path) -> _Version:
    """Differs after each save: the file is another one, whatever its time and size."""
    status = path.stat()
    return status.st_ino, status.st_mtime_ns, status.st_size


def _read_document(path: Path) -> AddedDocument | None:
    """None for a damaged one; raises OSError when it cannot be read."""
    text = path.read_text(encoding="utf-8", errors=_NAME_BYTES)
    try:
        raw = json.loads(text)
        if raw.pop("format", None) != FORMAT:
            return None
        chunks = tuple(chunk_from_json(chunk) for chunk in raw.pop("chunks"))
        return AddedDocument(**raw, chunks=chunks)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def chunk_from_json(raw: dict[str, Any]) -> Chunk:
    """The inverse of `dataclasses.asdict` after a trip through JSON."""
    return Chunk(
        **{
            **raw,
            "pages": tuple(raw["pages"]),
            "audience": tuple(raw["audience"]),
            "kind": Kind(raw["kind"]),
        }
    )
