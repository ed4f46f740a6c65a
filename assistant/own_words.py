"""The official document's own words beside an entry, when that document has been added."""

import re
from collections.abc import Sequence

from knowledge.added_documents import AddedDocument, AddedDocuments
from knowledge.documents import Chunk, Passage
from knowledge.tokens import tokenise

_LEAST_SHARED = 0.35
_SAME_PAGE, _SAME_HEADING = 0.15, 0.15


class OwnWords:
    """Aligns entries with the passages of the document that they are written from."""

    def __init__(self, documents: AddedDocuments) -> None:
        self._documents = documents

    def of(self, passage: Passage) -> str | None:
        """The document's stretch that says what the entry says; None when it was not added."""
        if not passage.chunk.is_curated:
            return None
        document = self._document_of(passage.chunk.source)
        if document is None:
            return None
        return best_stretch(passage.chunk, document.chunks)

    def _document_of(self, source: str) -> AddedDocument | None:
        return next((d for d in self._documents.all() if d.as_source == source), None)


def best_stretch(entry: Chunk, stretches: Sequence[Chunk]) -> str | None:
    """By shared words, with a bonus for the same page and heading; None below a floor.

    Numbers and names are shared across languages, so an English entry finds its Japanese stretch.
    """
    words = set(tokenise(f"{entry.heading} {entry.text}"))
    scored = [(_closeness(words, entry, stretch), stretch) for stretch in stretches]
    best, stretch = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return stretch.text if stretch and best >= _LEAST_SHARED else None


def _closeness(words: set[str], entry: Chunk, stretch: Chunk) -> float:
    said = set(tokenise(stretch.text))
    shared = len(words & said) / (min(len(words), len(said)) or 1)
    same_page = bool(set(entry.pages) & set(stretch.pages))
    last = re.split(r"\s*＞\s*", entry.heading)[-1]
    same_heading = bool(last) and last in f"{stretch.heading}\n{stretch.text}"
    return shared + _SAME_PAGE * same_page + _SAME_HEADING * same_heading
