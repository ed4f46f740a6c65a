"""The way of a file into the knowledge base: read, clean, split, keep; then one new index."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from ingest.blocks import LoadedFile
from ingest.chunking import Piece, split_blocks
from ingest.cleaning import clean_blocks
from ingest.errors import FileUnreadable, IngestError
from ingest.loaders import SUFFIXES, load_file
from ingest.report import FileOutcome, IngestReport, Outcome
from ingest.token_count import count_tokens
from knowledge.added_documents import AddedDocument, AddedDocuments
from knowledge.documents import Chunk, Kind
from knowledge.errors import IndexNotSaved
from knowledge.index_store import Progress
from knowledge.indexing import Indexer
from knowledge.tokens import is_japanese

OnFile = Callable[[Path, int, int], None]
"""Hears (file, number from 1, files in all) before each file."""


@dataclass(frozen=True)
class Ingestion:
    """Adds and removes documents. One bad file is reported and never stops the rest."""

    documents: AddedDocuments
    indexer: Indexer
    chunk_tokens: int
    overlap_tokens: int = 100

    def add(
        self,
        paths: Sequence[Path],
        *,
        as_source: str | None = None,
        on_file: OnFile,
        on_progress: Progress,
    ) -> IngestReport:
        """Add files and the files of folders, then bring the index up to date.

        Unchanged files are skipped; a changed file replaces its former version.

        Raises:
            IndexNotSaved: files were read but the index could not be written; the old one is
                still in use and the next run makes up for it.
        """
        files = list(files_of(paths))
        outcomes = []
        for number, path in enumerate(files, start=1):
            on_file(path, number, len(files))
            outcomes.append(self._add_one(path, as_source))
        self.indexer.refresh(on_progress=on_progress)
        return IngestReport(tuple(outcomes))

    def delete(self, document_id: str, *, on_progress: Progress) -> bool:
        """Remove a document and its passages; False when there is none of this id."""
        if not self.documents.delete(document_id):
            return False
        self.indexer.refresh(on_progress=on_progress)
        return True

    def _add_one(self, path: Path, as_source: str | None) -> FileOutcome:
        try:
            digest = _digest(path)
            document_id = document_id_of(path.name)
            before = self.documents.get(document_id)
            if before and before.sha256 == digest and before.settings == self._settings(as_source):
                return FileOutcome(path.name, Outcome.UNCHANGED, before.id, len(before.chunks))
            document = self._to_document(path, document_id, digest, load_file(path), as_source)
            self.documents.save(document)
        except IngestError as error:
            return FileOutcome(path.name, Outcome.FAILED, problem=error)
        except IndexNotSaved:
            raise
        except Exception as error:  # noqa: BLE001  # one file must never stop the others
            failure = IngestError(f"{path.name}: {error}")
            failure.__cause__ = error
            return FileOutcome(path.name, Outcome.FAILED, problem=failure)
        outcome = Outcome.REPLACED if before else Outcome.ADDED
        return FileOutcome(path.name, outcome, document.id, len(document.chunks))

    def _to_document(
        self, path: Path, document_id: str, digest: str, loaded: LoadedFile, as_source: str | None
    ) -> AddedDocument:
        pieces = split_blocks(
            clean_blocks(loaded.blocks),
            chunk_tokens=self.chunk_tokens,
            overlap=self.overlap_tokens,
            count_tokens=count_tokens,
        )
        return AddedDocument(
            id=document_id,
            name=path.name,
            sha256=digest,
            added_at=datetime.now(UTC).isoformat(timespec="seconds"),
            pages=loaded.pages,
            as_source=as_source,
            chunks=tuple(
                _to_chunk(piece, document_id, position, path.name)
                for position, piece in enumerate(pieces)
            ),
            path=str(path.resolve()),
            settings=self._settings(as_source),
        )

    def _settings(self, as_source: str | None) -> str:
        return f"{self.chunk_tokens}/{self.overlap_tokens}/{as_source or ''}"


def files_of(paths: Iterable[Path]) -> Iterable[Path]:
    """The files named, and those of supported formats in the folders named, without repeats."""
    seen: set[Path] = set()
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            wanted = file == path or (file.suffix.lower() in SUFFIXES and file.is_file())
            hidden = file != path and any(part.startswith((".", "~$")) for part in file.parts[-2:])
            if wanted and not hidden and file.resolve() not in seen:
                seen.add(file.resolve())
                yield file


def document_id_of(file_name: str) -> str:
    """A stable, readable id: Latin letters of the name and a short hash of all of it."""
    stem = normalize("NFKC", Path(file_name).stem).lower()
    readable = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:40] or "document"
    return f"doc-{readable}-{sha256(file_name.encode()).hexdigest()[:8]}"


def _to_chunk(piece: Piece, document_id: str, position: int, name: str) -> Chunk:
    unit = f"{document_id}#{position}"
    return Chunk(
        id=unit,
        source=document_id,
        entry_id=unit,
        language="ja" if is_japanese(piece.text) else "en",
        title=name,
        heading=" ＞ ".join(piece.headings),
        pages=piece.pages,
        text=piece.text,
        kind=Kind.DOCUMENT,
    )


def _digest(path: Path) -> str:
    digest = sha256()
    try:
        with path.open("rb") as file:
            while part := file.read(1 << 20):
                digest.update(part)
    except OSError as error:
        raise FileUnreadable(f"{path.name}: {error}") from error
    return digest.hexdigest()
