"""Which entries fit what the visitor is looking for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from unicodedata import normalize

from assistant.library_contract import EntryInfo
from ui.texts.regions import PREFECTURES

ELSEWHERE = "elsewhere"
"""Stands for places outside the prefectures, such as other countries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryFilter:
    """What an entry must have; None asks for nothing."""

    words: str = ""
    """All of them must occur, in any order and language."""
    source: str | None = None
    kind: str | None = None
    region: str | None = None
    """A prefecture, or `elsewhere`."""
    topic: str | None = None
    role: str | None = None
    stage: str | None = None

    @property
    def count(self) -> int:
        """How many conditions are set beside the words."""
        conditions = (self.source, self.kind, self.region, self.topic, self.role, self.stage)
        return sum(condition is not None for condition in conditions)

    def admits(self, entry: EntryInfo) -> bool:
        """True if the entry meets every condition beside the words."""
        return all(
            wanted is None or wanted in offered
            for wanted, offered in (
                (self.source, (entry.source,)),
                (self.kind, (entry.kind,)),
                (self.region, prefectures_of(entry)),
                (self.topic, entry.topics),
                (self.role, entry.audience),
                (self.stage, (entry.stage,)),
            )
        )


def select(
    entries: Iterable[EntryInfo], wanted: EntryFilter, words: Mapping[str, str]
) -> list[EntryInfo]:
    """Entries that fit, those with all the words in a title first, otherwise in their order.

    Args:
        words: per entry id, its text as made by `searchable`.
    """
    terms = _fold(wanted.words).split()
    fitting = [
        entry
        for entry in entries
        if wanted.admits(entry) and all(term in words[entry.id] for term in terms)
    ]
    return sorted(fitting, key=lambda entry: not _in_title(entry, terms))


def searchable(entry: EntryInfo) -> str:
    """Everything that words are looked for in, in one width and case."""
    texts = (entry.ja, entry.en)
    parts = [part for text in texts for part in (text.title, text.text, *text.questions)]
    return _fold("\n".join([*parts, entry.heading, *entry.regions, *entry.organisations]))


def prefectures_of(entry: EntryInfo) -> tuple[str, ...]:
    """Where an entry plays, by prefecture, each once."""
    return tuple(dict.fromkeys(map(_prefecture, entry.regions)))


def _prefecture(region: str) -> str:
    for name in PREFECTURES:
        if region.startswith((name, name[:-1] if name != "北海道" else name)):
            return name
    return ELSEWHERE


def _in_title(entry: EntryInfo, terms: list[str]) -> bool:
    titles = _fold(f"{entry.ja.title}\n{entry.en.title}")
    return all(term in titles for term in terms)


def _fold(text: str) -> str:
    return normalize("NFKC", text).casefold()
