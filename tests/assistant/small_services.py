"""The whole assistant around a knowledge base of ten entries, without an embedding model."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from assistant.answerability import Answerability, Network
from assistant.settings import AssistantSettings
from assistant.shared_words import shared_words
from assistant.signs import SupportWeights
from assistant.wiring import Services, assemble_services
from assistant.word_pairs import PLACES, WordPairs
from knowledge.added_documents import AddedDocuments
from knowledge.corpus import Corpus, load_corpus
from knowledge.documents import Chunk, Kind, Language, Passage
from knowledge.expansion import Expansion
from knowledge.forms import Form, load_forms
from knowledge.glossary import Glossary, load_glossary
from knowledge.index_store import IndexStore
from knowledge.indexing import Indexer
from knowledge.lexicon import Lexicon, read_lexicon
from knowledge.names_by_sound import NamesBySound
from knowledge.reranking import FusedOrder
from knowledge.retrieval import HybridRetriever, Tuning
from knowledge.service_types import ServiceTypes, load_service_types
from knowledge.settings import BUNDLED_KNOWLEDGE, KnowledgeSettings
from knowledge.spelling import spelling_of
from knowledge.vector_cache import VectorCache
from knowledge.wiring import Knowledge
from tests.fakes import DIMENSIONS, WordOverlapEmbeddings

FOLDER = Path(__file__).parent / "small_knowledge"
CHOISOKO = "points-2026/choisoko"
CHOISOKO_90 = "kentokai-1/choisoko-municipalities-90"
UETAN = "points-2026/uetan-numbers"
EXISTING_WELFARE = "points-2026/existing-services-municipality"
EXISTING_COMPANY = "points-2026/existing-services-company"
KPI = "points-2026/common-kpi-municipality"
CONCEPT = "points-2026/concept"
DEMENTIA = "points-2026/dementia-missing-watch"
EVENT = "pf-tebiki-2026/event-how-to-run"
OPINION = "pf-tebiki-2026/roundtable-yamagiwa-success"

# Cosines of a fake say nothing: here a question is answered when enough of its words are found.
BY_SHARED_WORDS = SupportWeights(
    bias=-4.0, weights={"coverage": 10.0, "names": -3.0, "years": -3.0}, threshold=0.5
)
_KINDS = ("answerable", "gap", "off_topic")


def always(kind: str, gap_id: str = "a/gap") -> Answerability:
    """Holds every question for one of this kind."""
    flat = np.zeros(DIMENSIONS, np.float32)
    network = Network(
        flat,
        flat + 1,
        np.zeros((DIMENSIONS, 1), np.float32),
        np.zeros(1, np.float32),
        np.zeros((1, len(_KINDS)), np.float32),
        np.array([9.0 if one == kind else 0.0 for one in _KINDS], np.float32),
    )
    known = np.zeros((1, DIMENSIONS), np.int8)
    nothing = WordPairs(np.zeros(PLACES, np.float32), 0.0)
    return Answerability((network,), _KINDS, known, (gap_id,), shared_words([["fare"]]), nothing)


@cache
def small_corpus() -> Corpus:
    return load_corpus(FOLDER)


@cache
def glossary() -> Glossary:
    return load_glossary(BUNDLED_KNOWLEDGE)


@cache
def _forms() -> Mapping[str, Form]:
    return load_forms(BUNDLED_KNOWLEDGE)


@cache
def _service_types() -> ServiceTypes:
    return load_service_types(BUNDLED_KNOWLEDGE)


@cache
def _lexicon() -> Lexicon:
    return read_lexicon(BUNDLED_KNOWLEDGE / "lexicon.json")


def small_knowledge(home: Path, embeddings: WordOverlapEmbeddings | None = None) -> Knowledge:
    """Ten entries, their index under `home`, not built yet."""
    embeddings = embeddings or WordOverlapEmbeddings()
    settings = KnowledgeSettings(home=home)
    documents = AddedDocuments(home / "documents")
    store = IndexStore(home / "index", None)
    cache_ = VectorCache(home / "vectors.sqlite", "overlap", embeddings, None)
    expansion = Expansion(glossary(), _lexicon())
    retriever = HybridRetriever(store, embeddings, expansion, FusedOrder(), Tuning())
    return Knowledge(
        settings=settings,
        corpus=small_corpus(),
        glossary=glossary(),
        forms=_forms(),
        service_types=_service_types(),
        documents=documents,
        store=store,
        indexer=Indexer(small_corpus(), documents, store, cache_, "overlap", with_entries=True),
        embeddings=embeddings,
        retriever=retriever,
        spelling=spelling_of(
            small_corpus().entries, glossary(), retriever.knows, NamesBySound(documents).written
        ),
    )


def small_services(
    home: Path,
    settings: AssistantSettings | None = None,
    embeddings: WordOverlapEmbeddings | None = None,
) -> Services:
    """Everything that the API works with; the index is not built yet."""
    settings = settings or AssistantSettings(home=home)
    services = assemble_services(settings, small_knowledge(home, embeddings))
    assistant = services.assistant
    judge = replace(assistant.judge, weights=BY_SHARED_WORDS)
    return replace(services, assistant=replace(assistant, judge=judge))


def indexed_services(home: Path, settings: AssistantSettings | None = None) -> Services:
    """The same with its index built."""
    services = small_services(home, settings)
    services.knowledge.indexer.refresh(on_progress=lambda *_: None)
    return services


def passage_of(entry_id: str, language: Language, *, score: float = 1.0) -> Passage:
    """An entry as it is found."""
    chunks = {chunk.id: chunk for chunk in small_corpus().chunks()}
    return Passage(chunk=chunks[f"{entry_id}@{language}"], score=score, similarity=0.9)


def document_passage(text: str, *, language: Language = "ja", position: int = 0) -> Passage:
    """A passage of a document that a user added."""
    unit = f"doc-plan-12345678#{position}"
    chunk = Chunk(
        id=unit,
        source="doc-plan-12345678",
        entry_id=unit,
        language=language,
        title="計画.pdf",
        heading="第1章 移動支援",
        pages=(3,),
        text=text,
        kind=Kind.DOCUMENT,
    )
    return Passage(chunk=chunk, score=0.5, similarity=0.85)
