"""The list of references at the end of a file, numbered in the order of first use."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from assistant.worksheets.export.document import Reference
from assistant.worksheets.model import EntryCitation
from knowledge.documents import Chunk, Entry, Language, Source


@dataclass(frozen=True, slots=True)
class CitedWorks:
    """Where cited entries and passages are looked up."""

    entries: Mapping[str, Entry]
    source: Callable[[str], Source | None]
    """An official document by its key, or an added one by its id."""
    added_passage: Callable[[str], Chunk | None]
    """A passage of an added document by `<document id>#<position>`."""


@dataclass
class Numbering:
    """Gives each cited entry its number, and makes the list."""

    works: CitedWorks
    language: Language
    _quotes: dict[str, list[str]] = field(default_factory=dict)

    def numbers(self, citations: tuple[EntryCitation, ...]) -> tuple[int, ...]:
        """The numbers of these citations, in order and without repeats."""
        for citation in citations:
            quotes = self._quotes.setdefault(citation.entry_id, [])
            if citation.quote and citation.quote not in quotes:
                quotes.append(citation.quote)
        known = list(self._quotes)
        return tuple(dict.fromkeys(known.index(each.entry_id) + 1 for each in citations))

    def references(self) -> tuple[Reference, ...]:
        """All references so far."""
        return tuple(
            Reference(number, self._describe(entry_id), tuple(quotes))
            for number, (entry_id, quotes) in enumerate(self._quotes.items(), start=1)
        )

    def _describe(self, entry_id: str) -> str:
        entry = self.works.entries.get(entry_id)
        if entry:
            place = _Place(entry.title.in_language(self.language), entry.heading, entry.pages)
            return self._in_document(place, entry.source, entry.as_of)
        chunk = self.works.added_passage(entry_id)
        if chunk:
            return self._in_document(_Place("", chunk.heading, chunk.pages), chunk.source, "")
        return entry_id

    def _in_document(self, place: "_Place", key: str, as_of: str) -> str:
        source = self.works.source(key)
        document = _document(source, as_of, self.language) if source else key
        if self.language == "en":
            title = f"“{place.title}”, " if place.title else ""
            return f"{title}{document}{_pages_en(place.pages)}"
        title = f"「{place.title}」" if place.title else ""
        where = f"（{place.heading}）" if place.heading else ""
        return f"{title}{document}{_pages_ja(place.pages)}{where}"


@dataclass(frozen=True, slots=True)
class _Place:
    title: str
    heading: str
    pages: tuple[int, ...]


def _document(source: Source, as_of: str, language: Language) -> str:
    title = source.title.in_language(language)
    publisher = source.publisher.in_language(language)
    published = as_of or source.published
    if language == "en":
        return f"{title} ({publisher}, {published})"
    return f"『{title}』{publisher}、{published}"


def _pages_ja(pages: tuple[int, ...]) -> str:
    return f"、p.{'・'.join(map(str, pages))}" if pages else ""


def _pages_en(pages: tuple[int, ...]) -> str:
    if not pages:
        return ""
    return f", {'p.' if len(pages) == 1 else 'pp.'} {', '.join(map(str, pages))}"
