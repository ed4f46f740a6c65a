"""Put the parts of search together. The only module here that names every concrete class."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from langchain_core.embeddings import Embeddings

from knowledge.added_documents import AddedDocuments
from knowledge.bundled_model import FOLDER_NAME, unpacked_model
from knowledge.corpus import Corpus, load_corpus
from knowledge.embeddings import SentenceTransformerEmbeddings
from knowledge.errors import ModelUnavailable
from knowledge.expansion import Expansion
from knowledge.forms import Form, load_forms
from knowledge.gaps import Gap, load_gaps
from knowledge.glossary import Glossary, load_glossary
from knowledge.index_store import IndexStore
from knowledge.indexing import Indexer
from knowledge.last_layers import LastLayers
from knowledge.lexicon import read_lexicon
from knowledge.model_version import version_in
from knowledge.names_by_sound import NamesBySound
from knowledge.reranking import CrossEncoderReranker, FusedOrder, Reranker
from knowledge.retrieval import HybridRetriever, QueryEmbeddings, Retriever, Tuning
from knowledge.service_types import ServiceTypes, load_service_types
from knowledge.settings import BUNDLED_KNOWLEDGE, KnowledgeSettings
from knowledge.spelling import Spelling, spelling_of
from knowledge.vector_cache import VectorCache

logger = logging.getLogger(__name__)


class LazyEmbeddings(Embeddings):
    """Loads the model at the first text: most commands never need it."""

    def __init__(self, load: Callable[[], SentenceTransformerEmbeddings]) -> None:
        self._load = load
        self._loading = Lock()
        self._loaded: SentenceTransformerEmbeddings | None = None
        self._readers: list[Callable[[SentenceTransformerEmbeddings], object]] = []

    @property
    def loaded(self) -> SentenceTransformerEmbeddings:
        """The model; the first questions of a service come at once, and load it only once."""
        with self._loading:
            if self._loaded is None:
                self._loaded = self._load()
                for make in self._readers:
                    make(self._loaded)
            return self._loaded

    def embed_query(self, text: str) -> list[float]:
        return self.loaded.embed_query(text)

    def embed_queries(self, texts: Sequence[str]) -> list[list[float]]:
        return self.loaded.embed_queries(texts)

    def prepare(self, texts: Sequence[str]) -> None:
        self.loaded.prepare(texts)

    def reader(self, layers: LastLayers) -> Callable[[str], list[float]]:
        """Made when the model is loaded: the first question need not wait for it."""
        read = cache(lambda model: model.reader(layers))
        self._readers.append(read)
        return lambda text: read(self.loaded)(text)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self.loaded.embed_documents(texts)

    def embed_passages(
        self, texts: Sequence[str], *, on_progress: Callable[[int], None]
    ) -> list[list[float]]:
        return self.loaded.embed_passages(texts, on_progress=on_progress)


@dataclass(frozen=True)
class Knowledge:
    """Everything that other packages use of this one."""

    settings: KnowledgeSettings
    corpus: Corpus
    glossary: Glossary
    forms: Mapping[str, Form]
    service_types: ServiceTypes
    documents: AddedDocuments
    store: IndexStore
    indexer: Indexer
    embeddings: QueryEmbeddings
    retriever: Retriever
    spelling: Spelling
    gaps: tuple[Gap, ...] = ()
    """What the entries are known to leave open."""


def build_knowledge(settings: KnowledgeSettings | None = None) -> Knowledge:
    """Wire search for these settings; reads the entries, loads no model yet.

    Raises:
        EntryUnreadable, SourcesUnreadable: a bundled file was damaged.
    """
    settings = settings or KnowledgeSettings()
    corpus, glossary = load_corpus(BUNDLED_KNOWLEDGE), load_glossary(BUNDLED_KNOWLEDGE)
    expansion = Expansion(glossary, read_lexicon(BUNDLED_KNOWLEDGE / "lexicon.json"))
    documents = AddedDocuments(settings.home / "documents")
    store = IndexStore(settings.home / "index", settings.chroma_url)
    embeddings = LazyEmbeddings(lambda: _load_embeddings(settings))
    identity = model_identity(settings)
    cache = VectorCache(
        settings.home / "vectors.sqlite", identity, embeddings, shipped_vectors(identity)
    )
    retriever = HybridRetriever(store, embeddings, expansion, _reranker(settings), Tuning())
    return Knowledge(
        settings=settings,
        corpus=corpus,
        glossary=glossary,
        forms=load_forms(BUNDLED_KNOWLEDGE),
        service_types=load_service_types(BUNDLED_KNOWLEDGE),
        documents=documents,
        store=store,
        indexer=Indexer(corpus, documents, store, cache, identity, settings.bundled_entries),
        embeddings=embeddings,
        retriever=retriever,
        spelling=spelling_of(
            corpus.entries, glossary, retriever.knows, NamesBySound(documents).written
        ),
        gaps=load_gaps(BUNDLED_KNOWLEDGE),
    )


def model_identity(settings: KnowledgeSettings) -> str:
    """Name under which vectors are kept: another model never sees them.

    The packaged model's never changes, for the shipped vectors are kept under it.
    """
    if not settings.embedding_model:
        return FOLDER_NAME
    folder = Path(settings.embedding_model)
    return version_in(folder) if folder.is_dir() else settings.embedding_model


def shipped_vectors(identity: str) -> Path | None:
    """The array of the bundled entries' vectors; only the packaged model has one."""
    return BUNDLED_KNOWLEDGE / "vectors" / f"{identity}.npz" if identity == FOLDER_NAME else None


def _load_embeddings(settings: KnowledgeSettings) -> SentenceTransformerEmbeddings:
    if settings.embedding_model:
        return SentenceTransformerEmbeddings(settings.embedding_model, threads=settings.threads)
    folder = unpacked_model(settings.home)
    try:
        return SentenceTransformerEmbeddings(str(folder), threads=settings.threads)
    except ModelUnavailable as error:
        # A power cut can leave files of the folder empty; the package has them still.
        logger.warning("%s: unpacking it again", error)
        folder = unpacked_model(settings.home, anew=True)
        return SentenceTransformerEmbeddings(str(folder), threads=settings.threads)


def _reranker(settings: KnowledgeSettings) -> Reranker:
    if settings.reranking_model:
        return CrossEncoderReranker(settings.reranking_model)
    return FusedOrder()
