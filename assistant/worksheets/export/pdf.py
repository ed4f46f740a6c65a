"""A sheet as a PDF with its font inside, so that it looks the same on every machine."""

from collections.abc import Sequence
from io import BytesIO
from itertools import groupby

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    Flowable,
    PageBreak,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from assistant.worksheets.export.document import Block, Box, SheetDocument
from assistant.worksheets.export.page_fit import (
    LEAST_ROW_MM,
    MARGIN_MM,
    TITLE_WIDTH_MM,
    text_size,
)
from assistant.worksheets.export.pdf_text import FONT_NAME, PdfText
from assistant.worksheets.export.phrases import BETWEEN, COLON, REFERENCES, legend, reference_mark

_MARGIN = MARGIN_MM * mm
_TITLE_WIDTH = TITLE_WIDTH_MM * mm
_LABEL_WIDTH = 46 * mm
_LEAST_HEIGHT = LEAST_ROW_MM * mm
_THIN = 0.5
_FRAME_PADDING = 6
"""Points that the template itself leaves beside text, but not beside tables."""
_BAND, _SHADE, _LINE = HexColor("#2F6B5A"), HexColor("#DCE9E4"), HexColor("#8A9A95")
_CELLS = (
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ("LEFTPADDING", (0, 0), (-1, -1), 4),
    ("RIGHTPADDING", (0, 0), (-1, -1), 4),
)


def to_pdf(sheet: SheetDocument) -> bytes:
    """The content of a .pdf file."""
    file = BytesIO()
    size = landscape(A4) if sheet.is_landscape else A4
    template = SimpleDocTemplate(
        file,
        pagesize=size,
        leftMargin=_MARGIN - _FRAME_PADDING,
        rightMargin=_MARGIN - _FRAME_PADDING,
        topMargin=_MARGIN,
        bottomMargin=_MARGIN + 4 * mm,
        title=sheet.title,
        lang="ja" if sheet.language == "ja" else "en",
    )
    story = _Story(sheet, width=size[0] - 2 * _MARGIN).flowables()
    template.build(story, onFirstPage=_number_page, onLaterPages=_number_page)
    return file.getvalue()


class _Story:
    """The sheet as what flows over the pages."""

    def __init__(self, sheet: SheetDocument, *, width: float) -> None:
        self._sheet, self._width = sheet, width
        self._text = PdfText(sheet.language, text_size(sheet))

    def flowables(self) -> list[Flowable]:
        body = self._pages() if self._sheet.is_landscape else self._blocks(self._sheet.blocks)
        body += self._references()
        return self._head() + body

    def _pages(self) -> list[Flowable]:
        """The printed worksheet's pages; other forms run on."""
        in_order = sorted(self._sheet.blocks, key=lambda block: block.page)
        body: list[Flowable] = []
        for _, blocks in groupby(in_order, key=lambda block: block.page):
            if body:
                body.append(PageBreak())
            body += self._blocks(list(blocks))
        return body

    def _head(self) -> list[Flowable]:
        """Made last: only then is it known which characters the font lacked."""
        sheet, text = self._sheet, self._text
        colon = COLON.in_language(sheet.language)
        head: list[Flowable] = [text.paragraph(sheet.form_title, "title")]
        if sheet.title != sheet.form_title:
            head.append(text.paragraph(sheet.title, "subtitle"))
        facts = [f"{fact.label}{colon}{fact.text}" for fact in sheet.facts]
        shown = [BETWEEN.in_language(sheet.language).join(facts)] if sheet.is_landscape else facts
        head += [text.paragraph(each, "plain") for each in shown if each]
        small = [
            BETWEEN.in_language(sheet.language).join(legend(sheet.language)),
            *sheet.notices,
            *text.notices(),
        ]
        return [*head, *(text.paragraph(each, "small") for each in small), Spacer(0, 2 * mm)]

    def _blocks(self, blocks: Sequence[Block]) -> list[Flowable]:
        found: list[Flowable] = []
        for group, members in groupby(blocks, key=lambda block: block.group):
            if group:
                found.append(self._band(group))
            for block in members:
                found += (
                    self._side_by_side(block) if self._sheet.is_landscape else self._plain(block)
                )
        return found

    def _side_by_side(self, block: Block) -> list[Flowable]:
        """A table for each row: a table of several rows could not break inside one of them."""
        last = len(block.rows) - 1
        return [
            self._row(block.title if number == 0 else "", boxes, is_last=number == last)
            for number, boxes in enumerate(block.rows)
        ]

    def _row(self, title: str, boxes: Sequence[Box], *, is_last: bool) -> Table:
        width = (self._width - _TITLE_WIDTH) / len(boxes)
        cells = [
            [self._text.paragraph(box.label, "box label"), *self._text.lines(box.lines)]
            for box in boxes
        ]
        table = Table(
            [[[self._text.paragraph(title, "label")], *cells]],
            colWidths=[_TITLE_WIDTH, *([width] * len(boxes))],
            minRowHeights=[_LEAST_HEIGHT],
            splitInRow=1,
        )
        around_title = [("LINEBEFORE", (0, 0), (0, 0))]
        around_title += [("LINEABOVE", (0, 0), (0, 0))] if title else []
        around_title += [("LINEBELOW", (0, 0), (0, 0))] if is_last else []
        table.setStyle(
            TableStyle(
                [
                    *_CELLS,
                    ("BACKGROUND", (0, 0), (0, -1), _SHADE),
                    ("BOX", (1, 0), (-1, -1), _THIN, _LINE),
                    ("INNERGRID", (1, 0), (-1, -1), _THIN, _LINE),
                    *((*where, _THIN, _LINE) for where in around_title),
                ]
            )
        )
        return table

    def _plain(self, block: Block) -> list[Flowable]:
        found: list[Flowable] = [self._band(block.title)]
        for box in (box for boxes in block.rows for box in boxes):
            table = Table(
                [[[self._text.paragraph(box.label, "label")], self._text.lines(box.lines)]],
                colWidths=[_LABEL_WIDTH, self._width - _LABEL_WIDTH],
                splitInRow=1,
            )
            shade = ("BACKGROUND", (0, 0), (0, -1), _SHADE)
            table.setStyle(TableStyle([*_CELLS, shade, ("GRID", (0, 0), (-1, -1), _THIN, _LINE)]))
            found.append(table)
        return found

    def _band(self, text: str) -> Table:
        table = Table([[self._text.paragraph(text, "band")]], colWidths=[self._width])
        table.setStyle(TableStyle([*_CELLS, ("BACKGROUND", (0, 0), (-1, -1), _BAND)]))
        table.keepWithNext = True
        return table

    def _references(self) -> list[Flowable]:
        if not self._sheet.references:
            return []
        language = self._sheet.language
        found: list[Flowable] = [
            Spacer(0, 4 * mm),
            self._text.paragraph(REFERENCES.in_language(language), "subtitle"),
        ]
        for reference in self._sheet.references:
            mark = reference_mark((reference.number,), language)
            found.append(self._text.paragraph(f"{mark} {reference.text}", "reference"))
            found += [self._text.paragraph(quote, "quote") for quote in reference.quotes]
        return found


def _number_page(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont(FONT_NAME, 7.5)
    canvas.drawRightString(template.pagesize[0] - _MARGIN, _MARGIN, str(canvas.getPageNumber()))
