"""Word. The only loader that knows python-docx."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from ingest.blocks import Block, LoadedFile

_STRUCTURES = {qn("w:sdt"), qn("w:sdtContent")}
"""Content controls, in which forms and tables of contents stand: python-docx passes over them."""
_TEXT = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
# An older drawing of the same box stands beside each new one; what was deleted is still kept.
_LEFT_OUT = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    qn("w:del"), qn("w:moveFrom"), qn("w:pPr"), qn("w:rPr"),
}  # fmt: skip


def load(path: Path) -> LoadedFile:
    """Paragraphs and tables in reading order; Word keeps no page numbers."""
    document = Document(str(path))
    return LoadedFile(tuple(_blocks(document.element.body, document)), pages=None)


def _blocks(container: Any, document: Any) -> Iterator[Block]:
    for element in container:
        if element.tag == qn("w:p"):
            text = _text(element).strip()
            if text:
                yield Block(text, heading_level=_level(Paragraph(element, document)))
        elif element.tag == qn("w:tbl"):
            yield from map(Block, _rows(Table(element, document), document))
        elif element.tag in _STRUCTURES:
            yield from _blocks(element, document)


def _rows(table: Table, document: Any) -> Iterator[str]:
    for row in table.rows:
        # A merged cell is given once for each column that it covers.
        cells = {id(cell._tc): cell for cell in row.cells}.values()
        texts = [_cell(cell, document) for cell in cells]
        yield " | ".join(text for text in texts if text)


def _cell(cell: _Cell, document: Any) -> str:
    lines = "\n".join(block.text for block in _blocks(cell._tc, document)).splitlines()
    return " ".join(line.strip() for line in lines if line.strip())


def _text(element: Any) -> str:
    """All words of a paragraph: in links, insertions and text boxes too."""
    if element.tag == qn("w:t"):
        return element.text or ""
    if element.tag in _TEXT:
        return _TEXT[element.tag]
    inside = "".join(_text(child) for child in element if child.tag not in _LEFT_OUT)
    return f"\n{inside}\n" if element.tag == qn("w:txbxContent") else inside


def _level(paragraph: Paragraph) -> int:
    style = (paragraph.style.name if paragraph.style else None) or ""
    if style in ("Title", "表題"):
        return 1
    match = re.match(r"(?:Heading|見出し) (\d)", style)
    return int(match[1]) if match else 0
