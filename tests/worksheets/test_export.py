"""Files: everything written is in them with its mark, and nothing in them is executed."""

from datetime import UTC, datetime

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.worksheets.export.building import lay_out
from assistant.worksheets.export.markdown import to_markdown
from assistant.worksheets.export.phrases import FONT
from assistant.worksheets.export.references import CitedWorks, Numbering
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import LONGEST_FIELD, FieldValue, Origin, Sentence, Sheet
from assistant.worksheets.outcomes import result_of
from knowledge.documents import LANGUAGES, Language
from knowledge.forms import Form
from tests.worksheets.bundled import empty_sheet, library
from tests.worksheets.exported import (
    book,
    book_texts,
    laid_out,
    pdf_text,
    squeezed,
    word,
    word_text,
)
from tests.worksheets.forms import sheet, written

FORMULA = "=cmd|'/c calc'!A1"
_FORMS = list(library().forms.values())


class TestMarks:
    """`sheet()` has a line from a source, one of a user's and a suggestion."""

    expected = (
        "市が集客を担う 〔1〕",
        "免許を返した人が多い ●",
        "隣町の家族に頼る人がいる 〔1〕【要確認】",
        "利用者数 ●",
        "目標：年1,000人",
        "測り方：【要確認】",
        "■ はい",
        "□ いいえ",
    )

    def test_in_markdown(self) -> None:
        text = to_markdown(laid_out(sheet()))
        for line in self.expected:
            assert f"- {line}" in text

    def test_in_word(self) -> None:
        text = squeezed(word_text(word(laid_out(sheet()))))
        for line in self.expected:
            assert squeezed(line) in text

    def test_in_excel(self) -> None:
        text = squeezed("".join(book_texts(book(laid_out(sheet())))))
        for line in self.expected:
            assert squeezed(line) in text

    def test_in_pdf(self) -> None:
        text = squeezed(pdf_text(laid_out(sheet())))
        for line in self.expected:
            assert squeezed(line) in text

    def test_a_line_that_ends_with_its_blank_is_not_marked_twice(self) -> None:
        line = Sentence(text="運賃：【要確認】", origin=Origin.SUGGESTED)
        filled = sheet().with_field("problem", FieldValue(sentences=(line,)))
        assert "運賃：【要確認】【要確認】" not in squeezed(to_markdown(laid_out(filled)))

    def test_an_empty_field_is_marked_and_an_old_one_is_kept(self) -> None:
        filled = sheet().with_field("gone", written("様式から消えた欄の文"))
        text = to_markdown(laid_out(filled))
        assert "problemの欄\n\n- 【要確認】" in text
        assert "いまの様式にない欄" in text
        assert "様式から消えた欄の文" in text


class TestReferences:
    def test_each_cited_entry_stands_once_with_its_document_and_quote(self) -> None:
        (reference,) = laid_out(sheet()).references
        assert reference.number == 1
        assert "記入例の関係者と役割分担" in reference.text
        assert "産福共創に向けたポイント集" in reference.text
        assert reference.quotes == ("自治体は集客を担います。",)

    def test_in_english(self) -> None:
        english = sheet().model_copy(update={"language": "en"})
        (reference,) = laid_out(english).references
        assert "Partners and their roles in the worked example" in reference.text
        assert "[1][to be confirmed]" in to_markdown(laid_out(english)).replace("\\", "")

    def test_an_entry_that_has_gone_is_named_by_its_id(self) -> None:
        cited = sheet().value("persona").sentences[0].citations[0]
        gone = cited.model_copy(update={"entry_id": "old-document#3"})
        line = Sentence(text="文", origin=Origin.SOURCE, citations=(gone,))
        filled = sheet().with_field("persona", FieldValue(sentences=(line,)))
        assert laid_out(filled).references[0].text == "old-document#3"


class TestWord:
    def test_every_run_names_the_japanese_font(self) -> None:
        document = word(laid_out(sheet()))
        runs = list(document.element.body.iter(qn("w:r")))
        fonts = {run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}").get(qn("w:eastAsia")) for run in runs}
        assert fonts == {FONT}


