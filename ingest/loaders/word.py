"""Word. The only loader that knows python-docx."""

import re
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from ingest.blocks import Block, LoadedFile


def load(path: Path) -> LoadedFile:
    """Paragraphs and tables in reading order; Word keeps no page numbers."""
    document = Document(str(path))
    blocks = tuple(block for item in document.iter_inner_content() for block in _blocks(item))
    return LoadedFile(blocks, pages=None)


def _blocks(item: Paragraph | Table) -> Iterator[Block]:
    if isinstance(item, Table):
        for row in item.rows:
            cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
            yield Block(" | ".join(cell for cell in cells if cell))
    elif item.text.strip():
        yield Block(item.text, heading_level=_level(item))


def _level(paragraph: Paragraph) -> int:
    style = (paragraph.style.name if paragraph.style else None) or ""
    if style in ("Title", "表題"):
        return 1
    match = re.match(r"(?:Heading|見出し) (\d)", style)
    return int(match[1]) if match else 0
