"""Exported pages look as they should: sides, columns, rows, breaks, and a glyph for each mark."""

import pypdfium2
import pytest
from docx.oxml.ns import qn
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.platypus import Paragraph

from assistant.worksheets.export.document import Line, SheetDocument, Standing
from assistant.worksheets.export.pdf import to_pdf
from assistant.worksheets.export.pdf_text import PdfText
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import Sheet
from knowledge.documents import LANGUAGES, Language
from tests.worksheets.bundled import empty_sheet, library
from tests.worksheets.exported import book, laid_out, pdf_text, squeezed, word
from tests.worksheets.forms import form, sheet, written

PROPOSAL = library().forms["municipality-proposal"]


def proposal() -> SheetDocument:
    """A form that is printed upright, on more paper than one page."""
    filled = empty_sheet(PROPOSAL, Inputs())
    for field_id in ("plan_fit", "problem", "risks", "rollout"):
        filled = filled.with_field(field_id, written(*(["長い文です。" * 30] * 5)))
    return laid_out(filled, PROPOSAL)


def filled_problem(*texts: str, language: Language = "ja") -> Sheet:
    return sheet().model_copy(update={"language": language}).with_field("problem", written(*texts))


class TestWord:
    def test_the_printed_worksheet_lies_on_its_side_and_others_stand(self) -> None:
        lying = word(laid_out(sheet())).sections[0]
        standing = word(laid_out(sheet(), form(group=False))).sections[0]
        assert (lying.page_width or 0) > (lying.page_height or 0)
        assert (standing.page_width or 0) < (standing.page_height or 0)

    def test_boxes_of_one_row_stand_side_by_side(self) -> None:
        table = word(laid_out(sheet())).tables[0]
        texts = [cell.text.splitlines()[0] for cell in table.rows[1].cells]
        assert list(dict.fromkeys(texts)) == ["課題", "personaの欄", "problemの欄"]

    def test_only_the_printed_worksheet_has_pages_of_its_own(self) -> None:
        def breaks(document: SheetDocument) -> int:
            paragraphs = word(document).paragraphs
            return sum(p.paragraph_format.page_break_before is True for p in paragraphs)

        assert breaks(laid_out(sheet())) == 1
        assert breaks(proposal()) == 0

    def test_a_row_stays_on_one_page_unless_it_may_be_higher_than_that(self) -> None:
        def is_kept_whole(text: str) -> bool:
            row = word(laid_out(filled_problem(text))).tables[0].rows[1]
            return row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None

        assert is_kept_whole("短い文")
        assert not is_kept_whole("長い文です。" * 300)

    def test_letters_and_digits_are_not_japanese(self) -> None:
        normal = word(laid_out(sheet())).styles["Normal"].element
        (language,) = normal.iter(qn("w:lang"))
        assert language.get(qn("w:val")) == "en-US"
        assert language.get(qn("w:eastAsia")) == "ja-JP"


class TestExcel:
    def test_rows_are_high_enough_and_never_too_high(self) -> None:
        filled = sheet().with_field("problem", written(*(["長い文です。" * 300] * 5)))
        tab = book(laid_out(filled))["1ページ"]
        heights = [tab.row_dimensions[row].height or 0 for row in range(1, tab.max_row + 1)]
        assert max(heights) < 409
        assert sum(heights) > 2_000

    def test_a_printed_page_of_the_worksheet_stays_one_page_while_it_can_be_read(self) -> None:
        def is_on_one_page(lines: int) -> bool:
            filled = sheet().with_field("problem", written(*(["長い文です。" * 20] * lines)))
            return book(laid_out(filled))["1ページ"].page_setup.fitToHeight != 0

        assert is_on_one_page(5)
        assert not is_on_one_page(60)

    def test_the_more_is_written_the_wider_are_the_columns(self) -> None:
        def width(lines: int) -> float:
            tab = book(laid_out(filled_problem(*(["長い文です。" * 6] * lines))))["1ページ"]
            wide: float = tab.column_dimensions["B"].width
            return wide

        assert width(1) < width(20)

    def test_other_forms_run_over_as_much_paper_as_they_need(self) -> None:
        setup = book(proposal())["1ページ"].page_setup
        assert (setup.orientation, setup.fitToHeight) != ("landscape", 1)
        assert setup.fitToHeight == 0


class TestPdf:
    def test_the_font_is_inside(self) -> None:
        assert b"/FontFile2" in to_pdf(laid_out(sheet()))

    def test_english_stands_in_letters_of_different_widths_and_japanese_names_stay(self) -> None:
        filled = sheet().model_copy(update={"language": "en"})
        filled = filled.with_field("problem", written("Rides by みどり交通 in Midori City"))
        document = laid_out(filled)
        assert b"BitstreamVera" in to_pdf(document)
        assert b"BitstreamVera" not in to_pdf(laid_out(sheet()))
        assert squeezed("Rides by みどり交通 in Midori City") in squeezed(pdf_text(document))

    def test_a_character_that_the_font_lacks_is_shown_as_such(self) -> None:
        filled = sheet().with_field("problem", written("乗合バス🚌で行く"))
        text = squeezed(pdf_text(laid_out(filled)))
        assert "乗合バス〓で行く" in text
        assert "U+1F68C" in text

    def test_only_the_printed_worksheet_has_pages_of_its_own(self) -> None:
        opened = pypdfium2.PdfDocument(to_pdf(proposal()))
        texts = [squeezed(page.get_textpage().get_text_bounded()) for page in opened]
        last, first = "解決しておくリスク", "予算と進め方"
        assert any(last in text and first in text for text in texts)

    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("standing", Standing)
    def test_each_mark_stands_in_a_font_that_has_it(
        self, standing: Standing, language: Language
    ) -> None:
        line = Line(text="Midori みどり", standing=standing, numbers=(1, 2))
        (paragraph,) = PdfText(language, 9).lines([line])
        assert isinstance(paragraph, Paragraph)
        for run in paragraph.frags:
            known = getFont(run.fontName).face.charToGlyph
            assert [c for c in run.text if ord(c) not in known] == []
