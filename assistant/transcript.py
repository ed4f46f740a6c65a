"""A conversation laid out for printing: questions, answers, one list of references."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from assistant.citations import marks_in, without_marks
from assistant.contract import Answer, Citation, Conversation, LanguageCode
from assistant.registers.references import reference
from assistant.worksheets.export.days import day_and_time
from assistant.worksheets.export.document import Fact, Reference
from assistant.worksheets.export.phrases import reference_mark
from knowledge.documents import Bilingual

_BULLET = re.compile(r"^(?:[-*・]|(?P<number>\d{1,2})[.)])\s+")
_HEADING = re.compile(r"^\*\*(?P<title>[^*]+)\*\*$")
_MARK = re.compile(r"\s*((?:\[\d{1,3}\])+)")
_EMPHASIS = re.compile(r"\*\*|`")
_RULE = re.compile(r"^\|[\s|:-]+\|$")
_ASKED = Bilingual("質問した日時", "Asked")
_NOTICE = Bilingual("お知らせ", "Note")
_TERMS = Bilingual("ことばの説明", "Words explained")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of an answer."""

    text: str
    numbers: tuple[int, ...] = ()
    """References behind it."""
    is_heading: bool = False
    bullet: str = ""
    """`・`, `1.` or nothing."""


@dataclass(frozen=True, slots=True)
class TableRows:
    """A table of an answer; marks stand in its texts."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Paragraph | TableRows


@dataclass(frozen=True, slots=True)
class PrintedTurn:
    """A question with its answer."""

    question: str
    facts: tuple[Fact, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """A whole conversation, ready to be drawn."""

    title: str
    language: LanguageCode
    turns: tuple[PrintedTurn, ...]
    references: tuple[Reference, ...]


@dataclass
class _Works:
    """Numbers what is cited, once for the whole conversation."""

    language: LanguageCode
    _cited: dict[str, tuple[Citation, list[str]]] = field(default_factory=dict)

    def numbers(self, marks: Sequence[int], answer: Answer) -> tuple[int, ...]:
        """The conversation's numbers for an answer's marks."""
        citations = {citation.number: citation for citation in answer.citations}
        found = [citations[mark] for mark in dict.fromkeys(marks) if mark in citations]
        for citation in found:
            _, quotes = self._cited.setdefault(citation.entry_id, (citation, []))
            quotes += [q for q in citation.quote.splitlines() if q and q not in quotes]
        known = list(self._cited)
        return tuple(dict.fromkeys(known.index(c.entry_id) + 1 for c in found))

    def references(self) -> tuple[Reference, ...]:
        return tuple(
            Reference(number, reference(citation, self.language), tuple(quotes))
            for number, (citation, quotes) in enumerate(self._cited.values(), start=1)
        )


def transcript(conversation: Conversation) -> Transcript:
    """The conversation in the language of its first answer, its references numbered throughout."""
    language = conversation.turns[0].answer.language if conversation.turns else "ja"
    works = _Works(language)
    turns = tuple(
        PrintedTurn(
            turn.question,
            _facts(turn.asked_at, turn.answer, language),
            tuple(_parts(turn.answer, works)),
        )
        for turn in conversation.turns
    )
    return Transcript(conversation.title, language, turns, works.references())


def _facts(asked_at: str, answer: Answer, language: LanguageCode) -> tuple[Fact, ...]:
    asked = day_and_time(datetime.fromisoformat(asked_at))
    notices = [*answer.notices, *(newer.sentence for newer in answer.newer)]
    return (
        Fact(_ASKED.in_language(language), asked),
        *(Fact(_NOTICE.in_language(language), notice) for notice in notices),
    )


def _parts(answer: Answer, works: _Works) -> Iterator[Part]:
    rows: list[tuple[str, ...]] = []
    for line in [*answer.text.splitlines(), ""]:
        if line.startswith("|"):
            if not _RULE.match(line.strip()):
                rows.append(tuple(_cells(line, answer, works)))
            continue
        if rows:
            yield TableRows(rows[0], tuple(rows[1:]))
            rows = []
        if line.strip():
            yield _paragraph(line.strip(), answer, works)
    if answer.terms:
        yield Paragraph(_TERMS.in_language(works.language), is_heading=True)
    for term in answer.terms:
        reading = f"（{term.reading}）" if term.reading else ""
        yield Paragraph(f"{term.term}{reading}：{term.meaning}", bullet="・")


def _paragraph(line: str, answer: Answer, works: _Works) -> Paragraph:
    if heading := _HEADING.match(line):
        return Paragraph(heading["title"], is_heading=True)
    bullet = _BULLET.match(line)
    sign = (f"{bullet['number']}." if bullet["number"] else "・") if bullet else ""
    text = _EMPHASIS.sub("", without_marks(line[bullet.end() :] if bullet else line))
    return Paragraph(text, works.numbers(marks_in(line), answer), bullet=sign)


def _cells(line: str, answer: Answer, works: _Works) -> Iterator[str]:
    def renumbered(match: re.Match[str]) -> str:
        return reference_mark(works.numbers(marks_in(match[1]), answer), works.language)

    for cell in line.strip().strip("|").split("|"):
        text = _MARK.sub(renumbered, cell.replace("<br>", "\n"))
        yield _EMPHASIS.sub("", text).strip()
