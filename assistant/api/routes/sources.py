"""GET /v1/sources and /v1/entries: what answers are drawn from."""

from collections.abc import Mapping

from fastapi import APIRouter

from assistant.api.dependencies import ServicesDep
from assistant.errors import EntryNotFound
from assistant.library_contract import EntryInfo, EntryList, EntryText, SourceInfo
from knowledge.documents import Bilingual, Entry, Language, Source

router = APIRouter(prefix="/v1", tags=["sources"])


@router.get("/sources")
def sources(services: ServicesDep) -> tuple[SourceInfo, ...]:
    """Official documents first, then those that users added."""
    corpus = services.knowledge.corpus
    official = [
        _to_info(source, sum(entry.source == key for entry in corpus.entries))
        for key, source in corpus.sources.items()
    ]
    added = [
        _to_info(document.as_source_record(), len(document.chunks))
        for document in services.knowledge.documents.all()
    ]
    return (*official, *added)


@router.get("/entries")
def entries(services: ServicesDep) -> EntryList:
    """All entries, whole: the library page filters them itself."""
    corpus = services.knowledge.corpus
    found = tuple(entry_to_wire(entry, corpus.topics) for entry in corpus.entries)
    return EntryList(entries=found, total=len(found))


@router.get("/entries/{entry_id:path}")
def entry(entry_id: str, services: ServicesDep) -> EntryInfo:
    """One entry in both languages."""
    corpus = services.knowledge.corpus
    found = corpus.by_id.get(entry_id)
    if found is None:
        raise EntryNotFound(entry_id)
    return entry_to_wire(found, corpus.topics)


def entry_to_wire(entry: Entry, topics: Mapping[str, Bilingual]) -> EntryInfo:
    """An entry as the contract has it, its topics named in both languages."""
    return EntryInfo(
        id=entry.id,
        kind=entry.kind.value,
        source=entry.source,
        pages=entry.pages,
        heading=entry.heading,
        audience=tuple(audience.value for audience in entry.audience),
        stage=entry.stage.value if entry.stage else None,
        regions=entry.regions,
        organisations=entry.organisations,
        topics=entry.topics,
        as_of=entry.as_of,
        related=entry.related,
        differs=entry.differs,
        case_of=entry.case_of,
        ja=_text(entry, "ja"),
        en=_text(entry, "en"),
        topics_en=tuple(topics[topic].en if topic in topics else topic for topic in entry.topics),
    )


def _text(entry: Entry, language: Language) -> EntryText:
    return EntryText(
        title=entry.title.in_language(language),
        text=entry.text.in_language(language),
        questions=entry.questions(language),
    )


def _to_info(source: Source, entries: int) -> SourceInfo:
    return SourceInfo(
        key=source.key,
        title=source.title.ja,
        title_en=source.title.en,
        publisher=source.publisher.ja,
        publisher_en=source.publisher.en,
        published=source.published,
        authority=source.authority,
        pages_note=source.pages_note.ja,
        pages_note_en=source.pages_note.en,
        url=source.url,
        entries=entries,
    )
