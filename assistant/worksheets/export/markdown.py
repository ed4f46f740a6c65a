"""A sheet as Markdown, for a chat, a wiki or another program."""

import re
from collections.abc import Iterator
from itertools import groupby

from assistant.worksheets.export.document import Block, Line, SheetDocument
from assistant.worksheets.export.phrases import COLON, REFERENCES, legend, marks, reference_mark

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def to_markdown(sheet: SheetDocument) -> str:
    """The whole sheet; what users wrote stays text and never becomes markup."""
    return "\n".join([*_head(sheet), *_body(sheet), *_references(sheet)]).rstrip() + "\n"


def _head(sheet: SheetDocument) -> Iterator[str]:
    colon = COLON.in_language(sheet.language)
    yield f"# {_escaped(sheet.form_title)}"
    yield ""
    if sheet.title != sheet.form_title:
        yield f"**{_escaped(sheet.title)}**"
        yield ""
    for fact in sheet.facts:
        yield f"- {_escaped(fact.label)}{colon}{_escaped(fact.text)}"
    yield ""
    for text in (*legend(sheet.language), *sheet.notices):
        yield f"> {_escaped(text)}  "
    yield ""


def _body(sheet: SheetDocument) -> Iterator[str]:
    for group, blocks in groupby(sheet.blocks, key=lambda block: block.group):
        if group:
            yield f"## {_escaped(group)}"
            yield ""
        for block in blocks:
            yield from _section(block, sheet)


def _section(block: Block, sheet: SheetDocument) -> Iterator[str]:
    level = "###" if block.group else "##"
    yield f"{level} {_escaped(block.title)}"
    yield ""
    for box in (box for boxes in block.rows for box in boxes):
        yield f"{level}# {_escaped(box.label)}"
        yield ""
        for line in box.lines:
            yield _item(line, sheet)
        yield ""


def _item(line: Line, sheet: SheetDocument) -> str:
    indent = "  " * line.level
    return f"{indent}- {_escaped(line.text)}{_escaped(marks(line, sheet.language))}"


def _references(sheet: SheetDocument) -> Iterator[str]:
    if not sheet.references:
        return
    yield f"## {REFERENCES.in_language(sheet.language)}"
    yield ""
    for reference in sheet.references:
        mark = reference_mark((reference.number,), sheet.language)
        yield f"- {_escaped(mark)} {_escaped(reference.text)}"
        for quote in reference.quotes:
            yield f"  - {_escaped(' '.join(quote.split()))}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
