"""The vocabulary: source, entry, chunk, passage."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")


class Kind(StrEnum):
    """What sort of statement an entry makes; kinds are never mixed in one answer unmarked."""

    GUIDELINE = "guideline"
    PROCEDURE = "procedure"
    CASE = "case"
    STATISTIC = "statistic"
    DEFINITION = "definition"
    FORM = "form"
    QA = "qa"
    PROGRAMME = "programme"
    OPINION = "opinion"
    DOCUMENT = "document"
    """A verbatim stretch of a document that a user added."""


class Audience(StrEnum):
    """Whose question it answers."""

    SC = "sc"
    MUNICIPALITY = "municipality"
    PREFECTURE = "prefecture"
    COMPANY = "company"


class Stage(StrEnum):
    """Where on the way from awareness to continuation a statement helps."""

    AWARENESS = "awareness"
    PARTNERING = "partnering"
    DESIGN = "design"
    LAUNCH = "launch"
    CONTINUE = "continue"


@dataclass(frozen=True, slots=True)
class Bilingual:
    """One text in both languages of the product."""

    ja: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.ja if language == "ja" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An official document that entries are written from, or a document that a user added."""

    key: str
    title: Bilingual
    publisher: Bilingual
    published: str
    authority: str
    """`ministry`, `committee`, `guidebook`, `handbook`, or `user` for an added document."""
    pages_note: Bilingual = Bilingual("", "")
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a user can ask about, in our own words and both languages."""

    id: str
    kind: Kind
    source: str
    pages: tuple[int, ...]
    heading: str
    audience: tuple[Audience, ...]
    stage: Stage | None
    regions: tuple[str, ...]
    organisations: tuple[str, ...]
    topics: tuple[str, ...]
    as_of: str
    title: Bilingual
    questions_ja: tuple[str, ...]
    questions_en: tuple[str, ...]
    text: Bilingual
    related: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    case_of: str | None = None

    def questions(self, language: Language) -> tuple[str, ...]:
        return self.questions_ja if language == "ja" else self.questions_en


BETWEEN_HEADINGS = " ＞ "


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A stretch of one entry or document as it is stored: small enough to quote."""

    id: str
    source: str
    """Key of the source: a key of sources.yaml or the id of an added document."""
    entry_id: str
    """Id of the entry; for an added document, `<document id>#<position>`."""
    language: Language
    title: str
    heading: str
    pages: tuple[int, ...]
    text: str
    kind: Kind
    audience: tuple[Audience, ...] = ()
    repeated_lines: int = 0
    """Lines at the start of an added document's chunk that the chunk before it ends with."""

    @property
    def is_curated(self) -> bool:
        return self.kind is not Kind.DOCUMENT

    @property
    def headings(self) -> tuple[str, ...]:
        """Those under which it stands in its document, the outermost first."""
        return tuple(part for part in self.heading.split(BETWEEN_HEADINGS) if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A chunk found for a question, with how well it matched."""

    chunk: Chunk
    score: float
    """Fused score: comparable within one search only."""
    similarity: float = 0.0
    """Cosine of question and best matching vector (text or question of the entry), -1..1."""
    ranks: dict[str, int] = field(default_factory=dict)
    """Rank (from 1) in each arm that found it."""
    windows: dict[int, float] = field(default_factory=dict)
    """Cosine of the question and each of the chunk's windows (knowledge.windows) that was found."""
