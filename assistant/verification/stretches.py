"""Which stretch of the passages a clause comes from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.grounded.statements import statements_of
from assistant.words import WordWeights, words_of
from knowledge.documents import Language, Passage

_BREAK = {
    # A comma behind a bare noun separates items of a list, whose predicate is still to come.
    "ja": re.compile(r"(?<=[ぁ-ん][、；])|(?<=[：。])"),
    "en": re.compile(
        r"(?<=[,;:.])\s+|\s+(?=\b(?:and|but|while|although|because|which|so)\b)", re.I
    ),
}
# "3. 事例集": the number of a chapter is no figure of the passage.
_ENUMERATION = re.compile(r"(?:^|(?<=＞))\s*(?:第?\s*\d+\s*[章節項.．、)）-]\s*)+")
_NEAR = 0.85
"""Share of the best overlap from which on another stretch may be meant just as well."""
_FEWEST_WORDS = 3
"""A clause with fewer says nothing by itself and is read with the one before."""


@dataclass(frozen=True)
class Evidence:
    """The passages that a sentence cites, ready to be compared."""

    text: str
    """All of it, with titles and headings."""
    statements: tuple[str, ...]
    language: Language

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> "Evidence":
        """Titles count as statements: a bullet often leaves its subject to them."""
        chunks = [passage.chunk for passage in passages]
        told = [statement.text for passage in passages for statement in statements_of(passage)]
        return cls(
            text="\n".join(
                f"{chunk.title}\n{_ENUMERATION.sub(' ', chunk.heading)}\n{chunk.text}"
                for chunk in chunks
            ),
            statements=tuple((*told, *(chunk.title for chunk in chunks))),
            language=chunks[0].language,
        )


@dataclass(frozen=True, slots=True)
class Match:
    """Where a clause comes from."""

    stretch: str
    """The consecutive clauses of one statement that say most nearly the same."""
    statement: str
    near: tuple[str, ...] = ()
    """Stretches about as close, the closest among them."""


def clauses_of(sentence: str, language: Language) -> list[str]:
    """Parts that claim something by themselves, in order; together they are the sentence."""
    joiner = "" if language == "ja" else " "
    clauses: list[str] = []
    for part in filter(None, _BREAK[language].split(sentence)):
        if clauses and min(len(words_of(part)), len(words_of(clauses[-1]))) < _FEWEST_WORDS:
            clauses[-1] += joiner + part
        else:
            clauses.append(part)
    return clauses


def share_told(words: Sequence[str], told: frozenset[str], weigh: WordWeights) -> float:
    """Share of the words, weighted by rarity, that are among those told, 0..1; 1 for no words."""
    weights = weigh(words)
    total = sum(weights)
    found = sum(weight for word, weight in zip(words, weights, strict=True) if word in told)
    return found / total if total else 1.0


def closest(clause: str, evidence: Evidence, weigh: WordWeights) -> Match:
    """The stretch with the largest weighted overlap of words (Jaccard); the shortest of equals."""
    words = words_of(clause)
    said = list(words.union(*map(words_of, evidence.statements)))
    weights = dict(zip(said, weigh(said), strict=True))
    candidates = [
        (_overlap(words, words_of(stretch), weights), -len(stretch), stretch, statement)
        for statement in evidence.statements
        if not words.isdisjoint(words_of(statement))
        for stretch in _stretches(statement, evidence.language)
    ]
    if not candidates:
        return Match("", "")
    best, _, stretch, statement = max(candidates)
    near = tuple(other for overlap, _, other, _ in candidates if overlap >= _NEAR * best)
    return Match(stretch, statement, near)


def closest_statement(sentence: str, passage: Passage, weigh: WordWeights) -> str:
    """The passage's own words for a sentence; its first statement when none shares a word."""
    told = tuple(statement.text for statement in statements_of(passage))
    match = closest(sentence, Evidence("", told, passage.chunk.language), weigh)
    return match.statement or next(iter(told), passage.chunk.title)


def _overlap(
    clause: frozenset[str], stretch: frozenset[str], weights: Mapping[str, float]
) -> float:
    union = sum(weights[word] for word in clause | stretch)
    return sum(weights[word] for word in clause & stretch) / union if union else 0.0


def _stretches(statement: str, language: Language) -> Iterator[str]:
    clauses = clauses_of(statement, language)
    joiner = "" if language == "ja" else " "
    for start in range(len(clauses)):
        for end in range(start + 1, len(clauses) + 1):
            yield joiner.join(clauses[start:end])
