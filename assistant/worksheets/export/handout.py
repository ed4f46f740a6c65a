"""A paper for people to talk over: titled topics of lines and tables."""

from dataclasses import dataclass

from assistant.worksheets.export.document import Fact, Line, Reference
from knowledge.documents import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table with a heading row."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    """Widths of the columns relative to each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One heading with what stands under it."""

    title: str
    lines: tuple[Line, ...] = ()
    grid: Grid | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """An agenda, or what goes round a sheet in a hand-over pack."""

    language: Language
    title: str
    facts: tuple[Fact, ...]
    topics: tuple[Topic, ...]
    references: tuple[Reference, ...] = ()
