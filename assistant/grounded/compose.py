"""Put an answer together: the answer first, then points, then what stands beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.citations import Citing
from assistant.grounded import phrases
from assistant.grounded.relevance import not_yet_told
from assistant.grounded.select import Selection
from assistant.grounded.statements import Statement, sentences_of
from knowledge.case_labels import without_label
from knowledge.documents import Bilingual, Kind, Language

_CIRCLED = "①②③④⑤⑥"
_SHORT = {"ja": 220, "en": 480}
"""Where the answer proper ends and detail begins, in characters."""


@dataclass
class Composition:
    """An answer while it is written."""

    language: Language
    citing: Citing
    _lines: list[str] = field(default_factory=list)
    _told: dict[str, Statement] = field(default_factory=dict)
    """By their texts."""
    _opinions: set[str] = field(default_factory=set)
    """Ids of the chunks of one speaker's opinion that have been marked as such."""
    more_from: int | None = None

    @property
    def text(self) -> str:
        return "\n".join(self._lines).strip()

    def lead(self, statement: Statement, *, again: bool = False) -> None:
        """The sentences that answer by themselves; `again` even if they were said before."""
        if again:
            self._told.pop(statement.text, None)
        if text := self._cited(statement, without_label(statement.text)):
            self._lines += [text, ""]

    def points(self, statements: Iterable[Statement], *, numbered: bool = False) -> None:
        """One line each."""
        cited = [text for statement in statements if (text := self._cited(statement))]
        for number, text in enumerate(cited, start=1):
            self._lines.append(f"{number}. {text}" if numbered else f"- {text}")
        if cited:
            self._lines.append("")

    def section(
        self, title: Bilingual, statements: Sequence[Statement], *, shown: int | None = None
    ) -> None:
        """A titled group of lines; nothing when all of it has been said, in these words or others.

        Args:
            shown: of an answer with no detail yet, so many lines; what follows is detail.
        """
        fresh = list(not_yet_told(statements, self._told.values()))
        if fresh:
            self._lines += [f"**{title.in_language(self.language)}**", ""]
            self.points(fresh[:shown])
        if shown is not None:
            self.fold_here()
            self.points(fresh[shown:])

    def part(self, numbers: Iterable[int]) -> None:
        """Begin the answer to one, or some, of several questions."""
        self._lines += [f"**{''.join(_CIRCLED[number - 1] for number in numbers)}**", ""]

    def calculation(self, written: str, of: Sequence[Statement]) -> None:
        """A calculation with the marks of the statements that its figures come from."""
        marks = [self.citing.mark(statement.passage, statement.text) for statement in of]
        self._lines += [f"{written}{''.join(dict.fromkeys(marks))}", ""]

    def table(self, headings: Bilingual, rows: Sequence[tuple[str, Sequence[Statement]]]) -> None:
        """A row for each thing with what is said of it."""
        first, second = headings.in_language(self.language).split("|")
        self._lines += [f"| {first} | {second} |", "| --- | --- |"]
        for name, statements in rows:
            cell = "<br>".join(text for s in statements if (text := self._cited(s)))
            self._lines.append(f"| {name.replace('|', ' ')} | {cell} |")
        self._lines.append("")

    def plain(self, text: str) -> None:
        """A line of the assistant's own that states nothing about the world."""
        self._lines += [text, ""]

    def fold_here(self) -> None:
        """What follows is detail."""
        if self.more_from is None and self._lines:
            self.more_from = len(self.text)

    def fold_when_long(self) -> None:
        """What follows is detail if the answer proper is long enough to stand alone."""
        if len(self.text) >= _SHORT[self.language]:
            self.fold_here()

    def _cited(self, statement: Statement, told: str | None = None) -> str:
        """The statement with a mark behind every sentence; empty when it has been said already.

        Args:
            told: what of it is told; all unless given.
        """
        if statement.text in self._told:
            return ""
        self._told[statement.text] = statement
        parts = [
            f"{sentence}{self.citing.mark(statement.passage, statement.text)}"
            for sentence in sentences_of(told or statement.text, self.language)
        ]
        text = ("" if self.language == "ja" else " ").join(parts)
        return text + self._opinion(statement)

    def _opinion(self, statement: Statement) -> str:
        """Said behind the first statement of each speaker's opinion."""
        chunk = statement.passage.chunk
        if chunk.kind is not Kind.OPINION or chunk.id in self._opinions:
            return ""
        self._opinions.add(chunk.id)
        return phrases.OPINION.in_language(self.language)


def write_answer(composition: Composition, selection: Selection) -> None:
    """The answer proper: its lead, then its points; steps are numbered where none was moved."""
    lead = selection.lead
    numbered = lead.passage.chunk.kind is Kind.PROCEDURE and lead.position == 0
    composition.lead(selection.lead)
    composition.points(selection.points, numbered=numbered)
