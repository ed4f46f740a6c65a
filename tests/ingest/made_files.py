"""Files of every format, made as offices make them."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from PIL import Image
from pptx import Presentation
from pptx.util import Inches
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "HeiseiKakuGo-W5"
"""Named in the file and found by the reader of the PDF: nothing is embedded, as offices do it."""


def pdf(path: Path, pages: Sequence[Sequence[str]], *, password: str | None = None) -> Path:
    """Lines on pages, top to bottom."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    encryption = StandardEncryption(password, canPrint=0) if password else None
    canvas = Canvas(str(path), encrypt=encryption)
    for lines in pages:
        canvas.setFont(FONT, 11)
        for number, line in enumerate(lines):
            canvas.drawString(60, 780 - 20 * number, line)
        canvas.showPage()
    canvas.save()
    return path


def scanned_pdf(path: Path) -> Path:
    """A page that is only a picture."""
    canvas = Canvas(str(path))
    canvas.drawImage(ImageReader(Image.new("RGB", (40, 40), "grey")), 60, 600, 200, 200)
    canvas.showPage()
    canvas.save()
    return path


def word(path: Path) -> Path:
    """Headings, paragraphs, a table, a content control, a text box, a tracked change."""
    document = Document()
    document.add_heading("地域福祉計画", level=0)
    document.add_heading("第1章 移動", level=1)
    document.add_paragraph("デマンド交通の実証を行う。")
    document.add_heading("料金", level=2)
    document.add_paragraph("1回300円とする。")
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(table.rows, [("地区", "週", "月"), ("北", "あり", "あり")], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    merged = document.add_table(rows=1, cols=3)
    merged.cell(0, 0).merge(merged.cell(0, 2)).text = "全地区で共通"
    _append(
        document,
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>様式の記入欄</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    )
    _append(
        document,
        f'<w:p {nsdecls("w")}><w:r><w:t>回数は</w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t>週3回</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>週2回</w:delText></w:r></w:del></w:p>',
    )
    _append(document, _text_box("囲みの注意書き"))
    document.save(str(path))
    return path


def _append(document: Any, xml: str) -> None:
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))


def _text_box(text: str) -> str:
    inside = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    spaces = (
        f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    return (
        f"<w:p {spaces}><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><wps:txbx>{inside}</wps:txbx></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p>"
    )


def excel(
    path: Path, sheets: dict[str, list[list[Any]]], formats: dict[str, str] | None = None
) -> Path:
    """Rows by sheet; `formats` gives number formats by cell of the first sheet."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    for cell, number_format in (formats or {}).items():
        workbook.worksheets[0][cell].number_format = number_format
    workbook.save(path)
    return path


def slides(path: Path) -> Path:
    """Two slides: title and bullets with notes; a table and a group without a title."""
    presentation = Presentation()
    first = presentation.slides.add_slide(presentation.slide_layouts[1])
    first.shapes.title.text_frame.text = "移動販売の進め方"
    first.placeholders[1].text_frame.text = "場所を決める\n時刻を決める"
    first.notes_slide.notes_text_frame.text = "口頭で費用に触れる"
    second = presentation.slides.add_slide(presentation.slide_layouts[6])
    table = second.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(1)).table
    for (row, column), text in {
        (0, 0): "役割",
        (0, 1): "担い手",
        (1, 0): "運転",
        (1, 1): "企業",
    }.items():
        table.cell(row, column).text = text
    group = second.shapes.add_group_shape()
    group.shapes.add_textbox(
        Inches(1), Inches(3), Inches(2), Inches(1)
    ).text_frame.text = "組の中の文"
    presentation.save(str(path))
    return path


def zip_of(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in members.items():
            container.writestr(name, content)
    return path


def text(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode(encoding))
    return path
