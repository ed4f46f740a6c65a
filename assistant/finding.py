"""Passages for a question as a whole and for each of its parts."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace

from assistant.errors import KnowledgeUnavailable
from assistant.understanding.asked_side import asked_side
from assistant.understanding.persona import audience_of
from assistant.understanding.question import Question
from knowledge.documents import Audience, Passage
from knowledge.errors import KnowledgeError
from knowledge.folding import folded
from knowledge.glossary import Term
from knowledge.retrieval import Filters, Retriever

_OF_WHOLE = 0.8
"""What a passage found for the whole question counts for one of its parts."""
_OF_OWN_WORDS = 0.6
"""What a passage found for a follow-up's own words adds to what it is worth with its context. Chosen
on the development conversations: of 37 follow-ups, the best passage answers 32 instead of 26."""
_OF_OWN_MEANING = 0.7
"""What the meaning of a follow-up's own words counts among a passage's windows, beside that with its
context. First lines of answers to development follow-ups held 50 % of the facts with it and 48 %
without, while words of the context counted 0.3 (docs/decisions/0022)."""
_OF_SUBJECT = 0.3
"""What a passage adds that is about all that the conversation names. As many
development follow-ups have all facts as without it; one no longer gets another company's figures."""
_OF_SIDE = 0.15
"""What a passage for a side of the table adds where a follow-up asks for that side alone; twice
where it is not for the other one too. With twice as much, one of five conversations looked at led
with that side's advice on another subject."""
_WIDER = 3
"""So many times more passages are looked through for that."""


@dataclass(frozen=True, slots=True)
class PartFound:
    """One part of a question with its own passages, best first."""

    question: Question
    passages: tuple[Passage, ...]
    is_answered: bool | None = True
    """False when these passages do not answer it; None while nobody has looked."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, best first; `parts` is empty for a single question."""

    passages: tuple[Passage, ...]
    parts: tuple[PartFound, ...] = ()
    is_answerable: bool = True
    """False when nothing found answers the question."""
    margin: float = 0.0
    """How far the probability that it is answered lies above the threshold, or below; of a question
    with parts, read as a whole."""

    @property
    def unanswered(self) -> tuple[PartFound, ...]:
        """Parts that nothing found answers."""
        return tuple(part for part in self.parts if part.is_answered is False)

    @property
    def all_passages(self) -> tuple[Passage, ...]:
        """Those of the parts too, each once."""
        of_parts = (passage for part in self.parts for passage in part.passages)
        return tuple(_each_once([*self.passages, *of_parts]))


@dataclass(frozen=True)
class Finder:
    """Searches for understood questions."""

    retriever: Retriever
    passages_per_answer: int

    def prepare(self, question: Question) -> None:
        """Before anything is asked of the question or its parts: that is answered sooner then.

        Where nothing can be searched, whoever asks is told; not all that is asked needs a search.
        """
        each = (question, *question.parts)
        searched = [one.search_text for one in each]
        if question.follows:
            searched.append(question.asks)
        with suppress(KnowledgeError):
            self.retriever.prepare(searched, [one.asked for one in each])

    def find(self, question: Question) -> Found:
        """Passages of the question and of its parts.

        Raises:
            KnowledgeUnavailable: the documents cannot be searched.
        """
        whole = self._following(question) if question.follows else self._search(question)
        parts = tuple(
            PartFound(part, self._of_part(self._search(part), whole)) for part in question.parts
        )
        return Found(whole, parts)

    def _following(self, question: Question) -> tuple[Passage, ...]:
        """What the conversation is about, and among it, what the follow-up itself asks for."""
        wide = self.passages_per_answer * _WIDER
        found = self._search(question, limit=wide)
        own = self._search(replace(question, search_text=question.asks), limit=wide)
        worth = {passage.chunk.entry_id: passage.score / (own[0].score or 1.0) for passage in own}
        best = max((passage.score for passage in found), default=0.0)
        side = asked_side(question.asked)
        # Words that only name a side are found wherever that side is spoken of.
        own_words = 0.0 if side else _OF_OWN_WORDS
        gains = (
            own_words * worth.get(passage.chunk.entry_id, 0.0)
            + _OF_SUBJECT * share_named(question.subject, passage)
            + _OF_SIDE * _meant_for(side, passage)
            for passage in found
        )
        lifted = [
            replace(passage, score=passage.score + best * gain)
            for passage, gain in zip(_by_own_meaning(found, own), gains, strict=True)
        ]
        ranked = sorted(lifted, key=lambda passage: passage.score, reverse=True)
        return tuple(ranked[: self.passages_per_answer])

    def _search(self, question: Question, *, limit: int | None = None) -> tuple[Passage, ...]:
        with searching():
            found = self.retriever.search(
                question.search_text,
                limit=limit or self.passages_per_answer,
                language=question.language,
                filters=Filters(audience_of(question.persona), question.sources),
            )
        return tuple(found)

    def _of_part(self, own: Sequence[Passage], whole: Sequence[Passage]) -> tuple[Passage, ...]:
        """A part may lean on words of the others: what the whole found counts a little less."""
        lesser = [replace(passage, score=passage.score * _OF_WHOLE) for passage in whole]
        ranked = sorted([*own, *lesser], key=lambda passage: passage.score, reverse=True)
        return tuple(_each_once(ranked))[: self.passages_per_answer]


@contextmanager
def searching() -> Iterator[None]:
    """What fails in the search is what the asker has lost.

    Raises:
        KnowledgeUnavailable: the documents cannot be searched.
    """
    try:
        yield
    except KnowledgeError as error:
        raise KnowledgeUnavailable("the documents cannot be searched") from error


def _by_own_meaning(found: Sequence[Passage], own: Sequence[Passage]) -> list[Passage]:
    """The same passages, their windows nearer to the question's own words.

    Args:
        own: found for these words; a window that is not among them is as far as the last of them.
    """
    windows = {passage.chunk.id: passage.windows for passage in own}
    farthest = min((c for passage in own for c in passage.windows.values()), default=0.0)

    def blended(passage: Passage, number: int, cosine: float) -> float:
        nearness = windows.get(passage.chunk.id, {}).get(number, farthest)
        return (1 - _OF_OWN_MEANING) * cosine + _OF_OWN_MEANING * nearness

    return [
        replace(p, windows={number: blended(p, number, c) for number, c in p.windows.items()})
        for p in found
    ]


def share_named(names: Sequence[Term], passage: Passage) -> float:
    """Of the names, 0..1 and 0 without any, those that the passage or its title has in any form."""
    if not names:
        return 0.0
    told = folded(f"{passage.chunk.title}\n{passage.chunk.text}")
    named = [any(folded(form) in told for form in name.written_forms()) for name in names]
    return sum(named) / len(names)


def _meant_for(side: Audience | None, passage: Passage) -> int:
    """0 where it is not for this side, 1 where for the other side of the table too, 2 where not."""
    audience = set(passage.chunk.audience)
    if side not in audience:
        return 0
    of_companies = {Audience.COMPANY}
    is_for_both = bool(audience & of_companies) and bool(audience - of_companies)
    return 1 if is_for_both else 2


def _each_once(passages: Iterable[Passage]) -> list[Passage]:
    first: dict[str, Passage] = {}
    for passage in passages:
        first.setdefault(passage.chunk.id, passage)
    return list(first.values())