class TestExcel:
    def test_nothing_is_a_formula_or_a_link(self) -> None:
        filled = sheet().model_copy(update={"title": FORMULA})
        for text in ("+1+1", "-1", "@SUM(A1)", "\t=1", FORMULA, "http://example.com/"):
            filled = filled.with_field("problem", written(text, "二行目"))
            for tab in book(laid_out(filled)):
                cells = [cell for row in tab.iter_rows() for cell in row]
                assert {cell.data_type for cell in cells} <= {"s", "n"}
                assert all(cell.value is None for cell in cells if cell.data_type == "n")
                assert all(cell.quotePrefix for cell in cells if cell.value)
                assert not any(cell.hyperlink for cell in cells)
        assert FORMULA in book_texts(book(laid_out(filled)))

    def test_each_printed_page_has_its_tab(self) -> None:
        assert book(laid_out(sheet())).sheetnames == ["1ページ", "2ページ", "出典"]


def test_characters_that_no_file_can_hold_are_left_out_with_a_notice() -> None:
    filled = sheet().with_field("problem", written("買い物\uffffに\ufdd0行く"))
    document = laid_out(filled)
    assert "2字" in document.notices[0]
    assert "買い物に行く" in word_text(word(document))
    assert "制御文字を2字" in pdf_text(document)


def test_user_text_never_becomes_markup() -> None:
    filled = sheet().with_field("problem", written("<script>alert(1)</script>", "# [x](y) *z*"))
    document = laid_out(filled)
    text = to_markdown(document)
    assert "<script>" not in text
    assert "\\# \\[x\\](y) \\*z\\*" in text
    assert "<script>alert(1)</script>" in pdf_text(document)


def test_the_longest_fields_are_whole_in_every_file() -> None:
    lines = [f"{number}番目の文です。" + "あ" * 480 for number in range(20)]
    assert sum(map(len, lines)) <= LONGEST_FIELD
    filled = sheet()
    for field_id in ("persona", "problem", "service"):
        filled = filled.with_field(field_id, written(*lines))
    document = laid_out(filled)
    texts = (
        to_markdown(document),
        word_text(word(document)),
        "".join(book_texts(book(document))),
        pdf_text(document),
    )
    for text in texts:
        assert squeezed(text).count("あ" * 100) >= 3 * 20
        assert all(squeezed(text).count(f"{number}番目の文です。") >= 3 for number in range(20))


def test_one_endless_line_is_whole_in_excel() -> None:
    filled = sheet().with_field("problem", written("鬱" * 2_000))
    assert "".join(book_texts(book(laid_out(filled)))).count("鬱") == 2_000


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=4))
def test_any_text_gives_files_that_open(texts: list[str]) -> None:
    filled = sheet().with_field("problem", _typed(texts))
    document = laid_out(filled)
    assert word(document).tables
    assert book(document).sheetnames
    assert pdf_text(document)
    written_there = squeezed(word_text(word(document)))
    for line in document.blocks[0].rows[0][1].lines:
        assert squeezed(line.text) in written_there


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("shipped", _FORMS, ids=lambda each: each.id)
def test_every_shipped_form_leaves_as_every_file(shipped: Form, language: Language) -> None:
    empty = Sheet(
        id="empty",
        form_id=shipped.id,
        form_version=shipped.version,
        title=shipped.title.in_language(language),
        language=language,
        updated_at=datetime(2026, 4, 1, tzinfo=UTC),
    )
    document = laid_out(empty, shipped)
    labels = [box.label for block in document.blocks for row in block.rows for box in row]
    for text in (word_text(word(document)), "".join(book_texts(book(document)))):
        assert all(squeezed(label) in squeezed(text) for label in labels)
    assert pdf_text(document)


@pytest.mark.parametrize("form_id", ["level-company", "level-municipality"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_level_check_leaves_with_its_result_and_what_to_read_next(
    form_id: str, language: Language
) -> None:
    shipped = library().forms[form_id]
    answered = empty_sheet(shipped, Inputs(), language)
    for box in shipped.fields.values():
        if box.options:
            choices = FieldValue(choices=(box.options[0].id,))
            answered = answered.with_field(box.id, choices)
    result = result_of(shipped, answered)
    assert result is not None
    works = CitedWorks(library().corpus.by_id, library().corpus.sources.get, lambda _: None)
    document = lay_out(answered, shipped, Numbering(works, language))
    read = [library().corpus.by_id[entry].title.in_language(language) for entry in result.read_next]
    told = [result.outcome.title.in_language(language), *read]
    for text in (word_text(word(document)), pdf_text(document)):
        assert all(squeezed(each) in squeezed(text) for each in told)
    assert len(document.references) == len(read)


def _typed(texts: list[str]) -> FieldValue:
    lines = []
    for text in texts:
        try:
            lines.append(Sentence(text=text, origin=Origin.USER, confirmed=True))
        except ValueError:
            continue  # nothing is left of it without control characters
    return FieldValue(sentences=tuple(lines))
