"""Answers from entries alone, with no language model."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answerer import Draft, Piece
from assistant.citations import Citing
from assistant.grounded import phrases
from assistant.grounded.compose import Composition, write_answer
from assistant.grounded.select import WordWeights, select_statements
from assistant.grounded.statements import Statement, statements_of
from assistant.understanding.question import Question
from knowledge.documents import Audience, Bilingual, Entry, Kind, Language, Passage

_WELFARE = frozenset({Audience.SC, Audience.MUNICIPALITY, Audience.PREFECTURE})


@dataclass(frozen=True)
class GroundedAnswerer:
    """Plans by intent, selects statements, composes; every sentence stands in a passage."""

    weigh: WordWeights
    entries: Mapping[str, Entry]
    entry_passage: Callable[[str, Language], Passage | None]
    """The passage of an entry by its id, for what an entry relates to."""

    @property
    def engine(self) -> str:
        return "grounded"

    def answer(
        self, question: Question, passages: Sequence[Passage], citing: Citing
    ) -> Iterator[Piece]:
        """The whole answer as one piece: composing takes a few milliseconds."""
        yield Piece(final=self.compose(question, passages, citing))

    def compose(self, question: Question, passages: Sequence[Passage], citing: Citing) -> Draft:
        """Answer, points, what differs, the other side, cases, next step."""
        writing = Composition(question.language, citing)
        selection = select_statements(question, passages, self.weigh)
        if selection is None:
            return self.nearby(question, passages, citing)
        best = selection.lead.passage
        write_answer(writing, selection)
        self._differing(writing, best)
        writing.fold_here()
        cases = [p for p in passages if p.chunk.kind is Kind.CASE and p is not best]
        writing.section(phrases.CASES, self._leads(cases[:2]))
        self._other_side(writing, best)
        self._next_step(writing, best)
        return Draft(writing.text, citing.citations(), writing.more_from)

    def nearby(self, question: Question, passages: Sequence[Passage], citing: Citing) -> Draft:
        """For a question that the sources do not answer: what they do say close to it."""
        writing = Composition(question.language, citing)
        writing.plain(phrases.NOT_IN_SOURCES.in_language(question.language))
        writing.plain(phrases.WHOM_TO_ASK.in_language(question.language))
        return Draft(writing.text, citing.citations(), None)

    def _leads(self, passages: Sequence[Passage]) -> list[Statement]:
        return [statements[0] for p in passages if (statements := statements_of(p))]

    def _differing(self, writing: Composition, best: Passage) -> None:
        """Where another entry states another value on the same point, both are shown."""
        if entry := self.entries.get(best.chunk.entry_id):
            found = self._passages_of(entry.differs, writing.language)
            writing.section(phrases.OTHER_FIGURE, self._leads(found))

    def _other_side(self, writing: Composition, best: Passage) -> None:
        """The same point, written for those across the table."""
        if (entry := self.entries.get(best.chunk.entry_id)) is None:
            return
        mine = frozenset(entry.audience)
        for other in self._passages_of(entry.related, writing.language):
            audience = frozenset(other.chunk.audience)
            if audience.isdisjoint(mine) and other.chunk.kind is not Kind.CASE:
                writing.section(_side(audience), self._leads([other]))
                return

    def _next_step(self, writing: Composition, best: Passage) -> None:
        """A related form or procedure: what to do with the answer."""
        if entry := self.entries.get(best.chunk.entry_id):
            related = self._passages_of(entry.related, writing.language)
            steps = [p for p in related if p.chunk.kind in (Kind.FORM, Kind.PROCEDURE)]
            writing.section(phrases.NEXT_STEP, self._leads(steps[:1]))

    def _passages_of(self, entry_ids: Sequence[str], language: Language) -> list[Passage]:
        found = [self.entry_passage(entry_id, language) for entry_id in entry_ids]
        return [passage for passage in found if passage]


def _side(audience: frozenset[Audience]) -> Bilingual:
    return phrases.WELFARE_SIDE if audience & _WELFARE else phrases.COMPANY_SIDE
