"""Read entries, sources and topics: the files that people edit."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from knowledge.documents import Audience, Bilingual, Chunk, Entry, Kind, Language, Source, Stage
from knowledge.errors import EntryUnreadable, SourcesUnreadable

_FRONT_MATTER = re.compile(r"\A---\s*\n(?P<fields>.*?)\n---\s*\n(?P<body>.*)\Z", re.DOTALL)
_BODY = re.compile(r"\A\s*## ja\s*\n(?P<ja>.*?)^## en\s*\n(?P<en>.*)\Z", re.DOTALL | re.MULTILINE)
_AsText = Annotated[str, BeforeValidator(str)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _TextFields(_Strict):
    ja: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def bilingual(self) -> Bilingual:
        return Bilingual(self.ja, self.en)


class _QuestionFields(_Strict):
    ja: tuple[str, ...] = Field(min_length=3)
    en: tuple[str, ...] = Field(min_length=2)


class _EntryFields(_Strict):
    """Front matter of an entry file, as docs/writing-entries.md describes it."""

    id: str = Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")
    kind: Kind
    source: str
    pages: tuple[Annotated[int, Field(ge=1)], ...]
    heading: str
    audience: tuple[Audience, ...] = Field(min_length=1)
    stage: Stage | None = None
    regions: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    topics: tuple[str, ...] = Field(min_length=1, max_length=5)
    as_of: Annotated[_AsText, Field(pattern=r"^\d{4}(-\d{2})?$")]
    related: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    case_of: str | None = None
    title: _TextFields
    questions: _QuestionFields


class _SourceFields(_Strict):
    title: _TextFields
    publisher: _TextFields
    published: _AsText
    authority: str
    pages_note: _TextFields
    url: str | None = None


class _TopicFields(_Strict):
    en: str = Field(min_length=1)


@dataclass(frozen=True)
class Corpus:
    """The bundled knowledge base: its sources, topics and entries."""

    sources: dict[str, Source]
    topics: dict[str, Bilingual]
    entries: tuple[Entry, ...]

    @cached_property
    def by_id(self) -> dict[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    def chunks(self) -> list[Chunk]:
        """Every entry in both languages, one chunk each: entries are written to chunk size."""
        return [_to_chunk(entry, language) for entry in self.entries for language in ("ja", "en")]


def load_corpus(directory: Path) -> Corpus:
    """Read the whole knowledge base.

    Raises:
        EntryUnreadable: an entry breaks the format; the message names the file and the field.
        SourcesUnreadable: sources.yaml or topics.yaml is missing or broken.
    """
    entries = tuple(read_entry(path) for path in entry_files(directory))
    return Corpus(load_sources(directory), load_topics(directory), entries)


def entry_files(directory: Path) -> list[Path]:
    return sorted((directory / "corpus").glob("*/*.md"))


def read_entry(path: Path) -> Entry:
    """Read one entry file; raises EntryUnreadable with the file, the field and what is wrong."""
    where = f"{path.parent.name}/{path.name}"
    try:
        # Text editors on Windows put a mark at the start of a file.
        parts = _FRONT_MATTER.match(path.read_text(encoding="utf-8-sig"))
        fields = _EntryFields.model_validate(_load_yaml(parts["fields"])) if parts else None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise EntryUnreadable(f"{where}: {error}") from error
    except ValidationError as error:
        raise EntryUnreadable(f"{where}: {_first_problem(error)}") from error
    body = _BODY.match(parts["body"]) if parts else None
    if not fields or not body or not (body["ja"].strip() and body["en"].strip()):
        raise EntryUnreadable(f"{where}: needs front matter, then '## ja' and '## en' with text")
    if fields.id != f"{path.parent.name}/{path.stem}":
        raise EntryUnreadable(f"{where}: id: {fields.id} is not the folder and name of the file")
    return _to_entry(fields, Bilingual(body["ja"].strip(), body["en"].strip()))


def load_sources(directory: Path) -> dict[str, Source]:
    """The official documents by key, in the order of the file."""
    found = {}
    for key, raw in _read_mapping(directory / "sources.yaml").items():
        try:
            fields = _SourceFields.model_validate(raw)
        except ValidationError as error:
            raise SourcesUnreadable(f"sources.yaml, {key}: {_first_problem(error)}") from error
        found[key] = Source(
            key=key,
            title=fields.title.bilingual(),
            publisher=fields.publisher.bilingual(),
            published=fields.published,
            authority=fields.authority,
            pages_note=fields.pages_note.bilingual(),
            url=fields.url,
        )
    return found


def load_topics(directory: Path) -> dict[str, Bilingual]:
    """Topic keys (Japanese) with their labels."""
    found = {}
    for key, raw in _read_mapping(directory / "topics.yaml").items():
        try:
            label = _TopicFields.model_validate(raw)
        except ValidationError as error:
            raise SourcesUnreadable(f"topics.yaml, {key}: {_first_problem(error)}") from error
        found[key] = Bilingual(key, label.en)
    return found


def statements(text: str) -> Iterator[str]:
    """The lead paragraph and bullets of an entry's text, list marks removed, empty lines skipped."""
    for line in text.splitlines():
        if stripped := re.sub(r"^\s*(?:- |\d+\. )", "", line).strip():
            yield stripped


def _to_entry(fields: _EntryFields, text: Bilingual) -> Entry:
    plain = fields.model_dump(exclude={"title", "questions"})
    return Entry(
        **plain,
        title=fields.title.bilingual(),
        questions_ja=fields.questions.ja,
        questions_en=fields.questions.en,
        text=text,
    )


def _to_chunk(entry: Entry, language: Language) -> Chunk:
    return Chunk(
        id=f"{entry.id}@{language}",
        source=entry.source,
        entry_id=entry.id,
        language=language,
        title=entry.title.in_language(language),
        heading=entry.heading,
        pages=entry.pages,
        text=entry.text.in_language(language),
        kind=entry.kind,
        audience=entry.audience,
    )


def _read_mapping(path: Path) -> dict[str, Any]:
    try:
        content = _load_yaml(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SourcesUnreadable(f"{path.name} cannot be read: {error}") from error
    if not isinstance(content, dict):
        raise SourcesUnreadable(f"{path.name} must be a mapping of keys to fields")
    return content


# The C loader reads the whole knowledge base within a second; the Python one takes ten.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _OnceOnlyLoader(_Loader):  # type: ignore[misc]  # chosen while running
    """Refuses a field that stands twice: the first of the two would be lost without a word."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Any:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        if twice := [key for key in keys if keys.count(key) > 1]:
            problem = f"{twice[0]} stands twice"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        return super().construct_mapping(node, deep=deep)


def _load_yaml(text: str) -> Any:
    return yaml.load(text, Loader=_OnceOnlyLoader)


def _first_problem(error: ValidationError) -> str:
    problem: Sequence[Any] = error.errors()
    place = ".".join(str(part) for part in problem[0]["loc"]) or "fields"
    return f"{place}: {problem[0]['msg']}"
