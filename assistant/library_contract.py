"""The wire contract of the library: sources, entries, added documents, and their passages."""

from assistant.contract import Message


class FoundPassage(Message):
    """One passage of a search."""

    entry_id: str
    source: str
    heading: str
    pages: tuple[int, ...]
    text: str
    score: float
    ranks: dict[str, int]
    title: str = ""
    language: str = ""
    similarity: float = 0.0


class SearchResult(Message):
    passages: tuple[FoundPassage, ...]


class SourceInfo(Message):
    """An official document or an added one."""

    key: str
    title: str
    title_en: str
    publisher: str
    publisher_en: str
    published: str
    authority: str
    pages_note: str = ""
    pages_note_en: str = ""
    url: str | None = None
    entries: int


class EntryText(Message):
    title: str
    text: str
    questions: tuple[str, ...]


class EntryInfo(Message):
    """One entry, whole, in both languages."""

    id: str
    kind: str
    source: str
    pages: tuple[int, ...]
    heading: str
    audience: tuple[str, ...]
    stage: str | None
    regions: tuple[str, ...]
    organisations: tuple[str, ...]
    topics: tuple[str, ...]
    as_of: str
    related: tuple[str, ...]
    differs: tuple[str, ...]
    case_of: str | None
    ja: EntryText
    en: EntryText
    topics_en: tuple[str, ...] = ()
    """English names of `topics`, in the same order."""


class EntryList(Message):
    entries: tuple[EntryInfo, ...]
    total: int


class DocumentInfo(Message):
    """A document that a user added."""

    id: str
    name: str
    added_at: str
    pages: int | None
    passages: int
    as_source: str | None = None
    outcome: str | None = None
    """After an upload: added, replaced or unchanged."""


class DocumentList(Message):
    documents: tuple[DocumentInfo, ...]


class DocumentPassages(Message):
    """The passages of one added document, in reading order."""

    document: DocumentInfo
    passages: tuple[FoundPassage, ...]
