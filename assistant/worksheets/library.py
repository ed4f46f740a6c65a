"""What drafting and checking draw on: forms, service types and entries, with their citations."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.citations import Citing
from assistant.contract import Citation
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import EntryCitation
from knowledge.corpus import Corpus, statements
from knowledge.documents import Chunk, Language, Passage
from knowledge.forms import Form
from knowledge.service_types import ServiceType, ServiceTypes


@dataclass(frozen=True)
class Library:
    """Everything bundled that a sheet is filled in with."""

    forms: Mapping[str, Form]
    service_types: ServiceTypes
    corpus: Corpus

    def services_of(self, inputs: Inputs) -> tuple[ServiceType, ...]:
        """The service types chosen; ones that are not held any more are left out."""
        known = self.service_types.by_id()
        return tuple(known[key] for key in inputs.service_types if key in known)

    def passage(self, entry_id: str, language: Language) -> Passage:
        """An entry as a passage. Raises KeyError when there is no such entry."""
        return Passage(chunk=self._chunks[entry_id, language], score=0.0)

    def statements(self, entry_id: str, language: Language) -> tuple[str, ...]:
        """The entry's lead and points."""
        return tuple(statements(self._chunks[entry_id, language].text))

    def cite(
        self, entry_ids: Iterable[str], text: str, language: Language
    ) -> tuple[EntryCitation, ...]:
        """A citation of each entry, quoting its statement that is closest to the text."""
        return tuple(
            EntryCitation(entry_id=entry_id, quote=self.closest(entry_id, text, language))
            for entry_id in entry_ids
        )

    def closest(self, entry_id: str, text: str, language: Language) -> str:
        """The entry's statement that shares most with the text; the lead when none shares more."""
        asked = _pairs(text)
        found = self.statements(entry_id, language)
        return max(found, key=lambda statement: len(asked & _pairs(statement)))

    def citation(self, entry_id: str, quote: str, language: Language) -> Citation:
        """One citation as it goes over the wire, numbered 1."""
        return self.citations([(entry_id, quote)], language)[0]

    def citations(
        self, quoted: Sequence[tuple[str, str]], language: Language
    ) -> tuple[Citation, ...]:
        """Citations of (entry id, quote), numbered in order; each entry stands once."""
        citing = Citing(language, self.corpus.sources.get, self.corpus.by_id)
        for entry_id, quote in quoted:
            if (entry_id, language) in self._chunks:
                citing.mark(self.passage(entry_id, language), quote)
        return citing.citations()

    @cached_property
    def _chunks(self) -> dict[tuple[str, Language], Chunk]:
        return {(chunk.entry_id, chunk.language): chunk for chunk in self.corpus.chunks()}


def _pairs(text: str) -> set[str]:
    """Pairs of neighbouring characters: a measure of closeness for both languages."""
    letters = "".join(text.lower().split())
    return {letters[i : i + 2] for i in range(len(letters) - 1)}
