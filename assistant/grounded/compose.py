"""Put an answer together: the answer first, then points, then what stands beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from assistant.citations import Citing
from assistant.grounded import phrases
from assistant.grounded.statements import Statement, sentences_of
from assistant.understanding.intent import Intent
from knowledge.documents import Bilingual, Kind, Language, Passage

_SHORT = {"ja": 500, "en": 1100}
"""Where the answer proper ends and detail begins, in characters."""


@dataclass
class Composition:
    """An answer while it is written."""

    language: Language
    citing: Citing
    _lines: list[str] = field(default_factory=list)
    _said: set[str] = field(default_factory=set)
    more_from: int | None = None

    @property
    def text(self) -> str:
        return "\n".join(self._lines).strip()

    def lead(self, statement: Statement) -> None:
        """The sentences that answer by themselves."""
        if text := self._cited(statement):
            self._lines += [text, ""]

    def points(self, statements: Iterable[Statement], *, numbered: bool = False) -> None:
        """One line each."""
        for number, statement in enumerate(statements, start=1):
            if text := self._cited(statement):
                self._lines.append(f"{number}. {text}" if numbered else f"- {text}")
        self._lines.append("")

    def section(self, title: Bilingual, statements: Sequence[Statement]) -> None:
        """A titled group of lines; nothing when all of it has been said."""
        fresh = [statement for statement in statements if statement.text not in self._said]
        if fresh:
            self._lines += [f"**{title.in_language(self.language)}**", ""]
            self.points(fresh)

    def plain(self, text: str) -> None:
        """A line of the assistant's own that states nothing about the world."""
        self._lines += [text, ""]

    def fold_here(self) -> None:
        """What follows is detail; marked once the answer proper is long enough to stand."""
        if self.more_from is None and self._lines:
            self.more_from = len(self.text)

    @property
    def is_long(self) -> bool:
        return len(self.text) >= _SHORT[self.language]

    def _cited(self, statement: Statement) -> str:
        """The statement with a mark behind every sentence; empty when it has been said already."""
        if statement.text in self._said:
            return ""
        self._said.add(statement.text)
        parts = [
            f"{sentence}{self.citing.mark(statement.passage, statement.text)}"
            for sentence in sentences_of(statement.text, self.language)
        ]
        text = ("" if self.language == "ja" else " ").join(parts)
        if statement.passage.chunk.kind is Kind.OPINION and statement.position == 0:
            text += phrases.OPINION.in_language(self.language)
        return text


def write_answer(
    composition: Composition,
    intent: Intent,
    main: Sequence[Sequence[Statement]],
) -> None:
    """The answer proper: the first passage in full, others of the same answer after it."""
    first, *others = main
    numbered = first[0].passage.chunk.kind is Kind.PROCEDURE or (
        intent is Intent.HOW_TO and first[0].passage.chunk.kind is Kind.PROCEDURE
    )
    composition.lead(first[0])
    composition.points(first[1:], numbered=numbered)
    for statements in others:
        if composition.is_long:
            composition.fold_here()
        composition.lead(statements[0])
        composition.points(statements[1:])


def leads(passages: Sequence[Passage], statements_of_each: Sequence[Sequence[Statement]]) -> list[Statement]:
    """The first statement of each passage."""
    return [statements[0] for _, statements in zip(passages, statements_of_each, strict=True) if statements]
