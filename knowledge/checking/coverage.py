"""Is every number and name of a document in some entry, or left out for a stated reason?"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from decimal import Decimal

from knowledge.checking.fidelity import squeeze
from knowledge.checking.units import all_units, written_units
from knowledge.corpus import Corpus
from knowledge.glossary import Glossary
from knowledge.numbers import find_numbers, normalised, number_values

FLOOR = 0.98
# Numbers in addresses and in what is left of HTML state nothing.
_ADDRESS_OR_MARKUP = re.compile(
    r"https?://\S+|\S+\.(?:pdf|html?)\b\S*|<[^>]*>|[\w./-]+/[\w./-]*\d[\w./-]*/\S*"
)


@dataclass(frozen=True, slots=True)
class Coverage:
    """What of one source no entry mentions."""

    source: str
    total: int
    missing: tuple[str, ...]
    """Each as it stands, with a few characters of context."""

    @property
    def share(self) -> float:
        return 1 - len(self.missing) / self.total if self.total else 1.0


def number_coverage(
    corpus: Corpus, source: str, source_text: str, exceptions: Set[str]
) -> Coverage:
    """Numbers of two or more digits, and single digits with a unit (`7項目`).

    Args:
        exceptions: numbers as written in the source that are page furniture or garbled.
    """
    text = normalised(_ADDRESS_OR_MARKUP.sub(" ", source_text))
    stated = _values_in_entries(corpus, source)
    left_out = {normalised(written) for written in exceptions}
    seen: dict[Decimal, str] = {}
    for number in find_numbers(text):
        written = text[number.start : number.end]
        if number.written >= 10 and written not in left_out:
            around = text[max(number.start - 15, 0) : number.end + 10]
            seen.setdefault(number.value, f"{written} … {' '.join(around.split())}")
            if number.written in stated:
                stated |= {number.value}
    missing = [around for value, around in seen.items() if value not in stated]
    counted = {unit for unit in written_units(text) if unit not in left_out}
    missing += sorted(counted - all_units("\n".join(_whole_text(corpus, source))))
    return Coverage(source, len(seen) + len(counted), tuple(missing))


def name_coverage(
    corpus: Corpus,
    source: str,
    source_text: str,
    names: Mapping[str, Set[str]],
    *,
    exceptions: Set[str],
) -> Coverage:
    """Names (with their spellings) that stand in the source against the entries written from it."""
    squeezed = squeeze(source_text)
    entries = squeeze("\n".join(_whole_text(corpus, source)))
    present = {
        name: spellings
        for name, spellings in names.items()
        if name not in exceptions and any(squeeze(s) in squeezed for s in spellings)
    }
    missing = tuple(
        name for name, spellings in present.items()
        if not any(squeeze(spelling) in entries for spelling in spellings)
    )  # fmt: skip
    return Coverage(source, len(present), missing)


def glossary_names(glossary: Glossary) -> dict[str, Set[str]]:
    """The glossary's organisations, places and programmes with all their spellings."""
    return {
        term.term: set(glossary.spellings(term.term)) for term in glossary.terms if term.is_name
    }


def _values_in_entries(corpus: Corpus, source: str) -> frozenset[Decimal]:
    values: frozenset[Decimal] = frozenset()
    for text in _whole_text(corpus, source):
        values |= number_values(text)
    pages = {Decimal(p) for e in corpus.entries if e.source == source for p in e.pages}
    return values | pages


def _whole_text(corpus: Corpus, source: str) -> Iterator[str]:
    for entry in corpus.entries:
        if entry.source == source:
            yield f"{entry.heading}\n{entry.title.ja}\n{entry.text.ja}\n{entry.text.en}"
            yield "\n".join((*entry.regions, *entry.organisations))
