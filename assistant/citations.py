"""Numbered citations: which passage a sentence rests on."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from assistant.contract import Citation
from knowledge.documents import Entry, Language, Passage, Source

_MARK = re.compile(r"\s*\[(\d{1,3})\]")


@dataclass
class Citing:
    """Numbers passages in the order in which an answer first uses them."""

    language: Language
    sources: Callable[[str], Source | None]
    entries: Mapping[str, Entry]
    document_quote: Callable[[Passage], str | None] = lambda _passage: None
    _used: dict[str, Passage] = field(default_factory=dict)
    _quotes: dict[str, list[str]] = field(default_factory=dict)

    def mark(self, passage: Passage, quote: str) -> str:
        """The mark for a sentence that rests on this passage, as `[1]`."""
        key = passage.chunk.id
        self._used.setdefault(key, passage)
        quotes = self._quotes.setdefault(key, [])
        if quote not in quotes:
            quotes.append(quote)
        return f"[{list(self._used).index(key) + 1}]"

    def citations(self) -> tuple[Citation, ...]:
        """All citations so far, by number."""
        return tuple(
            self._citation(number, passage)
            for number, passage in enumerate(self._used.values(), start=1)
        )

    def _citation(self, number: int, passage: Passage) -> Citation:
        chunk = passage.chunk
        source = self.sources(chunk.source)
        entry = self.entries.get(chunk.entry_id)
        return Citation(
            number=number,
            entry_id=chunk.entry_id,
            source=chunk.source,
            title=source.title.in_language(self.language) if source else chunk.title,
            publisher=source.publisher.in_language(self.language) if source else "",
            published=source.published if source else "",
            heading=chunk.heading,
            pages=chunk.pages,
            quote="\n".join(self._quotes[chunk.id]),
            url=source.url if source else None,
            score=round(passage.score, 5),
            entry_title=chunk.title if chunk.is_curated else "",
            kind=chunk.kind.value,
            as_of=entry.as_of if entry else "",
            document_quote=self.document_quote(passage),
        )


def marks_in(text: str) -> list[int]:
    """Numbers of the marks in a text, in order, with repeats."""
    return [int(match[1]) for match in _MARK.finditer(text)]


def without_marks(text: str) -> str:
    """The text as it reads without its marks."""
    return _MARK.sub("", text)
