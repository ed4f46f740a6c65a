"""What is not known yet: marked in the text, never filled with a guess."""

import re

from assistant.worksheets.model import FieldValue
from knowledge.documents import Bilingual, Language

TO_CONFIRM = Bilingual("【要確認】", "[to be confirmed]")
"""The mark itself, as it stands in a sheet."""
_MARK = re.compile(r"【\s*要確認[^】]*】|\[\s*to be confirmed[^\]]*\]", re.IGNORECASE)


def blanks_in(text: str) -> int:
    """How many marks a text holds, of either language."""
    return len(_MARK.findall(text))


def pieces(text: str) -> list[tuple[str, bool]]:
    """The text cut up, in order: (piece, whether it is a mark)."""
    plain = _MARK.split(text)
    marks = [*_MARK.findall(text), ""]
    cut = [
        pair
        for one, mark in zip(plain, marks, strict=True)
        for pair in ((one, False), (mark, True))
    ]
    return [(piece, is_mark) for piece, is_mark in cut if piece]


def without_blanks(text: str) -> str:
    """The text without its marks."""
    return _MARK.sub("", text)


def texts_of(value: FieldValue) -> list[str]:
    """Everything written in a field, one text a sentence or part of an indicator."""
    written = [sentence.text for sentence in value.sentences]
    for kpi in value.kpis:
        written += [part for part in (kpi.name, kpi.target, kpi.method, kpi.frequency) if part]
    return written


def has_blanks(value: FieldValue) -> bool:
    """True when something in the field is marked as to be confirmed."""
    return any(blanks_in(text) for text in texts_of(value))


def blank(noun: Bilingual, language: Language) -> str:
    """A noun that stands in for something unknown, with the mark."""
    if language == "ja":
        return f"{noun.ja}{TO_CONFIRM.ja}"
    return f"{noun.en} {TO_CONFIRM.en}"
