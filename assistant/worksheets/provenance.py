"""Keeping the marks of sentences while people write."""

import re

from assistant.worksheets.model import LONGEST_SENTENCE, FieldValue, Origin, Sentence
from assistant.worksheets.text import without_control_characters


def rewritten(old: FieldValue, text: str) -> tuple[Sentence, ...]:
    """The sentences of a field after somebody has edited its text, one line a sentence.

    Lines that stand as they stood keep their marks; every other line is the user's own, and so is
    a suggestion once a letter of it is changed.

    Raises:
        pydantic.ValidationError: a line is too long.
    """
    kept = {_plain(sentence.text): sentence for sentence in old.sentences}
    lines = [line for line in _lines(text) if line]
    return tuple(kept.get(_plain(line)) or own_words(line) for line in lines)


def own_words(line: str) -> Sentence:
    """A sentence that somebody wrote."""
    return Sentence(text=line, origin=Origin.USER, confirmed=True)


def own_sentences(text: str) -> list[Sentence]:
    """A user's text as sentences, one a line; a line that is too long is cut behind a full stop."""
    return [own_words(part) for line in _lines(text) if line for part in _cut(line)]


def _cut(line: str) -> list[str]:
    if len(line) <= LONGEST_SENTENCE:
        return [line]
    parts = [part for part in re.split(r"(?<=[。．.!?！？])", line) if part.strip()]
    return [
        part[start : start + LONGEST_SENTENCE]
        for part in parts
        for start in range(0, len(part), LONGEST_SENTENCE)
    ]


def _lines(text: str) -> list[str]:
    cleaned: str = without_control_characters(text)
    return [line.strip() for line in cleaned.split("\n")]


def _plain(text: str) -> str:
    return " ".join(text.split())
