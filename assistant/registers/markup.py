"""An answer's Markdown as lines of sentences with their marks, and back again."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from assistant.grounded.statements import sentences_of
from knowledge.documents import Language

_PREFIX = re.compile(r"^\s*(?:[-*・]\s+|\d{1,2}[.)]\s+|#{1,6}\s+|>\s*)?")
_MARKED = re.compile(r"((?:[^\[]|\[(?!\d{1,3}\]))*)((?:\s*\[\d{1,3}\])*)", re.DOTALL)
_HEADING = re.compile(r"^\*\*(?P<title>[^*]+)\*\*$")
_RULE = re.compile(r"^\|[\s|:-]+\|$")


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence and the marks behind it, as `[1][2]`."""

    sentence: str
    marks: str


RewriteSentence = Callable[[str], Iterable[str]]
"""The sentences that one sentence becomes."""
RewriteHeading = Callable[[str], str]


def rewritten(
    text: str, language: Language, sentence: RewriteSentence, heading: RewriteHeading
) -> str:
    """The text with every sentence rewritten; lists, tables, headings and marks keep their places.

    What a sentence becomes carries that sentence's marks, every piece of it.
    """

    def of_line(line: str) -> str:
        if titled := _HEADING.match(line.strip()):
            return f"**{heading(titled['title'])}**"
        if line.startswith("|"):
            return _of_row(line)
        prefix = _PREFIX.match(line)
        start = prefix.end() if prefix else 0
        return line[:start] + of_stretch(line[start:])

    def _of_row(line: str) -> str:
        if _RULE.match(line):
            return line
        name, *cells = line.strip().strip("|").split("|")
        told = ("<br>".join(map(of_stretch, cell.split("<br>"))) for cell in cells)
        return "|".join(["", name, *told, ""])

    def of_stretch(stretch: str) -> str:
        between = "" if language == "ja" else " "
        pieces = [
            f"{piece}{marked.marks}"
            for marked in marked_sentences(stretch, language)
            for piece in sentence(marked.sentence)
        ]
        left = stretch[: len(stretch) - len(stretch.lstrip())]
        return left + between.join(pieces) + stretch[len(stretch.rstrip()) :]

    return "\n".join(map(of_line, text.split("\n")))


def marked_sentences(stretch: str, language: Language) -> list[Marked]:
    """Sentences of one line; those without a mark of their own share that of the next one."""
    found = []
    for match in _MARKED.finditer(stretch.strip()):
        sentences = _all_of(match[1].strip(), language)
        marks = match[2].strip()
        found += [Marked(sentence, "") for sentence in sentences[:-1]]
        if sentences or marks:
            found.append(Marked(sentences[-1] if sentences else "", marks))
    return found


def _all_of(stretch: str, language: Language) -> list[str]:
    """Its sentences; the stretch itself where something of it, a bare number, is none."""
    sentences = sentences_of(stretch, language)
    if "".join("".join(sentences).split()) == "".join(stretch.split()):
        return list(sentences)
    return [stretch] if stretch else []
