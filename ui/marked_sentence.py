"""The cited sentences of a text, marked where the text is read."""

import re
from collections.abc import Sequence

from assistant.contract import Citation
from ui.markdown_text import verbatim, written

_LENGTH = 40
"""Characters by which a sentence is found again."""
_MOST = 12
_SIGN = re.compile(r"^\s*(?:[-*・]|\d{1,2}[.)])\s+")
_END = re.compile(r"[。！？\n]|[.!?](?=\s)|$")
_BRACKET = re.compile(r"(?<!\\)([\[\]])")


def beginnings(citation: Citation) -> str:
    """What leads back to the cited sentences: their beginnings, one a line."""
    lines = [_SIGN.sub("", line).strip() for line in citation.quote.splitlines()]
    return "\n".join(line[:_LENGTH] for line in lines if line)[: _LENGTH * _MOST]


def marked_lines(markdown: str, cited: str) -> str:
    """An entry's Markdown with the lines marked that begin like this."""
    wanted = _wanted(cited)
    return "\n".join(_marked_line(line, wanted) for line in written(markdown).split("\n"))


def marked_passage(text: str, cited: str) -> str:
    """A document's text, letter by letter, with the sentences marked that begin like this."""
    stretches: list[tuple[int, int]] = []
    for beginning in _wanted(cited):
        if (start := text.find(beginning)) >= 0:
            # A short sentence is all beginning: its end may be the beginning's last character.
            stop = _END.search(text, start + len(beginning) - 1)
            stretches.append((start, stop.end() if stop else len(text)))
    parts, at = [], 0
    for start, end in sorted(stretches):
        if start >= at:
            parts += [verbatim_part(text[at:start]), _marked(verbatim_part(text[start:end]))]
            at = end
    return "".join([*parts, verbatim_part(text[at:])])


def verbatim_part(text: str) -> str:
    """Letter by letter; line ends at its edges are kept."""
    core = text.strip("\n")
    if not core:
        return "  \n" * text.count("\n")
    before, _, after = text.partition(core)
    return "  \n" * before.count("\n") + verbatim(core) + "  \n" * after.count("\n")


def _wanted(cited: str) -> Sequence[str]:
    return [line for line in cited.split("\n") if line.strip()]


def _marked_line(line: str, wanted: Sequence[str]) -> str:
    sign = _SIGN.match(line)
    start = sign.end() if sign else 0
    said = line[start:]
    if said and any(said.startswith(written(beginning)) for beginning in wanted):
        return line[:start] + _marked(_BRACKET.sub(r"\\\1", said))
    return line


def _marked(text: str) -> str:
    trimmed = text.rstrip(" \n")
    return f":green-background[{trimmed}]{text[len(trimmed) :]}"
