"""How much a statement says to a question, beside the other statements that were found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

from assistant.grounded.statements import Statement, is_sentence
from assistant.understanding.asked_for import AskedFor, asked_for, has_value
from assistant.understanding.question import Question
from assistant.words import WordWeights, words_of
from knowledge.documents import Passage
from knowledge.glossary import Term
from knowledge.numbers import number_values
from knowledge.series import Bearing, Place, bearing, places_in_series
from knowledge.tokens import tokenise
from knowledge.windows import statement_window

_SEMANTIC_SPAN = 0.08
"""Cosines of e5 lie close together: this far below the best, a statement says nothing to it."""
# Logistic weights for "holds a fact that the question needs", fitted on the development questions.
_OF_PASSAGE, _OF_MEANING, _OF_WORDS = 1.2, 1.0, 1.4
_PLACES = (0.7, 0.3)
_LEAD = 0.3
_HAS_VALUE, _LACKS_VALUE = 0.55, -0.9
_BEARS = {Bearing.JUST_THESE: 0.4, Bearing.ANOTHER: -1.0, Bearing.OPEN: 0.0}
"""What a statement gains or loses that names a place in a series where one is asked for."""
_FRAGMENT = 2.0
"""What a heading or a cell loses against a sentence that says the same."""
_SAME = 0.75
"""Share of a statement's words from which on another one has said it."""


@dataclass(frozen=True)
class Relevance:
    """Scores statements of some passages for one question."""

    weights: Mapping[str, float]
    """Of the question's words."""
    kinds: frozenset[AskedFor]
    series: frozenset[Place]
    """Places in a series that are asked for."""
    places: Mapping[str, int]
    """Of passages, by their ids: 0 is the best."""
    best_score: float
    best_cosine: float

    @classmethod
    def to(cls, question: Question, passages: Sequence[Passage], weigh: WordWeights) -> Self:
        """Relevance to a question; `passages` is what was found, best first, not empty.

        What was found is about what the question leans on: its own words tell which statement.
        """
        words = _asking_words(question)
        return cls(
            weights=dict(zip(words, weigh(words), strict=True)),
            kinds=asked_for(question.asked),
            series=places_in_series(question.search_text),
            places={passage.chunk.id: place for place, passage in enumerate(passages)},
            best_score=passages[0].score or 1.0,
            best_cosine=max((c for p in passages for c in p.windows.values()), default=0.0),
        )

    def of(self, statement: Statement) -> float:
        """Comparable within one question only."""
        passage = statement.passage
        place = self.places.get(passage.chunk.id, len(_PLACES))
        score = _OF_PASSAGE * passage.score / self.best_score
        score += _OF_MEANING * self._meaning(statement) + _OF_WORDS * self._shared(statement)
        score += self._value(statement.text) + (_PLACES[place] if place < len(_PLACES) else 0.0)
        score += _BEARS[bearing(statement.text, self.series)]
        if not passage.chunk.is_curated:
            return score if is_sentence(statement.text) else score - _FRAGMENT
        return score + (_LEAD if statement.position == 0 else 0.0)

    def of_best(self, statements: Sequence[Statement]) -> float:
        """Of the one that says most; `statements` is not empty."""
        return max(map(self.of, statements))

    def ranked(self, statements: Sequence[Statement]) -> list[Statement]:
        """Those that say most to the question first."""
        return sorted(statements, key=self.of, reverse=True)

    def _meaning(self, statement: Statement) -> float:
        cosine = statement.passage.windows.get(statement_window(statement.position), 0.0)
        return max(0.0, 1 - (self.best_cosine - cosine) / _SEMANTIC_SPAN)

    def _shared(self, statement: Statement) -> float:
        """Share of the question's telling words, 0..1; a bullet leaves its subject to the title."""
        said = words_of(statement.text) | words_of(statement.passage.chunk.title)
        total = sum(self.weights.values()) or 1.0
        return sum(weight for word, weight in self.weights.items() if word in said) / total

    def _value(self, text: str) -> float:
        if not self.kinds:
            return 0.0
        return _HAS_VALUE if any(has_value(text, kind) for kind in self.kinds) else _LACKS_VALUE


def _asking_words(question: Question) -> list[str]:
    """Its own, even where there are hardly any, if they are more than a name."""
    named = {word for term in question.names for word in _words_of_forms(term)}
    own = tokenise(question.asked if question.follows else question.asks)
    return list(dict.fromkeys(own if set(own) - named else tokenise(question.asks)))


def _words_of_forms(term: Term) -> Iterator[str]:
    return (word for form in term.written_forms() for word in tokenise(form))


def not_yet_told(statements: Iterable[Statement], told: Iterable[Statement]) -> Iterator[Statement]:
    """Those that neither what was told nor one before them has said in other words."""
    said = list(told)
    for statement in statements:
        if not any(has_said(other, statement) for other in said):
            said.append(statement)
            yield statement


def has_said(told: Statement, statement: Statement) -> bool:
    """True when the one told has all numbers of the other and most of its words."""
    words = words_of(statement.text)
    shared = len(words & words_of(told.text))
    return shared >= _SAME * len(words) and _numbers(statement.text) <= _numbers(told.text)


@lru_cache(maxsize=32_768)
def _numbers(text: str) -> frozenset[object]:
    return frozenset(number_values(text))
