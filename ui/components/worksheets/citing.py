"""Sources named within a line."""

from collections.abc import Iterable
from unicodedata import east_asian_width
from urllib.parse import urlencode

from assistant.contract import Citation
from assistant.worksheets.model import EntryCitation
from ui import state
from ui.address import DOCUMENT, ENTRY, LANGUAGE, PASSAGE, link_to
from ui.backend import Library
from ui.language import say
from ui.markdown_text import verbatim
from ui.reading import text_of
from ui.references import page_numbers
from ui.texts import sheet_fields as words

_LONGEST = 200
_WIDEST = 28
_BEFORE_A_CUT = " 　,、(（「『"
"""What would be left hanging at the end of a shortened title."""


def cited(citation: Citation) -> str:
    """Markdown of a link that names document and page and quotes when pointed at."""
    place = " ".join(filter(None, (shorten(citation.title), page_numbers(citation.pages))))
    said = say(words.SOURCE_QUOTE, title=citation.title, quote=citation.quote)
    return _link(say(words.SOURCE, place=place), link_to(citation, state.language()), said)


def shorten(title: str) -> str:
    """The title's beginning, where a long one would fill the line; full-width letters count two."""
    width = 0
    for at, letter in enumerate(title):
        width += 2 if east_asian_width(letter) in "FWA" else 1
        if width > _WIDEST:
            return f"{title[:at].rstrip(_BEFORE_A_CUT)}…"
    return title


def marks_of(citations: Iterable[EntryCitation], library: Library) -> str:
    """Markdown of short links, one for each entry that a line rests on."""
    links = []
    for number, citation in enumerate(citations, start=1):
        entry = library.by_id.get(citation.entry_id)
        title = text_of(entry).title if entry else citation.entry_id
        said = say(words.SOURCE_QUOTE, title=title, quote=citation.quote)
        links.append(_link(say(words.SOURCE_MARK, number=number), _address(citation), said))
    return " ".join(links)


def _address(citation: EntryCitation) -> str:
    document, is_passage, _ = citation.entry_id.partition("#")
    if is_passage:
        page, wanted = "documents", {DOCUMENT: document, PASSAGE: citation.entry_id}
    else:
        page, wanted = "library", {ENTRY: citation.entry_id}
    return f"{page}?{urlencode(wanted | {LANGUAGE: state.language()})}"


def _link(label: str, address: str, title: str) -> str:
    plain = " ".join(title.replace("\\", "").replace('"', "”").split())[:_LONGEST]
    return f'[{verbatim(label)}]({address} "{plain}")'
