"""A sheet as a Word file, in the layout of the printed form."""

from io import BytesIO

from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell

from assistant.worksheets.export.document import Block, Box, Reference, SheetDocument
from assistant.worksheets.export.phrases import REFERENCES, legend
from assistant.worksheets.export.word_text import (
    BAND,
    LABEL,
    ON_BAND,
    SHADE,
    SMALL,
    Look,
    add_lines,
    fill,
    new_document,
    text_width,
    write,
    write_cell,
)
from knowledge.documents import Language

_COLUMNS = 12  # divisible by one, two, three and four boxes in a row
_TITLE_WIDTH = Mm(28)


def to_word(sheet: SheetDocument) -> bytes:
    """The file's content: page by page as on the form, then the references."""
    document = new_document(sheet.title, sheet.language, landscape=sheet.is_landscape)
    add_sheet(document, sheet)
    add_references(document, sheet.references, sheet.language)
    return content_of(document)


def content_of(document: WordDocument) -> bytes:
    """A document as the bytes of its file."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def add_sheet(document: WordDocument, sheet: SheetDocument) -> None:
    """Title, facts, legend and all boxes."""
    heading = document.paragraphs[0] if document.paragraphs else document.add_paragraph()
    write(heading, sheet.form_title, Look(size=13, bold=True))
    if sheet.title and sheet.title != sheet.form_title:
        write(document.add_paragraph(), sheet.title, Look(size=11, bold=True))
    _add_facts(document, sheet)
    pages = sorted({block.page for block in sheet.blocks})
    for page in pages:
        if page != pages[0]:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        _add_page(document, tuple(block for block in sheet.blocks if block.page == page))
