"""The printed worksheet stays on its two pages as long as its text can be read."""

import pypdfium2
import pytest

from assistant.worksheets.export.building import lay_out
from assistant.worksheets.export.document import SheetDocument
from assistant.worksheets.export.page_fit import SIZES, half_widths, text_size
from assistant.worksheets.export.pdf import to_pdf
from assistant.worksheets.export.references import Numbering
from assistant.worksheets.model import FieldValue, Sheet
from tests.worksheets.bundled import empty_sheet, library, ride_inputs
from tests.worksheets.forms import form, sheet, works, written

WORKSHEET = library().forms["awareness-worksheet"]


def laid_out(filled: Sheet) -> SheetDocument:
    shown = WORKSHEET if filled.form_id == WORKSHEET.id else form(group=False)
    return lay_out(filled, shown, Numbering(works(), filled.language))


def filled_with(lines: int) -> Sheet:
    """The shipped worksheet with this many lines of 40 characters in every written field."""
    filled = empty_sheet(WORKSHEET, ride_inputs())
    value = written(*(f"{number}" + "文" * 39 for number in range(lines)))
    for field in WORKSHEET.fields.values():
        filled = filled.with_field(field.id, value if field.kind == "text" else FieldValue())
    return filled


@pytest.mark.parametrize(
    ("lines", "size"),
    [
        pytest.param(1, SIZES[0], id="a-short-sheet-is-set-large"),
        pytest.param(30, SIZES[-1], id="an-endless-one-is-never-set-too-small-to-read"),
    ],
)
def test_text_is_as_large_as_the_page_allows(lines: int, size: float) -> None:
    assert text_size(laid_out(filled_with(lines))) == size


def test_more_text_is_never_set_larger() -> None:
    sizes = [text_size(laid_out(filled_with(lines))) for lines in range(1, 12)]
    assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("lines", range(1, 5))
def test_what_is_said_to_fit_fits(lines: int) -> None:
    document = laid_out(filled_with(lines))
    assert document.references == ()
    pages = len(pypdfium2.PdfDocument(to_pdf(document)))
    assert pages == 2 or text_size(document) == SIZES[-1]


def test_other_forms_run_over_as_many_pages_as_they_need() -> None:
    assert text_size(laid_out(sheet())) == SIZES[0]


def test_a_japanese_character_is_two_half_widths() -> None:
    assert half_widths("市A、") == 5
