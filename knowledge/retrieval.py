"""From a question to passages: three arms, fused by rank, then filters and a second look."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

from knowledge.document_names import is_named
from knowledge.documents import Audience, Chunk, Language, Passage
from knowledge.expansion import Expanded, Expansion
from knowledge.fusion import Scored, fuse_rankings, lift_neighbours, ranks
from knowledge.index_store import IndexStore, SearchIndex
from knowledge.last_layers import LastLayers
from knowledge.matches import matches_of, placed
from knowledge.reranking import Reranker
from knowledge.series import Bearing, Place, bearing, places_in_series
from knowledge.windows import subject_of


@dataclass(frozen=True, slots=True)
class Filters:
    """What the asker wants to see."""

    audience: Audience | None = None
    """Side of the table: its passages come first, others are not lost."""
    sources: frozenset[str] = frozenset()
    """Only these sources; empty means all."""


NO_FILTERS = Filters()
_WINDOWS_EACH = 3
"""An entry has several windows: as many entries are found only if more windows are."""


class Retriever(Protocol):
    """Finds passages for a question."""

    def search(
        self, question: str, *, limit: int, language: Language, filters: Filters = NO_FILTERS
    ) -> Sequence[Passage]:
        """The best passages first, in the asked language where they exist in it.

        No entry stands twice. Empty when nothing fits.

        Raises:
            IndexMissing, IndexUnavailable: see knowledge.errors.
        """

    def prepare(self, searched: Sequence[str], read: Sequence[str]) -> None:
        """Tell what `search`, and what else `vector` will be asked: together it takes less time."""

    def vector(self, question: str) -> Sequence[float]:
        """The question's meaning, of unit length; costs nothing after it was searched for."""

    def reader(self, layers: LastLayers) -> Callable[[str], Sequence[float]]:
        """What reads questions with these last layers: the mean of the last states of a question's
        tokens. After it was searched for, the layers before them cost nothing."""

    def rarity(self, words: Sequence[str]) -> Sequence[float]:
        """How telling each word is: its inverse document frequency in what is searched."""

    def knows(self, words: Sequence[str]) -> Sequence[bool]:
        """Whether each word stands anywhere in what is searched."""

    def told(self, words: Sequence[str], passages: Sequence[Passage]) -> Sequence[bool]:
        """Whether each word stands in any of these passages: in its text in either language, in its
        title, or in the users' questions that it answers."""

    def passage(self, entry_id: str, *, language: Language) -> Passage | None:
        """The passage of this entry or chunk of an added document, unscored; None if unknown."""


class QueryEmbeddings(Protocol):
    """What turns a question into a vector."""

    def embed_queries(self, texts: Sequence[str], /) -> list[list[float]]:
        """One unit vector for each wording."""

    def prepare(self, texts: Sequence[str], /) -> None:
        """The wordings of several questions at once; asked for them after that, it answers at
        once."""

    def reader(self, layers: LastLayers, /) -> Callable[[str], list[float]]:
        """What reads a question with these last layers: the mean of its tokens' last states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuning:
    """Weights of retrieval, chosen on the development questions (docs/decisions)."""

    weights: Mapping[str, float] = field(
        default_factory=lambda: {
            "passages": 1.0,
            "questions": 0.8,
            "keywords": 2.0,
            "passages-translated": 1.0,
        }
    )
    own_wording: float = 0.5
    """What the passages' arm keeps of its weight beside a wording with Japanese words: the model
    matches across languages less well than within one."""
    neighbours: float = 0.2
    """Share of its best neighbour's score that a passage of an added document gains."""
    audience_bonus: float = 0.06
    """Share of the best score that a passage for the asker's side gains."""
    named_bonus: float = 0.3
    """Share of the best score that passages of an added document gain that the question names."""
    bearings: Mapping[Bearing, float] = field(
        default_factory=lambda: {Bearing.JUST_THESE: 0.1, Bearing.ANOTHER: -0.3, Bearing.OPEN: 0.0}
    )
    """Shares of the best score that passages gain or lose for what they are about, where a place in
    a series is asked for: step 2, not step 3."""
    width: int = 60
    """Hits taken from each arm before fusion."""


