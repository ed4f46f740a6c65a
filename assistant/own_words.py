"""The official document's own words beside an entry, when that document has been added."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from knowledge.added_documents import AddedDocument, AddedDocuments
from knowledge.documents import Chunk, Passage
from knowledge.remembered import Remembered
from knowledge.tokens import tokenise

_LEAST_SHARED = 0.35
_SAME_PAGE, _SAME_HEADING = 0.15, 0.15
_DOCUMENTS_REMEMBERED = 16
"""More than there are official documents."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A chunk of a document with the words that it is found by."""

    chunk: Chunk
    words: frozenset[str]


class OwnWords:
    """Aligns entries with the passages of the document that they are written from."""

    def __init__(self, documents: AddedDocuments) -> None:
        self._documents = documents
        # Preview and answer cite the same entries, and reading a long document takes a second.
        self._read: Remembered[tuple[str, str, str], _Aligned] = Remembered(_DOCUMENTS_REMEMBERED)

    def of(self, passage: Passage) -> str | None:
        """The document's stretch that says what the entry says; None when it was not added."""
        return self.for_one_answer()(passage)

    def for_one_answer(self) -> Callable[[Passage], str | None]:
        """The same for all citations of an answer: documents are looked up once."""
        official = cache(self._official)

        def own_words(passage: Passage) -> str | None:
            if not passage.chunk.is_curated:
                return None
            document = official().get(passage.chunk.source)
            return self._aligned(document).beside(passage.chunk) if document else None

        return own_words

    def _official(self) -> Mapping[str, AddedDocument]:
        """By source; of two that are the same one, the first."""
        documents = reversed(self._documents.all())
        return {document.as_source: document for document in documents if document.as_source}

    def _aligned(self, document: AddedDocument) -> "_Aligned":
        version = (document.id, document.sha256, document.settings)
        known = self._read.get(version)
        if known is None:
            known = _Aligned(read_stretches(document.chunks))
            self._read.keep(version, known)
        return known


@dataclass(frozen=True)
class _Aligned:
    """A version of a document beside the entries that were cited so far: at most all there are."""

    stretches: Sequence[Stretch]
    _found: dict[str, str | None] = field(default_factory=dict)

    def beside(self, entry: Chunk) -> str | None:
        if entry.id not in self._found:
            self._found[entry.id] = best_stretch(entry, self.stretches)
        return self._found[entry.id]


def read_stretches(chunks: Iterable[Chunk]) -> tuple[Stretch, ...]:
    """The chunks of a document, ready to be compared with entries."""
    return tuple(Stretch(chunk, frozenset(tokenise(chunk.text))) for chunk in chunks)


def best_stretch(entry: Chunk, stretches: Sequence[Stretch]) -> str | None:
    """By shared words, with a bonus for the same page and heading; None below a floor.

    Numbers and names are shared across languages, so an English entry finds its Japanese stretch.
    """
    words = set(tokenise(f"{entry.heading} {entry.text}"))
    scored = [(_closeness(words, entry, stretch), stretch.chunk) for stretch in stretches]
    best, chunk = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return chunk.text if chunk and best >= _LEAST_SHARED else None


def _closeness(words: set[str], entry: Chunk, stretch: Stretch) -> float:
    chunk, said = stretch.chunk, stretch.words
    shared = len(words & said) / (min(len(words), len(said)) or 1)
    same_page = bool(set(entry.pages) & set(chunk.pages))
    last = re.split(r"\s*＞\s*", entry.heading)[-1]
    same_heading = bool(last) and last in f"{chunk.heading}\n{chunk.text}"
    return shared + _SAME_PAGE * same_page + _SAME_HEADING * same_heading
