"""Text in PDF files: the bundled font, styles, lines. With pdf.py, the only users of reportlab."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, white
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph

from assistant.worksheets.export.document import Line, Standing
from assistant.worksheets.export.page_fit import LEADING
from assistant.worksheets.export.phrases import reference_mark, standing_mark
from knowledge.documents import Language

FONT_NAME = "BIZUDGothic"
_LATIN, _LATIN_BOLD = "Vera", "VeraBd"
"""For English sheets: letters of the Japanese font are all of one width. They come with reportlab."""
_LATIN_SIZE = 0.92
"""Of the Japanese font's size, to look as large and to take as much room."""
_MISSING = "〓"
"""What Japanese printers have always put in the place of a character they lack."""
_INK, _REFERENCE, _UNCONFIRMED = "#1F2933", "#1D4E89", "#A34A00"
_SHADE = HexColor("#DCE9E4")


class PdfText:
    """Paragraphs in one language; remembers which characters the font lacks."""

    def __init__(self, language: Language, size: float) -> None:
        """
        Args:
            size: of the text in boxes, in points.
        """
        self._language, self._size = language, size
        self._known = _known_characters()
        _latin_characters()  # registered before a style names them
        self._styles = _styles(language, size)
        self._missing: set[str] = set()

    def paragraph(self, text: str, style: str) -> Paragraph:
        """A text in one of the named styles."""
        return Paragraph(self._markup(text), self._styles[style])

    def lines(self, lines: Sequence[Line]) -> list[Flowable]:
        """A box's lines with their marks; what is to be confirmed stands in colour."""
        return [self._line(line) for line in lines]

    def notices(self) -> tuple[str, ...]:
        """Which characters could not be shown, if any."""
        if not self._missing:
            return ()
        shown = " ".join(f"U+{ord(c):04X}" for c in sorted(self._missing)[:20])
        if self._language == "en":
            return (f"Characters that the PDF's font lacks are shown as {_MISSING}: {shown}",)
        return (f"PDFの字体にない文字は「{_MISSING}」で示しています：{shown}",)

    def _line(self, line: Line) -> Paragraph:
        is_option = line.text.startswith(("■", "□"))
        markup = self._markup(line.text if is_option or line.level else f"・{line.text}")
        if numbers := reference_mark(line.numbers, self._language):
            markup += f' <font size="{self._size - 1.5}" color="{_REFERENCE}">{numbers}</font>'
        if standing := standing_mark(line, self._language):
            markup += f' <font size="{self._size - 1}">{self._markup(standing)}</font>'
        if line.standing is Standing.UNCONFIRMED:
            markup = f'<font color="{_UNCONFIRMED}">{markup}</font>'
        return Paragraph(markup, self._styles["detail" if line.level else "line"])

    def _markup(self, text: str) -> str:
        if self._language == "ja":
            return self._in_japanese_font(text)
        latin = _latin_characters()
        runs = groupby(text, key=lambda c: ord(c) in latin or c.isspace())
        return "".join(
            escape("".join(run))
            if is_latin
            else f'<font name="{FONT_NAME}">{self._in_japanese_font("".join(run))}</font>'
            for is_latin, run in runs
        )

    def _in_japanese_font(self, text: str) -> str:
        unknown = {c for c in text if ord(c) not in self._known and not c.isspace()}
        self._missing |= unknown
        return escape("".join(_MISSING if c in unknown else c for c in text))


@cache
def _known_characters() -> frozenset[int]:
    """Register the Japanese font, once for the process, and list what it can show."""
    with as_file(files(__package__) / "fonts" / "BIZUDGothic-Regular.ttf") as path:
        font = TTFont(FONT_NAME, str(path))
    registerFont(font)
    return frozenset(font.face.charToGlyph)


@cache
def _latin_characters() -> frozenset[int]:
    """The same for the Latin font, in both weights."""
    fonts = [TTFont(name, f"{name}.ttf") for name in (_LATIN, _LATIN_BOLD)]
    for font in fonts:
        registerFont(font)
    return frozenset(fonts[0].face.charToGlyph)


def _styles(language: Language, boxes: float) -> dict[str, ParagraphStyle]:
    is_japanese = language == "ja"

    def style(size: float, *, bold: bool = False, **look: object) -> ParagraphStyle:
        latin = _LATIN_BOLD if bold else _LATIN
        return ParagraphStyle(
            f"{size}",
            fontName=FONT_NAME if is_japanese else latin,
            fontSize=size if is_japanese else size * _LATIN_SIZE,
            leading=size * LEADING,
            textColor=HexColor(_INK),
            # Japanese breaks anywhere but before closing marks; English between words.
            wordWrap="CJK" if is_japanese else None,
            **look,
        )

    return {
        "title": style(13, bold=True, spaceAfter=2),
        "subtitle": style(10.5, bold=True, spaceAfter=2),
        "plain": style(9),
        "small": style(7.5),
        "label": style(8.5, bold=True),
        "box label": style(
            8.5, bold=True, backColor=_SHADE, borderPadding=(1, 2, 1, 2), spaceAfter=3
        ),
        "band": ParagraphStyle("band", parent=style(9.5, bold=True), textColor=white),
        "line": style(boxes, leftIndent=boxes, firstLineIndent=-boxes),
        "detail": style(boxes, leftIndent=1.5 * boxes),
        "reference": style(8, leftIndent=20, firstLineIndent=-20),
        "quote": style(7.5, leftIndent=28),
    }