class HybridRetriever:
    """Meaning of passages, meaning of users' questions, and keywords."""

    def __init__(
        self,
        store: IndexStore,
        embeddings: QueryEmbeddings,
        expansion: Expansion,
        reranker: Reranker,
        tuning: Tuning,
    ) -> None:
        self._store = store
        self._embeddings = embeddings
        self._expansion = expansion
        self._reranker = reranker
        self._tuning = tuning
        self._opened: SearchIndex | None = None
        self._opening = Lock()
        self._beside = ThreadPoolExecutor(thread_name_prefix="search")

    def search(
        self, question: str, *, limit: int, language: Language, filters: Filters = NO_FILTERS
    ) -> list[Passage]:
        index = self._live_index()
        expanded = self._expansion.expand(question)
        width = self._tuning.width * (5 if filters.sources else 1)
        vectors = self._embeddings.embed_queries(expanded.wordings)
        # The store works outside of Python: two searches at a time.
        of_questions = self._beside.submit(index.questions.search, vectors[0], limit=width)
        asked, *translated = index.passages.search_each(vectors, limit=width * _WINDOWS_EACH)
        by_words = _by_words(index, expanded, filters.sources, limit=width)
        hits = {"passages": asked, "questions": of_questions.result()}
        if translated:
            hits["passages-translated"] = translated[0]
        windows_of_arms = {name: placed(found, index) for name, found in hits.items()}
        arms = {
            name: _best_of_units((window.unit, window.similarity) for window in windows)
            for name, windows in windows_of_arms.items()
        }
        arms["keywords"] = by_words
        scores = self._fused(arms)
        matches, places = matches_of(windows_of_arms), ranks(arms)
        chunks = {unit: _in_language(index.units[unit], language) for unit in scores}
        best = self._for_asker(question, scores, chunks, filters)[: limit * 2]
        found = [
            Passage(
                chunk=chunks[unit],
                score=score,
                similarity=matches.similarity.get(unit, 0.0),
                ranks=places[unit],
                windows=matches.windows.get(unit, {}),
            )
            for unit, score in best
        ]
        return self._reranker.rerank(question, found)[:limit]

    def _fused(self, arms: Mapping[str, Sequence[Scored]]) -> dict[str, float]:
        weights = dict(self._tuning.weights)
        if "passages-translated" in arms:
            weights["passages"] = weights.get("passages", 1.0) * self._tuning.own_wording
        scores = fuse_rankings(arms, weights, floors={"keywords": 0.0})
        return lift_neighbours(scores, _beside, self._tuning.neighbours)

    def prepare(self, searched: Sequence[str], read: Sequence[str]) -> None:
        wordings = [w for text in searched for w in self._expansion.expand(text).wordings]
        self._embeddings.prepare([*wordings, *map(self._expansion.corrected, read)])

    def vector(self, question: str) -> list[float]:
        return self._embeddings.embed_queries([self._expansion.corrected(question)])[0]

    def reader(self, layers: LastLayers) -> Callable[[str], list[float]]:
        read = self._embeddings.reader(layers)
        return lambda question: read(self._expansion.corrected(question))

    def rarity(self, words: Sequence[str]) -> list[float]:
        return self._live_index().keywords.rarity(words)

    def knows(self, words: Sequence[str]) -> list[bool]:
        keywords = self._live_index().keywords
        return self._or_translated(words, keywords.knows)

    def told(self, words: Sequence[str], passages: Sequence[Passage]) -> list[bool]:
        index = self._live_index()
        units = {passage.chunk.entry_id for passage in passages}
        ids = {chunk.id for unit in units for chunk in index.units.get(unit, ())}
        return self._or_translated(words, lambda wanted: index.keywords.told(wanted, ids))

    def _or_translated(
        self, words: Sequence[str], stands: Callable[[Sequence[str]], Sequence[bool]]
    ) -> list[bool]:
        """A word also counts when its likeliest translation stands there."""
        translations = self._expansion.lexicon.translations
        return [
            itself or any(stands([other for other, _ in translations.get(word, ())[:1]]))
            for word, itself in zip(words, stands(words), strict=True)
        ]

    def passage(self, entry_id: str, *, language: Language) -> Passage | None:
        chunks = self._live_index().units.get(entry_id)
        return Passage(chunk=_in_language(chunks, language), score=0.0) if chunks else None

    def _for_asker(
        self,
        question: str,
        scores: Mapping[str, float],
        chunks: Mapping[str, Chunk],
        filters: Filters,
    ) -> list[Scored]:
        """Units of the asked sources, best first; what is for the asker's side or named a little
        higher."""
        best = max(scores.values(), default=0.0)
        asked = places_in_series(question)
        kept = [
            (unit, score + best * self._bonus(question, asked, chunks[unit], filters))
            for unit, score in scores.items()
            if not filters.sources or chunks[unit].source in filters.sources
        ]
        return sorted(kept, key=lambda found: (-found[1], chunks[found[0]].id))

    def _bonus(
        self, question: str, asked: frozenset[Place], chunk: Chunk, filters: Filters
    ) -> float:
        for_asker = self._tuning.audience_bonus if filters.audience in chunk.audience else 0.0
        named = self._tuning.named_bonus if is_named(chunk, question) else 0.0
        about = self._tuning.bearings[bearing(subject_of(chunk), asked)] if asked else 0.0
        return for_asker + named + about

    def _live_index(self) -> SearchIndex:
        """The generation in use now: another process may have swapped in a new one, which is opened
        once, however many ask."""
        opened = self._opened
        if opened is not None and opened.generation == self._store.live_generation():
            return opened
        with self._opening:
            opened = self._opened
            if opened is None or opened.generation != self._store.live_generation():
                opened = self._opened = self._store.open()
            return opened


def _by_words(
    index: SearchIndex, expanded: Expanded, sources: frozenset[str], *, limit: int
) -> list[Scored]:
    """Of these sources alone, if there are any: a small document would stand behind all others."""
    chunks = index.chunks
    among = [c.id for c in chunks.values() if c.source in sources] if sources else None
    words = index.keywords.search(
        expanded.words, limit=limit, weights=expanded.weights, among=among
    )
    return _best_of_units((chunks[key].entry_id, score) for key, score in words if key in chunks)


def _best_of_units(scored: Iterable[Scored]) -> list[Scored]:
    """Entries with the score of their best chunk: both languages of an entry are one unit."""
    best: dict[str, float] = {}
    for unit, score in scored:
        best.setdefault(unit, score)
    return list(best.items())


def _in_language(chunks: Sequence[Chunk], language: Language) -> Chunk:
    return next((chunk for chunk in chunks if chunk.language == language), chunks[0])


def _beside(unit: str) -> list[str]:
    """The stretches before and after one of an added document (`<document id>#<position>`)."""
    document, mark, position = unit.rpartition("#")
    if not mark or not position.isdecimal():
        return []
    return [f"{document}#{int(position) + step}" for step in (-1, 1)]
