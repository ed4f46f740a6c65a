"""Statements of an answer: the sentences that say something about the world, with their marks."""

import re
from dataclasses import dataclass
from functools import lru_cache

from evals.metrics.sentences import split_sentences

_MARK = re.compile(r"\s*\[(\d{1,3})\]")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*\*|__|`|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_HEADING = re.compile(r"^\s*(?:#{1,6}\s.*|\*\*[^*]+\*\*\s*|[-|:\s]+)$", re.MULTILINE)
_SAYS_NOTHING = re.compile(r"[:：?？]$")
_REMARK = re.compile(r"^[（(][^（）()\d]{1,30}[）)]$")
_IN_A_CELL = re.compile(r"\s*<br\s*/?>\s*")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence and the numbers of the citations that it names."""

    text: str
    """Without marks and Markdown."""
    marks: tuple[int, ...]


@lru_cache(maxsize=256)
def statements_of(answer: str) -> tuple[Statement, ...]:
    """Statements in order; headings, lead-ins that end with a colon, questions, and short remarks
    in brackets are none.

    A sentence without marks on a line whose end has some is not credited with them: ALCE asks
    for citations sentence by sentence.
    """
    sentences = split_sentences(_HEADING.sub("", _IN_A_CELL.sub("\n", answer)))
    found = [_statement(sentence) for sentence in sentences]
    return tuple(one for one in found if _says_something(one.text))


def plain_text(answer: str) -> str:
    """The answer as it is read: no marks, no Markdown signs."""
    return _EMPHASIS.sub("", _LINK.sub(r"\1", _MARK.sub("", answer))).strip()


def _statement(sentence: str) -> Statement:
    marks = tuple(dict.fromkeys(int(match[1]) for match in _MARK.finditer(sentence)))
    return Statement(plain_text(sentence), marks)


def _says_something(text: str) -> bool:
    return bool(_LETTER.search(text)) and not _SAYS_NOTHING.search(text) and not _REMARK.match(text)
