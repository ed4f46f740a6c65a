"""Answers from entries alone, with no language model."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.answerer import Draft, Piece
from assistant.citations import Citing
from assistant.finding import Found, share_named
from assistant.grounded import phrases
from assistant.grounded.compose import Composition, write_answer
from assistant.grounded.select import closest_statements, select_statements
from assistant.grounded.several import write_calculation, write_comparison, write_parts
from assistant.grounded.statements import Statement, statements_of
from assistant.grounded.whom_to_ask import whom_else_to_ask, whom_to_ask
from assistant.understanding.question import Question
from assistant.words import WordWeights
from knowledge.documents import Audience, Bilingual, Entry, Kind, Language, Passage, Source
from knowledge.gaps import Gap

_SHOWN_BESIDE = 3
"""Lines beside an answer that is too short to stand alone."""
_WELFARE = frozenset({Audience.SC, Audience.MUNICIPALITY, Audience.PREFECTURE})


@dataclass(frozen=True)
class GroundedAnswerer:
    """Plans by intent, selects statements, composes; every sentence stands in a passage."""

    weigh: WordWeights
    entries: Mapping[str, Entry]
    entry_passage: Callable[[str, Language], Passage | None]
    """The passage of an entry by its id, for what an entry relates to."""
    source: Callable[[str], Source | None]
    """A document by its key."""

    @property
    def engine(self) -> str:
        return "grounded"

    def answer(
        self, question: Question, passages: Sequence[Passage], citing: Citing
    ) -> Iterator[Piece]:
        """The whole answer as one piece: composing takes a few milliseconds."""
        yield Piece(final=self.compose(question, Found(tuple(passages)), citing))

    def compose(self, question: Question, found: Found, citing: Citing) -> Draft:
        """Calculation, answer, points, what differs, more, cases, the other side, next step."""
        writing = Composition(question.language, citing)
        passages = found.passages
        selection = select_statements(question, passages, self.weigh)
        if selection is None:
            return self.nearby(question, None, citing)
        best = selection.lead.passage
        write_calculation(writing, question, found, self.weigh)
        if question.compares:
            write_comparison(writing, found.parts, self.weigh)
        beside = selection.more
        if found.parts and not question.compares:
            best = write_parts(writing, found.parts, self.weigh) or best
            beside = (selection.lead, *selection.points, *beside)
        else:
            write_answer(writing, selection)
        self._differing(writing, question, best)
        writing.fold_when_long()
        writing.section(phrases.BESIDE, beside, shown=_SHOWN_BESIDE)
        cases = [p for p in passages if p.chunk.kind is Kind.CASE and p is not best]
        writing.section(phrases.CASES, self._leads(cases[:2]))
        self._other_side(writing, best)
        self._next_step(writing, best)
        return Draft(writing.text, citing.citations(), writing.more_from)

    def nearby(
        self,
        question: Question,
        gap: Gap | None,
        citing: Citing,
        passages: Sequence[Passage] = (),
    ) -> Draft:
        """For a question that the sources do not answer: what is missing, what they do say close
        to it where that is known, and whom to ask.

        Args:
            passages: what was found, best first; the first is about the subject of a question that
                leans on the conversation, or names all that the question names.
        """
        language = question.language
        writing = Composition(language, citing)
        if gap is None:
            writing.plain(phrases.NOT_IN_SOURCES.in_language(language))
            near = [p for p in passages[:1] if question.follows or _has_names_of(question, p)]
            writing.section(phrases.NEARBY, self._leads(near))
            desk = whom_else_to_ask(question.persona, self._publisher(near))
            writing.plain(desk.in_language(language))
            return Draft(writing.text, citing.citations(), None)
        missing = phrases.MISSING.in_language(language)
        writing.plain(missing.format(what=gap.missing.in_language(language)))
        writing.section(phrases.NEARBY, self._leads(self._passages_of(gap.near, language)))
        writing.plain(whom_to_ask(gap.ask).in_language(language))
        return Draft(writing.text, citing.citations(), None)

    def _publisher(self, passages: Sequence[Passage]) -> Bilingual | None:
        """Of the first passage's document; None where a user added it, or there is none."""
        best = passages[0].chunk if passages else None
        source = self.source(best.source) if best and best.is_curated else None
        return source.publisher if source else None

    def _leads(self, passages: Sequence[Passage]) -> list[Statement]:
        return [statements[0] for p in passages if (statements := statements_of(p))]

    def _differing(self, writing: Composition, question: Question, best: Passage) -> None:
        """Where another entry states another value on the same point, both are shown."""
        if entry := self.entries.get(best.chunk.entry_id):
            found = self._passages_of(entry.differs, writing.language)
            closest = (closest_statements(question, [other], self.weigh)[:1] for other in found)
            writing.section(phrases.OTHER_FIGURE, [one for first in closest for one in first])

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


def _has_names_of(question: Question, passage: Passage) -> bool:
    return share_named(question.names, passage) == 1


def _side(audience: frozenset[Audience]) -> Bilingual:
    return phrases.WELFARE_SIDE if audience & _WELFARE else phrases.COMPANY_SIDE
