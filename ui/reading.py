"""Entries and sources in the visitor's language."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.library_contract import EntryInfo, EntryText, SourceInfo
from ui import state


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a source is called and who issued it."""

    title: str
    publisher: str
    pages_note: str


def text_of(entry: EntryInfo) -> EntryText:
    """Title, text and questions of an entry."""
    return entry.ja if state.language() == "ja" else entry.en


def source_text(source: SourceInfo) -> SourceText:
    """Names of a source."""
    if state.language() == "ja":
        return SourceText(source.title, source.publisher, source.pages_note)
    return SourceText(source.title_en, source.publisher_en, source.pages_note_en)


def titles_of(sources: Iterable[SourceInfo]) -> dict[str, str]:
    """Titles of sources, by key."""
    return {source.key: source_text(source).title for source in sources}


def topic_names(entries: Iterable[EntryInfo]) -> dict[str, str]:
    """What the topics of these entries are called, by topic."""
    if state.language() == "ja":
        return {topic: topic for entry in entries for topic in entry.topics}
    return {
        topic: name
        for entry in entries
        for topic, name in zip(entry.topics, entry.topics_en or entry.topics, strict=True)
    }
