"""Whether a cited document is older than another one on the same point."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.contract import Citation, NewerSource
from knowledge.documents import Bilingual, Entry, Language

_SENTENCE = Bilingual(
    "出典[{number}]は{as_of}の情報です。同じ点について、より新しい{newer}の情報があります。",
    "Source [{number}] dates from {as_of}. There is newer information on the same point, from {newer}.",
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def newer_sources(
    citations: Sequence[Citation], entries: Mapping[str, Entry], language: Language
) -> tuple[NewerSource, ...]:
    """For each cited entry that is older than one it differs from, the newest of those.

    Entries differ when either names the other. A year alone is neither older nor newer than a month
    in it.
    """
    return tuple(
        alert
        for citation in citations
        if (cited := entries.get(citation.entry_id))
        and (alert := _alert(citation.number, cited, entries, language))
    )


def spoken_date(date: str, language: Language) -> str:
    """`2025-06` as 2025年6月 or June 2025; what is no date comes back as it is."""
    year, *rest = date.split("-")
    if not all(part.isdecimal() for part in (year, *rest)):
        return date
    numbers = [int(part) for part in rest]
    if language == "ja":
        return f"{year}年" + "".join(f"{n}{unit}" for n, unit in zip(numbers, "月日", strict=False))
    day = f"{numbers[1]} " if len(numbers) > 1 else ""
    return f"{day}{_MONTHS[numbers[0] - 1]} {year}" if numbers else year


def _alert(
    number: int, cited: Entry, entries: Mapping[str, Entry], language: Language
) -> NewerSource | None:
    newer = [other for other in _differing(cited, entries) if _is_newer(other.as_of, cited.as_of)]
    if not newer:
        return None
    newest = max(newer, key=lambda entry: entry.as_of)
    return NewerSource(
        number=number,
        as_of=cited.as_of,
        entry_id=newest.id,
        entry_title=newest.title.in_language(language),
        newer_as_of=newest.as_of,
        sentence=_SENTENCE.in_language(language).format(
            number=number,
            as_of=spoken_date(cited.as_of, language),
            newer=spoken_date(newest.as_of, language),
        ),
    )


def _differing(cited: Entry, entries: Mapping[str, Entry]) -> Iterator[Entry]:
    for other in entries.values():
        if other.id in cited.differs or cited.id in other.differs:
            yield other


def _is_newer(date: str, than: str) -> bool:
    if not date or not than:
        return False
    first, second = date.split("-"), than.split("-")
    shared = min(len(first), len(second))
    return first[:shared] > second[:shared]
