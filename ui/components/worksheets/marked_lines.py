"""Lines of a sheet as they can be read: blanks stand out, each line shows where it comes from."""

from collections.abc import Sequence

from assistant.worksheets.blanks import pieces
from assistant.worksheets.model import Kpi, Origin, Sentence
from ui.backend import Library
from ui.components.worksheets.citing import marks_of
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import sheet_fields as words

Line = Sentence | Kpi


def marked(text: str) -> str:
    """Markdown in which everything that is to be confirmed stands out."""
    return "".join(
        f":orange-background[{verbatim(piece)}]" if is_mark else _kept(piece)
        for piece, is_mark in pieces(text)
    )


def text_of_line(line: Line) -> str:
    """A sentence, or an indicator with its parts."""
    if isinstance(line, Sentence):
        return line.text
    parts = {"target": line.target, "method": line.method, "frequency": line.frequency}
    return say(words.KPI_TEXT, name=line.name, **{key: part or "-" for key, part in parts.items()})


def name_of_line(line: Line) -> str:
    """What a line is told apart by."""
    return line.text if isinstance(line, Sentence) else line.name


def origin_badge(line: Line) -> str:
    """Markdown that says where a line comes from and whether somebody stands behind it."""
    if line.origin is Origin.USER:
        return f":blue-badge[:material/person: {say(words.ORIGIN_USER)}]"
    if line.origin is Origin.SOURCE:
        color = "green" if line.confirmed else "orange"
        return f":{color}-badge[:material/menu_book: {say(words.ORIGIN_SOURCE)}]"
    return f":orange-badge[:material/lightbulb: {say(words.ORIGIN_SUGGESTED)}]"


def line_markdown(
    line: Line, library: Library, *, with_origin: bool = True, with_parts: bool = True
) -> str:
    """Badge, text and sources of a line; an indicator with its parts or by its name alone."""
    badge = f"{origin_badge(line)} " if with_origin else ""
    sources = marks_of(line.citations, library)
    text = text_of_line(line) if with_parts else name_of_line(line)
    return f"{badge}{marked(text)} :small[{sources}]".removesuffix(" :small[]")


def lines_markdown(lines: Sequence[Line]) -> str:
    """Several lines to be read, without their marks."""
    return "\n".join(f"- {marked(text_of_line(line))}" for line in lines)


def _kept(piece: str) -> str:
    """Verbatim, with the spaces at both ends, which stand before and behind a mark."""
    before = " " if piece[:1].isspace() else ""
    behind = " " if piece[-1:].isspace() else ""
    return f"{before}{verbatim(piece)}{behind}"
