"""A sheet as a Word file: the boxes as on the form, then the references."""

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from assistant.worksheets.export.document import Fact, Reference, SheetDocument
from assistant.worksheets.export.phrases import BETWEEN, COLON, REFERENCES, legend, reference_mark
from assistant.worksheets.export.word_tables import add_blocks
from assistant.worksheets.export.word_text import SMALL, Look, new_document, write
from knowledge.documents import Language


def to_word(sheet: SheetDocument) -> bytes:
    """The content of a .docx file."""
    document = new_document(sheet.title, sheet.language, landscape=sheet.is_landscape)
    add_sheet(document, sheet)
    add_references(document, sheet.references, sheet.language)
    return content_of(document)


def content_of(document: WordDocument) -> bytes:
    """A document as the bytes of its file."""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def add_sheet(document: WordDocument, sheet: SheetDocument, *, on_new_page: bool = False) -> None:
    """Title, facts, what the marks mean, and all boxes, page by page as on the form."""
    add_heading(document, sheet.form_title, 1, on_new_page=on_new_page)
    if sheet.title and sheet.title != sheet.form_title:
        write(document.add_paragraph(), sheet.title, Look(size=10.5, bold=True))
    add_facts(document, sheet.facts, sheet.language, in_one_line=sheet.is_landscape)
    for text in (BETWEEN.in_language(sheet.language).join(legend(sheet.language)), *sheet.notices):
        _add_small(document, text)
    if not sheet.is_landscape:  # only the printed worksheet has pages of its own
        add_blocks(document, sheet, sheet.blocks)
        return
    pages = sorted({block.page for block in sheet.blocks})
    for page in pages:
        if page != pages[0]:
            _add_small(document, sheet.form_title)
            document.paragraphs[-1].paragraph_format.page_break_before = True
        add_blocks(document, sheet, [block for block in sheet.blocks if block.page == page])


def add_heading(
    document: WordDocument, text: str, level: int, *, on_new_page: bool = False
) -> None:
    """A heading that Word's navigation finds."""
    heading = document.add_paragraph(style=f"Heading {level}")
    heading.paragraph_format.space_before = Pt(0 if level == 1 else 8)
    heading.paragraph_format.space_after = Pt(3)
    heading.paragraph_format.page_break_before = on_new_page
    write(heading, text, Look(size=13 if level == 1 else 11, bold=True))


def add_facts(
    document: WordDocument,
    facts: Sequence[Fact],
    language: Language,
    *,
    in_one_line: bool = False,
) -> None:
    """Label and text, one fact a line or one after the other."""
    colon, paragraph = COLON.in_language(language), None
    for fact in facts:
        if paragraph is None or not in_one_line:
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(0)
        write(paragraph, f"{fact.label}{colon}", Look(bold=True))
        write(paragraph, f"{fact.text}　" if in_one_line else fact.text)


def add_references(
    document: WordDocument, references: Sequence[Reference], language: Language
) -> None:
    """The list at the end, with what the lines rest on."""
    if not references:
        return
    add_heading(document, REFERENCES.in_language(language), 2)
    for reference in references:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Mm(7)
        paragraph.paragraph_format.first_line_indent = Mm(-7)
        paragraph.paragraph_format.space_after = Pt(0)
        mark = reference_mark((reference.number,), language)
        write(paragraph, f"{mark} {reference.text}", SMALL)
        for quote in reference.quotes:
            quoted = document.add_paragraph()
            quoted.paragraph_format.left_indent = Mm(10)
            quoted.paragraph_format.space_after = Pt(1)
            write(quoted, quote, Look(size=7.5))


def _add_small(document: WordDocument, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(0)
    write(paragraph, text, Look(size=7.5))
