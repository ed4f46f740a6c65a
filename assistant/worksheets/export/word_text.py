"""Text in Word files: fonts, paragraphs, cells. With word.py, the only users of python-docx."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from assistant.worksheets.export.document import Line, Standing
from assistant.worksheets.export.page_fit import LEADING, MARGIN_MM
from assistant.worksheets.export.phrases import FONT, reference_mark, standing_mark
from knowledge.documents import Language

SHADE = "DCE9E4"
"""Section titles and labels: light enough to print on any office printer."""
BAND = "2F6B5A"
_INK = RGBColor(0x1F, 0x29, 0x33)
_REFERENCE = RGBColor(0x1D, 0x4E, 0x89)
_UNCONFIRMED = RGBColor(0xA3, 0x4A, 0x00)
_WHITE = RGBColor(0xFF, 0xFF, 0xFF)
_MARGIN = Mm(MARGIN_MM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a run of text looks."""

    size: float = 9
    """In points."""
    bold: bool = False
    color: RGBColor = _INK


PLAIN = Look()
LABEL = Look(size=8.5, bold=True)
ON_BAND = Look(size=9.5, bold=True, color=_WHITE)
SMALL = Look(size=8)


def new_document(title: str, language: Language, *, landscape: bool = False) -> WordDocument:
    """An empty A4 document whose every style uses the Japanese font."""
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = ""
    document.core_properties.language = language
    section = document.sections[0]
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, _MARGIN)
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet"):
        _use_font(document.styles[name].element.get_or_add_rPr())
    normal = document.styles["Normal"]
    normal.paragraph_format.space_after = Pt(2)
    _set_language(normal.element.get_or_add_rPr(), language)
    _add_page_numbers(document, title)
    return document


def text_width(document: WordDocument) -> int:
    """Width between the margins, in English metric units."""
    section = document.sections[0]
    width = section.page_width or 0
    return width - (section.left_margin or 0) - (section.right_margin or 0)


def write(paragraph: Paragraph, text: str, look: Look = PLAIN) -> Run:
    """Add text to a paragraph in the Japanese font."""
    run = paragraph.add_run(text)
    run.font.size, run.font.bold, run.font.color.rgb = Pt(look.size), look.bold, look.color
    _use_font(run._element.get_or_add_rPr())
    return run


def write_line(paragraph: Paragraph, line: Line, language: Language, *, size: float = 9) -> None:
    """One line of a box with its marks; what is to be confirmed stands in colour."""
    unconfirmed = line.standing is Standing.UNCONFIRMED
    look = Look(size=size, color=_UNCONFIRMED if unconfirmed else _INK)
    paragraph.paragraph_format.left_indent = Mm(3.2 + 3.2 * line.level)
    paragraph.paragraph_format.first_line_indent = Mm(-3.2)
    set_leading(paragraph, size)
    write(paragraph, f"{_bullet(line)}{line.text}", look)
    if numbers := reference_mark(line.numbers, language):
        write(paragraph, f" {numbers}", Look(size=size - 1.5, color=_REFERENCE))
    if standing := standing_mark(line, language):
        # A space that does not break: the mark alone on a line would seem to be a bullet.
        write(
            paragraph, f"\u00a0{standing}", Look(size=size - 1, bold=unconfirmed, color=look.color)
        )


def set_leading(paragraph: Paragraph, size: float) -> None:
    """Lines of a fixed height: Japanese fonts differ by half in the height that they ask for."""
    paragraph.paragraph_format.line_spacing = Pt(round(size * LEADING, 1))


def fill(cell: _Cell, color: str) -> None:
    """Give a cell a background, as six hexadecimal digits."""
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), color)
    cell._element.get_or_add_tcPr().append(shading)


def write_cell(cell: _Cell, text: str, look: Look = PLAIN) -> None:
    """Put one text into an empty cell."""
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    set_leading(paragraph, look.size)
    write(paragraph, text, look)


def add_lines(cell: _Cell, lines: Sequence[Line], language: Language, size: float) -> None:
    """Add a box's lines below what stands in the cell."""
    for line in lines:
        paragraph = cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(1)
        write_line(paragraph, line, language, size=size)


def _bullet(line: Line) -> str:
    is_option = line.text.startswith(("■", "□"))
    return "" if is_option or line.level else "・"


def _set_language(properties: BaseOxmlElement, language: Language) -> None:
    # Without it, a system with several East Asian fonts may pick the Chinese forms of characters.
    # Letters and digits stay English in Japanese files too: as Japanese, dates break anywhere.
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), "en-US" if language == "ja" else "en-GB")
    mark.set(qn("w:eastAsia"), "ja-JP")
    properties.append(mark)


def _add_page_numbers(document: WordDocument, title: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    write(paragraph, f"{title}　", Look(size=7.5))
    for code, after in (("PAGE", " / "), ("NUMPAGES", "")):
        number = OxmlElement("w:fldSimple")
        number.set(qn("w:instr"), code)
        number.append(write(paragraph, "1", Look(size=7.5))._element)
        paragraph._element.append(number)
        write(paragraph, after, Look(size=7.5))


def _use_font(properties: BaseOxmlElement) -> None:
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for attribute in list(fonts.attrib):
        del fonts.attrib[attribute]
    # Without eastAsia, Word sets Japanese in the theme's font, which differs from one PC to another.
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
