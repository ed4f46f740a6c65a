"""Agendas and hand-over packs as Word files."""

from collections.abc import Sequence

from docx.document import Document as WordDocument

from assistant.worksheets.export.document import Fact
from assistant.worksheets.export.handout import Handout
from assistant.worksheets.export.handover import HandoverPack
from assistant.worksheets.export.word import (
    add_facts,
    add_heading,
    add_references,
    add_sheet,
    content_of,
)
from assistant.worksheets.export.word_tables import add_grid
from assistant.worksheets.export.word_text import new_document, write_line


def handout_to_word(handout: Handout) -> bytes:
    """The content of a .docx file, upright."""
    document = new_document(_file_title(handout.title, handout.facts), handout.language)
    _add_handout(document, handout)
    return content_of(document)


def handover_to_word(pack: HandoverPack) -> bytes:
    """The content of a .docx file: people and project, the sheet, then its history and sources."""
    language, sheet = pack.sheet.language, pack.sheet
    title = _file_title(pack.before.title, pack.before.facts)
    document = new_document(title, language, landscape=sheet.is_landscape)
    _add_handout(document, pack.before)
    add_sheet(document, sheet, on_new_page=True)
    _add_topics(document, pack.after, first=len(pack.before.topics) + 1, on_new_page=True)
    add_references(document, pack.after.references, language)
    return content_of(document)


def _add_handout(document: WordDocument, handout: Handout) -> None:
    add_heading(document, handout.title, 1)
    add_facts(document, handout.facts, handout.language)
    _add_topics(document, handout)
    add_references(document, handout.references, handout.language)


def _add_topics(
    document: WordDocument, handout: Handout, *, first: int = 1, on_new_page: bool = False
) -> None:
    for number, topic in enumerate(handout.topics, start=first):
        new_page = on_new_page and number == first
        add_heading(document, f"{number}. {topic.title}", 2, on_new_page=new_page)
        for line in topic.lines:
            write_line(document.add_paragraph(), line, handout.language)
        if topic.grid:
            add_grid(document, topic.grid)


def _file_title(title: str, facts: Sequence[Fact]) -> str:
    return f"{title} {facts[0].text}" if facts else title
