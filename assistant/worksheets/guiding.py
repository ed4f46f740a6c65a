"""What belongs in a field, with citations, and what others did in a similar case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.worksheets.library import Library
from assistant.worksheets.model import Sheet
from assistant.worksheets.placeholders import known_words, searched
from assistant.worksheets.suggestion import CitedStatement, FieldGuidance, SimilarCase
from knowledge.documents import Kind, Language, Passage
from knowledge.errors import KnowledgeError
from knowledge.forms import FormField

_CASES = 3
_STATEMENTS = 6
_SEARCHED = 400
"""Characters of a search: long problems are cut."""


class PassageSearch(Protocol):
    """Finds passages; what drafting needs of a retriever."""

    def search(self, question: str, *, limit: int, language: Language) -> Sequence[Passage]:
        """The best passages first; raises KnowledgeError when there is nothing to search."""


@dataclass(frozen=True)
class FieldGuide:
    """Guidance from the library, cases by search."""

    library: Library
    retriever: PassageSearch

    def guidance(self, sheet: Sheet, box: FormField) -> FieldGuidance:
        """Everything that somebody needs who is about to fill in the field."""
        language = sheet.language
        return FieldGuidance(
            field_id=box.id,
            label=box.label.in_language(language),
            help=box.help.in_language(language),
            example=tuple(box.example.in_language(language).splitlines()),
            belongs_here=tuple(self._belongs_here(box, sheet)),
            similar_cases=tuple(_similar(self.library, p) for p in self.cases(sheet, box)),
        )

    def cases(self, sheet: Sheet, box: FormField) -> list[Passage]:
        """Cases found by search, then those listed for the service types; three at most."""
        found = {passage.chunk.entry_id: passage for passage in self._found(sheet, box)}
        for service in self.library.services_of(sheet.inputs):
            for entry_id in service.cases:
                found.setdefault(entry_id, self.library.passage(entry_id, sheet.language))
        return list(found.values())[:_CASES]

    def _belongs_here(self, box: FormField, sheet: Sheet) -> Iterator[CitedStatement]:
        """The first entry in full, of each other one the statement closest to the field's help."""
        language, (first, *others) = sheet.language, box.guidance
        said = [(first, text) for text in self.library.statements(first, language)[:_STATEMENTS]]
        help_text = box.help.in_language(language)
        said += [(entry, self.library.closest(entry, help_text, language)) for entry in others]
        for entry_id, text in said:
            citation = self.library.citation(entry_id, text, language)
            yield CitedStatement(text=text, citation=citation)

    def _found(self, sheet: Sheet, box: FormField) -> list[Passage]:
        services, language = self.library.services_of(sheet.inputs), sheet.language
        words = known_words(sheet.inputs, services, language)
        asked = searched(box.search, words, language) if box.search else ""
        kinds = " ".join(service.search.in_language(language) for service in services)
        question = f"{asked} {kinds}".strip()[:_SEARCHED]
        if not question:
            return []
        try:
            found = self.retriever.search(question, limit=8, language=language)
        except KnowledgeError:
            # Drafting goes on without an index: the service types list cases of their own.
            return []
        known = self.library.corpus.by_id
        return [p for p in found if p.chunk.kind is Kind.CASE and p.chunk.entry_id in known]


def _similar(library: Library, passage: Passage) -> SimilarCase:
    chunk = passage.chunk
    lead = library.statements(chunk.entry_id, chunk.language)[0]
    citation = library.citation(chunk.entry_id, lead, chunk.language)
    return SimilarCase(title=chunk.title, text=lead, citation=citation)
