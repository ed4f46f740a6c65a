"""Sentences of an answer and the sources that they rest on, tied together on the screen."""

import re
from collections.abc import Mapping
from html import escape

from ui.markdown_text import with_links

_SIGN = re.compile(r"^\s*(?:(?:[-*・]|\d{1,2}[.)]|>)\s+)?")
_CITED = re.compile(r"(?P<said>.+?)(?P<marks>(?:\s*\[\d{1,3}\](?!\())+)")
_NUMBER = re.compile(r"\d+")
_RULE = re.compile(r"^\|[\s|:-]+\|$")
_MOST = 30
"""Sources of one answer that are tied to its sentences."""
_STYLE = """
[data-cites] {{ border-radius: .25rem; transition: background .15s; outline: none; }}
[class*="st-key-source-"] {{ border-radius: .5rem; transition: background .15s, box-shadow .15s; }}
{sources} {{ background: rgba(47, 107, 90, .16); box-shadow: 0 0 0 2px rgba(47, 107, 90, .6); }}
{sentences} {{ background: rgba(255, 196, 0, .38); }}
"""
_ACTIVE = ":is(:hover, :focus, :focus-within)"


def with_sentences(markdown: str, links: Mapping[int, tuple[str, str]]) -> str:
    """The text as Markdown with HTML in it: each cited sentence knows its sources.

    Args:
        links: per number of a mark, address and title, as for `with_links`.
    """
    return "\n".join(_line(line, links) for line in markdown.split("\n"))


def tying_style() -> str:
    """A stylesheet: pointing at a sentence shows its sources, pointing at a source its sentences.

    Pointing is hovering, tapping, or moving the keyboard's focus there.
    """
    sources = [
        f'[class*="st-key-answer-"]:has([data-cites~="{n}"]{_ACTIVE}) [class*="st-key-source-{n}-of-"]'
        for n in range(1, _MOST + 1)
    ]
    sentences = [
        f'[class*="st-key-answer-"]:has([class*="st-key-source-{n}-of-"]{_ACTIVE}) [data-cites~="{n}"]'
        for n in range(1, _MOST + 1)
    ]
    style = _STYLE.format(sources=", ".join(sources), sentences=", ".join(sentences))
    return f"<style>{style}</style>"


def _line(line: str, links: Mapping[int, tuple[str, str]]) -> str:
    if _RULE.match(line):
        return line
    if line.startswith("|"):
        cells = (_cell(cell, links) for cell in line.strip().strip("|").split("|"))
        return f"| {' | '.join(cells)} |"
    sign = _SIGN.match(line)
    start = sign.end() if sign else 0
    return line[:start] + _stretch(line[start:], links)


def _cell(cell: str, links: Mapping[int, tuple[str, str]]) -> str:
    return "<br>".join(_stretch(part.strip(), links) for part in cell.split("<br>"))


def _stretch(text: str, links: Mapping[int, tuple[str, str]]) -> str:
    """Sentences with marks as elements that name their sources; what is written as HTML is text."""
    parts, at = [], 0
    for cited in _CITED.finditer(text):
        numbers = " ".join(_NUMBER.findall(cited["marks"]))
        said = with_links(_as_text(cited["said"].lstrip()) + cited["marks"], links)
        gap = cited["said"][: len(cited["said"]) - len(cited["said"].lstrip())]
        # Focusable by pointer and finger; the keyboard stops at the link inside.
        parts.append(f'{gap}<span data-cites="{numbers}" tabindex="-1">{said}</span>')
        at = cited.end()
    return "".join([*parts, with_links(_as_text(text[at:]), links)])


def _as_text(text: str) -> str:
    return escape(text, quote=False)
