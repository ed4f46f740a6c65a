"""HTML. The only module that knows Beautiful Soup."""

import re
import warnings
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from bs4 import BeautifulSoup, XMLParsedAsHTMLWarning
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from ingest.blocks import Block, LoadedFile
from ingest.loaders.text import decode

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | frozenset(
    "address article aside blockquote body caption dd details div dl dt fieldset figcaption figure "  # noqa: SIM905  # a list of words
    "footer form header html legend li main ol p pre section summary table td th tr ul".split()
)
_FURNITURE = [
    "script", "style", "nav", "noscript", "template", "select", "button", "textarea", "svg",
    "header:not(article *, main *)", "footer:not(article *, main *)",
]  # fmt: skip
_CHARSET = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w.:-]+)|encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE
)
_NAMES = {"shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932"}
"""Pages that call themselves Shift_JIS use its Windows form, with ① and ㈱."""
_HEAD_BYTES = 4096
_BREAK = "\v"
"""Stands for `br` until white space has been squeezed: a line break of the source is only a space."""
_BROKEN_JAPANESE = re.compile(
    r"(?<=[\u3001-\u30ff\u4e00-\u9fff])[ \t]*[\r\n]+\s*(?=[\u3001-\u30ff\u4e00-\u9fff])"
)


def load(path: Path) -> LoadedFile:
    """Every text in its block element, table rows in one line; navigation and scripts are left out."""
    with warnings.catch_warnings():
        # XHTML is read well enough by the lenient parser.
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        soup = BeautifulSoup(_decoded(path), "lxml")
    for furniture in soup.select(", ".join(_FURNITURE)):
        furniture.decompose()
    for line_break in soup("br"):
        line_break.replace_with(_BREAK)
    for row in soup("tr"):
        if not row.find("tr"):
            _set_in_one_line(row)
    return LoadedFile((*_title(soup), *_blocks(soup)), pages=None)


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    if match := _CHARSET.search(data[:_HEAD_BYTES]):
        name = (match[1] or match[2]).decode("ascii").lower()
        try:
            return data.decode(_NAMES.get(name, name))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data, path.name)


def _title(soup: BeautifulSoup) -> Iterator[Block]:
    """The window's title, where the page itself has no main heading."""
    title = soup.title
    text = _squeezed(title.get_text()) if title else ""
    if title:
        title.decompose()
    if text and not soup.find("h1"):
        yield Block(text, heading_level=1)


def _blocks(soup: BeautifulSoup) -> Iterator[Block]:
    texts = (
        text
        for text in soup.descendants
        if isinstance(text, NavigableString) and not isinstance(text, PreformattedString)
    )
    # Told apart by identity: two paragraphs of the same words are equal to Beautiful Soup.
    for _, held in groupby(texts, key=lambda text: id(_block_of(text))):
        group = list(held)
        tag, joined = _block_of(group[0]), "".join(group)
        is_set = tag is not None and tag.name == "pre"
        text = joined.replace(_BREAK, "\n").strip("\n") if is_set else _squeezed(joined)
        if text.strip():
            level = int(tag.name[1]) if tag and tag.name in _HEADINGS else 0
            yield Block(text, heading_level=level)


def _block_of(text: PageElement) -> Tag | None:
    return next((parent for parent in text.parents if parent.name in _BLOCKS), None)


def _set_in_one_line(row: Tag) -> None:
    cells = [_squeezed(cell.get_text(" ")) for cell in row(["td", "th"])]
    row.string = " | ".join(cell.replace("\n", " ") for cell in cells if cell)


def _squeezed(text: str) -> str:
    """White space as a browser shows it; a line break stands only where `br` put one."""
    text = _BROKEN_JAPANESE.sub("", text)
    lines = (re.sub(r"[ \t\r\n\f]+", " ", line).strip() for line in text.split(_BREAK))
    return "\n".join(line for line in lines if line)
