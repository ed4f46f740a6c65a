"""A sheet laid out for printing: the one shape that every exporter draws."""

from dataclasses import dataclass
from enum import StrEnum

from knowledge.documents import Language


class Standing(StrEnum):
    """Who stands behind a line."""

    PLAIN = "plain"
    """Not a statement: an option, a detail of the line above."""
    SOURCE = "source"
    USER = "user"
    UNCONFIRMED = "unconfirmed"
    """Suggested or taken over from a source, and nobody has confirmed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a box."""

    text: str
    standing: Standing = Standing.PLAIN
    numbers: tuple[int, ...] = ()
    """References on which it rests."""
    level: int = 0
    """0 is a line of its own, 1 a detail of the line above it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One field with its label."""

    field_id: str
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One section: its boxes row by row, side by side within a row."""

    title: str
    group: str
    """Heading over this and the following sections of the same group; empty for none."""
    page: int
    rows: tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line about the sheet itself: area, partners, state."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the list at the end."""

    number: int
    text: str
    quotes: tuple[str, ...] = ()
    """What the lines rest on, in the entry's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDocument:
    """A whole sheet, ready to be drawn."""

    language: Language
    title: str
    form_title: str
    facts: tuple[Fact, ...]
    blocks: tuple[Block, ...]
    references: tuple[Reference, ...]
    notices: tuple[str, ...] = ()
    """What a reader should know: characters left out, fields that the form no longer has."""

    @property
    def is_landscape(self) -> bool:
        """Forms with boxes side by side need the width."""
        return any(len(row) > 1 for block in self.blocks for row in block.rows)
