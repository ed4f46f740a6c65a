"""Sentences of an answer as lines of a sheet, each with what it rests on."""

import re
from collections.abc import Iterator

from assistant.contract import Answer
from assistant.worksheets.model import LONGEST_SENTENCE, EntryCitation, Origin, Sentence

_MARK = re.compile(r"\s*\[(\d{1,3})\]")
_LIST_SIGN = re.compile(r"^\s*(?:[-*・]|\d{1,2}[.)]|#{1,6}|>)\s+")
_EMPHASIS = re.compile(r"\*\*|__|`")
_MOST_CITATIONS = 20
_FORM = "form"


def main_part(answer: Answer) -> str:
    """The answer without what a page may fold."""
    return answer.text if answer.more_from is None else answer.text[: answer.more_from]


def lines_of(answer: Answer) -> tuple[Sentence, ...]:
    """The cited lines of an answer's main part, unconfirmed; others are left out.

    So is what only says how a form is filled in: that does not belong on the form.
    """
    return tuple(_cited_lines(answer))


def _cited_lines(answer: Answer) -> Iterator[Sentence]:
    quotes = {citation.number: citation for citation in answer.citations}
    for raw in main_part(answer).splitlines():
        numbers = [int(mark) for mark in _MARK.findall(raw)]
        cited = [quotes[number] for number in dict.fromkeys(numbers) if number in quotes]
        if all(citation.kind == _FORM for citation in cited):
            continue
        text = _EMPHASIS.sub("", _LIST_SIGN.sub("", _MARK.sub("", raw))).strip()
        if text and len(text) <= LONGEST_SENTENCE:
            yield Sentence(
                text=text,
                origin=Origin.SUGGESTED,
                citations=tuple(
                    EntryCitation(entry_id=c.entry_id, quote=c.quote[:4_000])
                    for c in cited[:_MOST_CITATIONS]
                ),
            )
