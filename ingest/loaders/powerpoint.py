"""PowerPoint. The only module that knows python-pptx."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pptx import Presentation

from ingest.blocks import Block, LoadedFile


def load(path: Path) -> LoadedFile:
    """Titles, text, tables and notes, slide by slide."""
    slides = list(Presentation(str(path)).slides)
    blocks = [
        block for number, slide in enumerate(slides, start=1) for block in _slide(slide, number)
    ]
    return LoadedFile(tuple(blocks), pages=len(slides))


def _slide(slide: Any, number: int) -> Iterator[Block]:
    title = slide.shapes.title
    if title is not None and title.text_frame.text.strip():
        yield Block(title.text_frame.text, page=number, heading_level=1)
    for shape in _flat(slide.shapes):
        if title is not None and shape.shape_id == title.shape_id:
            continue
        if shape.has_text_frame and shape.text_frame.text.strip():
            yield Block(shape.text_frame.text, page=number)
        elif getattr(shape, "has_table", False):
            for row in shape.table.rows:
                yield Block(" | ".join(cell.text.strip() for cell in row.cells), page=number)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame:
        yield Block(slide.notes_slide.notes_text_frame.text, page=number)


def _flat(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        if hasattr(shape, "shapes"):
            yield from _flat(shape.shapes)
        else:
            yield shape
