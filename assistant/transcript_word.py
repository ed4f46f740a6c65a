"""A conversation as a Word file, in the same fonts and with the same references as worksheets."""

from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from assistant.contract import LanguageCode
from assistant.transcript import Paragraph, Part, TableRows, Transcript
from assistant.worksheets.export.handout import Grid
from assistant.worksheets.export.phrases import reference_mark
from assistant.worksheets.export.word import add_facts, add_heading, add_references, content_of
from assistant.worksheets.export.word_tables import add_grid
from assistant.worksheets.export.word_text import SMALL, Look, new_document, write
from knowledge.documents import Bilingual

_TITLE = Bilingual("質問と回答の記録", "Questions and answers")
_BY = Bilingual(
    "産福共創アシスタントによる回答です。大切な判断の前に、末尾の出典をお確かめください。〔番号〕は出典の番号です。",
    "Answers of the sanpuku kyōsō assistant. Please check the references at the end before an "
    "important decision. Numbers in brackets are those of the references.",
)
_TEXT = Look(size=10)


def transcript_to_word(transcript: Transcript) -> bytes:
    """The content of a .docx file, upright."""
    language = transcript.language
    title = _TITLE.in_language(language)
    document = new_document(title, language)
    add_heading(document, title, 1)
    write(document.add_paragraph(), _BY.in_language(language), SMALL)
    for number, turn in enumerate(transcript.turns, start=1):
        add_heading(document, f"{number}. {turn.question}", 2)
        add_facts(document, turn.facts, language)
        for part in turn.parts:
            _add_part(document, part, language)
    add_references(document, transcript.references, language)
    return content_of(document)


def _add_part(document: WordDocument, part: Part, language: LanguageCode) -> None:
    if isinstance(part, TableRows):
        widths = (1, *(3 for _ in part.header[1:]))
        add_grid(document, Grid(header=part.header, rows=part.rows, shares=widths))
        document.add_paragraph().paragraph_format.space_after = Pt(0)
    else:
        _add_paragraph(document, part, language)


def _add_paragraph(document: WordDocument, line: Paragraph, language: LanguageCode) -> None:
    paragraph = document.add_paragraph()
    if line.is_heading:
        paragraph.paragraph_format.space_before = Pt(6)
        paragraph.paragraph_format.keep_with_next = True
        write(paragraph, line.text, Look(size=10, bold=True))
        return
    if line.bullet:
        paragraph.paragraph_format.left_indent = Mm(5)
        paragraph.paragraph_format.first_line_indent = Mm(-5)
        write(paragraph, f"{line.bullet}\u2002" if line.bullet != "・" else "・", _TEXT)
    write(paragraph, line.text, _TEXT)
    if marks := reference_mark(line.numbers, language):
        write(paragraph, f" {marks}", Look(size=8.5))
