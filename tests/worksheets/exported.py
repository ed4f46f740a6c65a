"""Sheets laid out and exported, and the texts of the files that come of them."""

from io import BytesIO

import pypdfium2
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from openpyxl import Workbook, load_workbook

from assistant.worksheets.export.building import lay_out
from assistant.worksheets.export.document import SheetDocument
from assistant.worksheets.export.excel import to_excel
from assistant.worksheets.export.pdf import to_pdf
from assistant.worksheets.export.references import Numbering
from assistant.worksheets.export.word import to_word
from assistant.worksheets.model import Sheet
from knowledge.forms import Form
from tests.worksheets.forms import form, works


def laid_out(filled: Sheet, on: Form | None = None) -> SheetDocument:
    return lay_out(filled, on or form(), Numbering(works(), filled.language))


def word(document: SheetDocument) -> WordDocument:
    return Document(BytesIO(to_word(document)))


def word_text(document: WordDocument) -> str:
    return "\n".join(node.text or "" for node in document.element.body.iter(qn("w:t")))


def book(document: SheetDocument) -> Workbook:
    return load_workbook(BytesIO(to_excel(document)), rich_text=True)


def book_texts(workbook: Workbook) -> list[str]:
    cells = (cell for tab in workbook for row in tab.iter_rows() for cell in row)
    return [str(cell.value) for cell in cells if cell.value is not None]


def pdf_text(document: SheetDocument) -> str:
    opened = pypdfium2.PdfDocument(to_pdf(document))
    return "".join(page.get_textpage().get_text_bounded() for page in opened)


def squeezed(text: str) -> str:
    return "".join(text.split())
