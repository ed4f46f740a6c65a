"""The way of a file into the knowledge base: read, clean, split, keep; then one new index."""

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path
from unicodedata import normalize

from ingest.chunking import Piece, split_blocks
from ingest.cleaning import clean_blocks
from ingest.errors import EmptyFile, FileUnreadable, IngestError
from ingest.files import FoundFile, files_of, is_folder, place_of
from ingest.loaders import load_file
from ingest.report import FileOutcome, IngestReport, Outcome
from ingest.token_count import count_tokens
from knowledge.added_documents import AddedDocument, AddedDocuments
from knowledge.documents import BETWEEN_HEADINGS, Chunk, Kind
from knowledge.errors import IndexNotSaved
from knowledge.indexing import Indexer
from knowledge.progress import Progress
from knowledge.tokens import is_japanese

OnFile = Callable[[Path, int, int], None]
"""Hears (file, number from 1, files in all) before each file."""
SPLITTING = 3
"""Version of how documents are split: what an older one split is split again when added again."""


@dataclass(frozen=True)
class Ingestion:
    """Adds and removes documents. One bad file is reported and never stops the rest."""

    documents: AddedDocuments
    indexer: Indexer
    chunk_tokens: int
    overlap_tokens: int = 100

    def warm_up(self) -> None:
        """Load what the first document would wait for: about half a second."""
        count_tokens("")
        self.indexer.warm_up()

    def add(
        self,
        paths: Sequence[Path],
        *,
        as_source: str | None = None,
        on_file: OnFile,
        on_progress: Progress,
    ) -> IngestReport:
        """Add files and the files of folders, then bring the index up to date.

        Unchanged files are skipped; a changed file replaces its former version; a document that
        was read from a folder named here and is no longer in it is removed.

        Raises:
            IndexNotSaved: files were read but the index could not be written; the old one is
                still in use and the next run makes up for it.
        """
        files = list(files_of(paths))
        outcomes: list[FileOutcome] = []
        for number, file in enumerate(files, start=1):
            on_file(file.path, number, len(files))
            done = {outcome.document_id for outcome in outcomes if outcome.document_id}
            outcomes.append(self._add_one(file, as_source, done))
        outcomes += self._remove_vanished([path for path in paths if is_folder(path)])
        self.indexer.refresh(on_progress=on_progress)
        return IngestReport(tuple(outcomes))

    def delete(self, document_id: str, *, on_progress: Progress) -> bool:
        """Remove a document and its passages; False when there is none of this id."""
        if not self.documents.delete(document_id):
            return False
        self.indexer.refresh(on_progress=on_progress)
        return True

    def _add_one(self, file: FoundFile, as_source: str | None, done: Set[str]) -> FileOutcome:
        name = shown_name(file.path)
        try:
            digest = _digest(file.path)
            document_id, before = self._place_for(file, done)
            if before and before.sha256 == digest and before.settings == self._settings(as_source):
                self._keep_place(before, file.path)
                return FileOutcome(name, Outcome.UNCHANGED, before.id, len(before.chunks))
            document = self._to_document(file.path, document_id, digest, as_source)
            self.documents.save(document)
        except IngestError as error:
            return FileOutcome(name, Outcome.FAILED, problem=error)
        except IndexNotSaved:
            raise
        except Exception as error:  # noqa: BLE001  # one file must never stop the others
            failure = IngestError(f"{name}: {error}")
            failure.__cause__ = error
            return FileOutcome(name, Outcome.FAILED, problem=failure)
        outcome = Outcome.REPLACED if before else Outcome.ADDED
        return FileOutcome(name, outcome, document.id, len(document.chunks))

    def _place_for(self, file: FoundFile, done: Set[str]) -> tuple[str, AddedDocument | None]:
        """Id for the file, and the document that it takes the place of.

        A file that was read from the same place before keeps its id, however it is named now.
        """
        path = str(place_of(file.path))
        known = next((doc for doc in self.documents.all() if doc.path == path), None)
        if known and known.id not in done:
            return known.id, known
        document_id = document_id_of(file.name)
        if document_id in done:
            document_id = document_id_of(path)
        return document_id, self.documents.get(document_id)

    def _keep_place(self, document: AddedDocument, path: Path) -> None:
        place = str(place_of(path))
        if document.path != place:
            self.documents.save(replace(document, path=place))

    def _remove_vanished(self, folders: Sequence[Path]) -> Iterator[FileOutcome]:
        places = [place_of(folder) for folder in folders]
        for document in self.documents.all():
            path = Path(document.path or "")
            # Where the folder around it is gone as well, it was only passing through: an upload.
            vanished = document.path and path.parent.is_dir() and not path.exists()
            if vanished and any(path.is_relative_to(place) for place in places):
                self.documents.delete(document.id)
                yield FileOutcome(document.name, Outcome.REMOVED, document.id)

    def _to_document(
        self, path: Path, document_id: str, digest: str, as_source: str | None
    ) -> AddedDocument:
        loaded, name = load_file(path), shown_name(path)
        pieces = split_blocks(
            clean_blocks(loaded.blocks),
            chunk_tokens=self.chunk_tokens,
            overlap=self.overlap_tokens,
            count_tokens=count_tokens,
        )
        if not pieces:
            raise EmptyFile(name)
        return AddedDocument(
            id=document_id,
            name=name,
            sha256=digest,
            added_at=datetime.now(UTC).isoformat(timespec="seconds"),
            pages=loaded.pages,
            as_source=as_source,
            chunks=tuple(
                _to_chunk(piece, document_id, position, name)
                for position, piece in enumerate(pieces)
            ),
            path=str(place_of(path)),
            settings=self._settings(as_source),
        )

    def _settings(self, as_source: str | None) -> str:
        return f"{SPLITTING}/{self.chunk_tokens}/{self.overlap_tokens}/{as_source or ''}"


def document_id_of(file_name: str) -> str:
    """A stable, readable id: Latin letters of the name and a short hash of all of it.

    The same name gives the same id on every system, though some write ガ as カ and a mark.
    """
    composed = normalize("NFC", file_name)
    stem = normalize("NFKC", Path(composed).stem).lower()
    readable = re.sub(r"[^a-z0-9]+", "-", stem).strip("-")[:40] or "document"
    # Names from other systems may hold bytes that are no text here.
    digest = sha256(composed.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return f"doc-{readable}-{digest}"


def shown_name(path: Path) -> str:
    """The file's name as people read it; bytes that are no text are replaced."""
    return normalize("NFC", path.name.encode("utf-8", "replace").decode("utf-8"))


def _to_chunk(piece: Piece, document_id: str, position: int, name: str) -> Chunk:
    unit = f"{document_id}#{position}"
    return Chunk(
        id=unit,
        source=document_id,
        entry_id=unit,
        language="ja" if is_japanese(piece.text) else "en",
        title=name,
        heading=BETWEEN_HEADINGS.join(piece.headings),
        pages=piece.pages,
        text=piece.text,
        repeated_lines=piece.repeated_lines,
        kind=Kind.DOCUMENT,
    )


def _digest(path: Path) -> str:
    try:
        # A pipe or a device would be waited for without end.
        if path.exists() and not path.is_file():
            raise FileUnreadable(f"{path.name}: this is no file")
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileUnreadable(f"{path.name}: {error}") from error
