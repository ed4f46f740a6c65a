"""What loaders give: a document as a row of blocks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that stands on one page."""

    text: str
    page: int | None = None
    """Page, slide or sheet number from 1; None where the format has none."""
    heading_level: int = 0
    """1 for a main heading and so on; 0 for text."""


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """One file's text in reading order."""

    blocks: tuple[Block, ...]
    pages: int | None
