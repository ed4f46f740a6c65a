"""A suggestion without a language model: the user's words and the lines of the service type."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assistant.worksheets import blocks
from assistant.worksheets.blanks import TO_CONFIRM, blank
from assistant.worksheets.conditions import holds
from assistant.worksheets.library import Library
from assistant.worksheets.market_class import classify_market
from assistant.worksheets.model import Kpi, Origin, Sentence, Sheet
from assistant.worksheets.placeholders import filled, known_words
from assistant.worksheets.provenance import own_sentences
from assistant.worksheets.roles import name_of, role_sentences
from knowledge.documents import Bilingual
from knowledge.forms import DraftLine, FieldKind, FormField
from knowledge.service_types import ServiceKpi, ServiceLine, ServiceType, Slot

_MARKET = Bilingual("{market_class}", "{market_class}")
_ANSWERED_BY = Bilingual("（対応：{}）", " (handled by: {})")


@dataclass(frozen=True)
class Composer:
    """Composes one field of one sheet."""

    library: Library
    sheet: Sheet
    box: FormField
    attempt: int

    def sentences(self) -> tuple[Sentence, ...]:
        """Lines for a text field; never empty: an unknown field is one line to be confirmed."""
        found: dict[str, Sentence] = {}
        for position, line in enumerate(self._lines()):
            for sentence in self._of(line, position):
                found.setdefault(sentence.text, sentence)
        return tuple(found.values()) or (self._nothing_known(),)

    def kpis(self) -> tuple[Kpi, ...]:
        """Indicators for a KPI field, their targets to be confirmed."""
        groups = [(line.blocks or "").removeprefix("kpi_") for line in self._lines()]
        found = [
            kpi
            for line, group in zip(self._lines(), groups, strict=True)
            for kpi in blocks.taken(
                blocks.kpi_lines(group, self.services, self.library.service_types),
                attempt=self.attempt,
                most=line.most,
            )
        ]
        return tuple(self._kpi(kpi) for kpi in found)

    @cached_property
    def services(self) -> tuple[ServiceType, ...]:
        return self.library.services_of(self.sheet.inputs)

    @cached_property
    def words(self) -> dict[str, str]:
        """The inputs that are known, by name."""
        return known_words(self.sheet.inputs, self.services, self.sheet.language)

    def _lines(self) -> list[DraftLine]:
        known = self.words
        return [
            line
            for line in self.box.draft
            if holds(line.only_if, self.sheet)
            and all(name in known for name in line.given)
            and not any(name in known for name in line.missing)
        ]

    def _of(self, line: DraftLine, position: int) -> Iterator[Sentence]:
        if line.variants:
            yield self._suggested(self._variant(line, position), line.entries)
        elif line.blocks in ("problem", "persona", "service"):
            yield from own_sentences(getattr(self.sheet.inputs, line.blocks))
        elif line.blocks == "roles":
            yield from role_sentences(
                self.library, self.sheet, attempt=self.attempt, most=line.most
            )
        elif line.blocks == "cases":
            yield from self._cases(line.most)
        elif line.blocks == "market":
            yield from self._market(line.most)
        elif line.blocks:
            yield from self._blocks(Slot(line.blocks), line.most)

    def _variant(self, line: DraftLine, position: int) -> str:
        # Lines at odd positions change at another pace: two variants each make four suggestions.
        turn = self.attempt + self.attempt // 2 * (position % 2)
        variant = line.variants[turn % len(line.variants)]
        return filled(variant, self.words, self.sheet.language)

    def _blocks(self, slot: Slot, most: int) -> Iterator[Sentence]:
        lines = blocks.slot_lines(slot, self.services, self.library.service_types)
        for line in blocks.taken(lines, attempt=self.attempt, most=most):
            text = filled(line.text, self.words, self.sheet.language)
            yield self._suggested(text + self._answered_by(line), line.entries)

    def _answered_by(self, line: ServiceLine) -> str:
        if line.by is None:
            return ""
        name = name_of(line.by, self.sheet.inputs, self.sheet.language)
        return _ANSWERED_BY.in_language(self.sheet.language).format(name)

    def _cases(self, most: int) -> Iterator[Sentence]:
        """Leads of case entries as they stand: these are the sources' own statements."""
        ids = list(dict.fromkeys(case for service in self.services for case in service.cases))
        for entry_id in blocks.taken(ids, attempt=self.attempt, most=most):
            lead = self.library.statements(entry_id, self.sheet.language)[0]
            citations = self.library.cite([entry_id], lead, self.sheet.language)
            yield Sentence(text=lead, origin=Origin.SOURCE, citations=citations)

    def _market(self, most: int) -> Iterator[Sentence]:
        """What the figures say of the area; one blank while they do not decide its class."""
        found = classify_market(self.sheet.inputs.place)
        if found.market is None:
            yield self._suggested(
                filled(_MARKET, self.words, self.sheet.language), [found.reasons[0].entry_id]
            )
            return
        for reason in found.reasons[:most]:
            yield self._suggested(reason.text.in_language(self.sheet.language), [reason.entry_id])

    def _suggested(self, text: str, entries: Sequence[str]) -> Sentence:
        citations = self.library.cite(entries, text, self.sheet.language)
        return Sentence(text=text, origin=Origin.SUGGESTED, citations=citations)

    def _kpi(self, kpi: ServiceKpi) -> Kpi:
        language = self.sheet.language
        name = kpi.name.in_language(language)
        return Kpi(
            name=name,
            target=TO_CONFIRM.in_language(language),
            method=kpi.method.in_language(language),
            frequency=kpi.frequency.in_language(language),
            origin=Origin.SUGGESTED,
            citations=self.library.cite(kpi.entries, name, language),
        )

    def _nothing_known(self) -> Sentence:
        text = blank(self.box.label, self.sheet.language)
        return self._suggested(text, self.box.guidance[:1])


def composes(box: FormField) -> bool:
    """True for fields that are written; a choice is the user's alone."""
    return box.kind in (FieldKind.TEXT, FieldKind.KPI)
