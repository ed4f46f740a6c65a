"""Does every number and name in an entry stand in the document that it is written from?"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache

from knowledge.checking.findings import Finding
from knowledge.checking.units import measures, stated_measures
from knowledge.corpus import Corpus, statements
from knowledge.documents import Entry
from knowledge.glossary import Glossary
from knowledge.numbers import lenient_values, normalised, number_values


def check_fidelity(
    corpus: Corpus, source_texts: Mapping[str, str], glossary: Glossary
) -> Iterator[Finding]:
    """Numbers, regions and organisations of each entry against its source's text.

    Args:
        source_texts: text of each source by key; entries of other sources are not looked at.
        glossary: supplies the other spellings under which a name may stand in the document.

    An entry that `differs` from another document's may state that document's numbers beside its own.
    """
    values = {key: lenient_values(text) for key, text in source_texts.items()}
    measured = {key: stated_measures(text) for key, text in source_texts.items()}
    squeezed = {key: squeeze(text) for key, text in source_texts.items()}
    for entry in corpus.entries:
        if entry.source in source_texts:
            told = _documents_told(entry, corpus) & source_texts.keys()
            stated = frozenset[Decimal]().union(*(values[key] for key in told))
            yield from _numbers(entry, stated)
            measures_told = frozenset[str]().union(*(measured[key] for key in told))
            yield from _measures(entry, measures_told, stated)
            yield from _names(entry, squeezed[entry.source], glossary)


@lru_cache(maxsize=32_768)  # every name is looked up in every source
def squeeze(text: str) -> str:
    """One form for looking names up: NFKC, lower case, no white space (extraction breaks words)."""
    return re.sub(r"\s+", "", normalised(text)).lower()


def _documents_told(entry: Entry, corpus: Corpus) -> frozenset[str]:
    others = (corpus.by_id[other] for other in entry.differs if other in corpus.by_id)
    return frozenset({entry.source, *(other.source for other in others)})


def _numbers(entry: Entry, stated: frozenset[Decimal]) -> Iterator[Finding]:
    for language, text in (
        ("ja", entry.text.ja), ("en", entry.text.en),
        ("ja title", entry.title.ja), ("en title", entry.title.en),
    ):  # fmt: skip
        allowed = stated | _counts_of_own_items(text)
        for value in sorted(number_values(text) - allowed):
            yield Finding(entry.id, "number", f"{language}: {value:f} is not in {entry.source}")


def _measures(
    entry: Entry, stated: frozenset[str], values: frozenset[Decimal]
) -> Iterator[Finding]:
    """A lone digit stands somewhere in any document: with its unit it must stand there too."""
    for measure in sorted(measures(f"{entry.title.ja}\n{entry.text.ja}") - stated):
        if Decimal(measure[0]) in values:  # otherwise it has been found already
            yield Finding(entry.id, "number", f"ja: {measure} is not in {entry.source}")


def _counts_of_own_items(text: str) -> frozenset[Decimal]:
    """`3つ` may be said of a list of three that the entry itself gives."""
    items = max(len(list(statements(text))) - 1, 0)
    return frozenset(Decimal(count) for count in range(1, items + 1))


def _names(entry: Entry, squeezed: str, glossary: Glossary) -> Iterator[Finding]:
    for region in entry.regions:
        # The prefecture may be our addition; the place itself must stand in the document.
        place = re.sub(r"^(?:北海道|東京都|京都府|大阪府|.{2,3}県)(?=.)", "", region)
        if squeeze(place) not in squeezed:
            yield Finding(entry.id, "place", f"{place} is not in {entry.source}")
    for organisation in entry.organisations:
        spellings = glossary.spellings(organisation)
        if not any(squeeze(spelling) in squeezed for spelling in spellings):
            yield Finding(entry.id, "organisation", f"{organisation} is not in {entry.source}")
