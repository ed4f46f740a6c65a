"""Parts that behave like the real ones, without a model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import sqrt
from zlib import crc32

from langchain_core.embeddings import Embeddings

from knowledge.documents import Language, Passage
from knowledge.errors import ModelUnavailable
from knowledge.last_layers import LastLayers
from knowledge.retrieval import NO_FILTERS, Filters
from knowledge.tokens import tokenise

DIMENSIONS = 384
_ALIKE = sqrt(3.0)
"""A component that all texts share: cosines lie between 0.75 and 1, as those of e5 do."""


class WordOverlapEmbeddings(Embeddings):
    """Texts that share words, Japanese or English, lie close together: enough meaning for a test."""

    def __init__(self) -> None:
        self.embedded: list[str] = []
        """Passages that were embedded, in order: what a cache should spare."""

    def embed_query(self, text: str) -> list[float]:
        vector = [0.0] * DIMENSIONS
        for word in dict.fromkeys(tokenise(text)):
            vector[1 + crc32(word.encode()) % (DIMENSIONS - 1)] += 1.0
        length = sqrt(sum(value * value for value in vector)) or 1.0
        own = [value / length for value in vector]
        own[0] = _ALIKE
        return [value / sqrt(1 + _ALIKE**2) for value in own]

    def embed_queries(self, texts: Sequence[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def prepare(self, texts: Sequence[str]) -> None:
        """Nothing takes long here."""

    def reader(self, layers: LastLayers) -> Callable[[str], list[float]]:
        return self.embed_query

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self.embed_passages(texts, on_progress=lambda _done: None)

    def embed_passages(
        self, texts: Sequence[str], *, on_progress: Callable[[int], None]
    ) -> list[list[float]]:
        self.embedded += texts
        on_progress(len(texts))
        return self.embed_queries(texts)


class MissingModelEmbeddings(WordOverlapEmbeddings):
    """A model that does not load, as when its folder was removed."""

    def embed_queries(self, texts: Sequence[str]) -> list[list[float]]:
        raise ModelUnavailable("The embedding model cannot be loaded")


@dataclass
class FixedRetriever:
    """Always finds the same passages, and remembers what it was asked."""

    passages: Sequence[Passage] = ()
    questions: list[str] = field(default_factory=list)
    filters: list[Filters] = field(default_factory=list)
    error: Exception | None = None

    def search(
        self, question: str, *, limit: int, language: Language, filters: Filters = NO_FILTERS
    ) -> list[Passage]:
        self.questions.append(question)
        self.filters.append(filters)
        if self.error:
            raise self.error
        found = [p for p in self.passages if p.chunk.language == language]
        return (found or list(self.passages))[:limit]

    def reader(self, layers: LastLayers) -> Callable[[str], Sequence[float]]:
        return self.vector

    def prepare(self, searched: Sequence[str], read: Sequence[str]) -> None:
        if self.error:
            raise self.error

    def vector(self, question: str) -> list[float]:
        return [1.0]

    def rarity(self, words: Sequence[str]) -> list[float]:
        return [1.0 for _ in words]

    def knows(self, words: Sequence[str]) -> list[bool]:
        return self.told(words, self.passages)

    def told(self, words: Sequence[str], passages: Sequence[Passage]) -> list[bool]:
        said = {word for passage in passages for word in tokenise(passage.chunk.text)}
        return [word in said for word in words]

    def passage(self, entry_id: str, *, language: Language) -> Passage | None:
        of_entry = [p for p in self.passages if p.chunk.entry_id == entry_id]
        wanted = [p for p in of_entry if p.chunk.language == language]
        return next(iter((*wanted, *of_entry)), None)


@dataclass
class ReversingReranker:
    """Turns the order round, and remembers how many passages it was given."""

    given: list[int] = field(default_factory=list)

    def rerank(self, question: str, passages: Sequence[Passage]) -> list[Passage]:
        self.given.append(len(passages))
        return list(reversed(passages))
