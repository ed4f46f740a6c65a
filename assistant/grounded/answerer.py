"""Answers from entries alone, with no language model."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answerer import Draft, Piece
from assistant.citations import Citing
from assistant.grounded import phrases
from assistant.grounded.compose import Composition, write_answer
from assistant.grounded.select import WordWeights, order_statements, select_passages
from assistant.grounded.statements import Statement, statements_of
from assistant.understanding.question import Question
from knowledge.documents import Audience, Bilingual, Entry, Kind, Language, Passage

_BESIDE = 3
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

    def compose(
        self, question: Question, passages: Sequence[Passage], citing: Citing
    ) -> Draft:
        """Answer, points, what differs, the other side, cases, next step."""
        selection = select_passages(question, passages)
        writing = Composition(question.language, citing)
        main = [order_statements(question, passage, self.weigh) for passage in selection.main]
        write_answer(writing, question.intent, [statements for statements in main if statements])
        self._differing(writing, selection.main)
        writing.fold_here()
        used = list(selection.main)
        cases = [p for p in selection.beside if p.chunk.kind is Kind.CASE][:2]
        others = [p for p in selection.beside if p not in cases][:_BESIDE]
        writing.section(phrases.BESIDE, self._closest(question, others))
        writing.section(phrases.CASES, self._leads(cases))
        self._other_side(writing, question, used)
        self._next_step(writing, question, used)
        return Draft(writing.text, citing.citations(), writing.more_from)

    def nearby(self, question: Question, passages: Sequence[Passage], citing: Citing) -> Draft:
        """For a question that the sources do not answer: what they do say close to it."""
        writing = Composition(question.language, citing)
        writing.plain(phrases.NOT_IN_SOURCES.in_language(question.language))
        writing.plain(phrases.WHOM_TO_ASK.in_language(question.language))
        return Draft(writing.text, citing.citations(), None)

    def _closest(self, question: Question, passages: Sequence[Passage]) -> list[Statement]:
        """The one statement of each passage that says most to the question."""
        return [
            statements[0]
            for passage in passages
            if (statements := order_statements(question, passage, self.weigh))
        ]

    def _leads(self, passages: Sequence[Passage]) -> list[Statement]:
        return [statements[0] for p in passages if (statements := statements_of(p))]

    def _differing(self, writing: Composition, main: Sequence[Passage]) -> None:
        """Where another entry states another value on the same point, both are shown."""
        entry = self.entries.get(main[0].chunk.entry_id) if main else None
        if entry and entry.differs:
            found = self._passages_of(entry.differs, writing.language)
            writing.section(phrases.OTHER_FIGURE, self._leads(found))

    def _other_side(
        self, writing: Composition, question: Question, main: Sequence[Passage]
    ) -> None:
        entry = self.entries.get(main[0].chunk.entry_id) if main else None
        if entry is None:
            return
        mine = frozenset(entry.audience)
        for other in self._passages_of(entry.related, writing.language):
            audience = frozenset(other.chunk.audience)
            if audience.isdisjoint(mine) and other.chunk.kind is not Kind.CASE:
                title = _side(audience)
                writing.section(title, self._leads([other]))
                return

    def _next_step(
        self, writing: Composition, question: Question, main: Sequence[Passage]
    ) -> None:
        """A related form or procedure: what to do with the answer."""
        for passage in main:
            entry = self.entries.get(passage.chunk.entry_id)
            if entry is None:
                continue
            steps = [
                p
                for p in self._passages_of(entry.related, writing.language)
                if p.chunk.kind in (Kind.FORM, Kind.PROCEDURE)
            ]
            if steps:
                writing.section(phrases.NEXT_STEP, self._leads(steps[:1]))
                return

    def _passages_of(self, entry_ids: Sequence[str], language: Language) -> list[Passage]:
        found = [self.entry_passage(entry_id, language) for entry_id in entry_ids]
        return [passage for passage in found if passage]


def _side(audience: frozenset[Audience]) -> Bilingual:
    return phrases.WELFARE_SIDE if audience & _WELFARE else phrases.COMPANY_SIDE
