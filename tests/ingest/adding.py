"""Adding files to a home of a test's own, and looking at what is there then."""

from collections.abc import Callable
from pathlib import Path

from ingest.pipeline import Ingestion
from ingest.report import IngestReport, Outcome
from knowledge.added_documents import AddedDocuments
from knowledge.index_store import IndexStore
from knowledge.indexing import Indexer
from knowledge.vector_cache import VectorCache
from tests.fakes import WordOverlapEmbeddings
from tests.knowledge.samples import SMALL_CORPUS

ADDED, REPLACED = Outcome.ADDED, Outcome.REPLACED
UNCHANGED, REMOVED, FAILED = Outcome.UNCHANGED, Outcome.REMOVED, Outcome.FAILED
Add = Callable[..., list[Outcome]]
"""Adds files and folders; tells what became of each."""


def unheard(*_progress: object) -> None:
    """Nobody listens."""


def ingestion(home: Path, chunk_tokens: int = 1100) -> Ingestion:
    """The way into this home, over a small corpus."""
    documents = AddedDocuments(home / "documents")
    store = IndexStore(home / "index", None)
    cache = VectorCache(home / "vectors.sqlite", "overlap", WordOverlapEmbeddings(), None)
    indexer = Indexer(SMALL_CORPUS, documents, store, cache, "overlap", with_entries=True)
    return Ingestion(documents=documents, indexer=indexer, chunk_tokens=chunk_tokens)


def added(home: Path, *paths: Path, as_source: str | None = None) -> IngestReport:
    """Add files and folders; the report of it."""
    return ingestion(home).add(paths, as_source=as_source, on_file=unheard, on_progress=unheard)


def outcomes(report: IngestReport) -> list[Outcome]:
    """What became of each file."""
    return [file.outcome for file in report.files]


def stored(home: Path) -> dict[str, str]:
    """The beginning of each added document, by its name."""
    return {d.name: d.chunks[0].text for d in AddedDocuments(home / "documents").all()}


def searchable(home: Path) -> set[str]:
    """Names of the added documents that the live index holds."""
    chunks = IndexStore(home / "index", None).open().chunks.values()
    return {chunk.title for chunk in chunks if not chunk.is_curated}
