"""Which passages and which of their statements answer a question."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.grounded.relevance import Relevance, WordWeights, has_said
from assistant.grounded.statements import Statement, says_something, statements_of
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from knowledge.documents import Kind, Language, Passage

_READ = 8
"""Passages whose statements may enter an answer."""
_POINTS_OF_DOCUMENT = 4
_PROPER: dict[Language, int] = {"ja": 340, "en": 760}
"""About how long the answer proper may become, in characters."""
_WHOLE: dict[Language, int] = {"ja": 560, "en": 1240}
"""How long an entry may be that is told whole and in its order."""
_MORE: dict[Language, int] = {"ja": 800, "en": 1800}
"""How much of other passages stands behind it."""
_CASES_NEAR = 0.5
"""Share of the best score from which on a case answers a question for cases."""
_KEEPS_ORDER = frozenset({Intent.LIST, Intent.HOW_TO, Intent.CASE, Intent.FORM, Intent.DEFINITION})


@dataclass(frozen=True, slots=True)
class Selection:
    """What an answer is made of."""

    lead: Statement
    points: tuple[Statement, ...]
    """The answer proper, in the order in which it is told."""
    more: tuple[Statement, ...]
    """What else there is, best first."""


def select_statements(
    question: Question, passages: Sequence[Passage], weigh: WordWeights
) -> Selection | None:
    """Choose and order statements; None when there is nothing to say.

    The best passage leads. A list, a procedure or a case is told in its order; for anything else,
    what says most to the question comes first, whichever passage it stands in. What does not fit
    into the answer proper follows behind it.
    """
    ordered = _by_kind(question.intent, passages)[:_READ]
    if not ordered or not (first := _telling(ordered[0])):
        return None
    relevance = Relevance.to(question, ordered, weigh)
    is_curated = ordered[0].chunk.is_curated
    lead = first[0] if is_curated else relevance.ranked(first)[0]
    own = [statement for statement in first if statement is not lead]
    others = [statement for passage in ordered[1:] for statement in _telling(passage)]
    language = question.language
    if not is_curated:
        # A document's passage is long and was not written to be quoted whole.
        points = _in_order(relevance.ranked(own)[:_POINTS_OF_DOCUMENT])
    elif question.intent in _KEEPS_ORDER:
        points = _in_order(_fitting(relevance.ranked(own), _WHOLE[language], [lead]))
    else:
        points = _fitting(relevance.ranked([*own, *others]), _PROPER[language], [lead])
    left = [s for s in relevance.ranked([*own, *others]) if s not in points]
    more = _fitting(left, _MORE[language], [lead, *points], begin=0)
    return Selection(lead, tuple(points), tuple(more))


def closest_statements(
    question: Question, passages: Sequence[Passage], weigh: WordWeights
) -> list[Statement]:
    """Statements of the first passages, those that say most to the question first."""
    ordered = _by_kind(question.intent, passages)[:_READ]
    if not ordered:
        return []
    statements = [statement for passage in ordered for statement in _telling(passage)]
    return Relevance.to(question, ordered, weigh).ranked(statements)


def _fitting(
    ranked: Iterable[Statement],
    room: int,
    told: Sequence[Statement],
    *,
    begin: int | None = None,
) -> list[Statement]:
    """The first of them that fit and were not told yet in other words.

    Args:
        room: characters for what is told and these together, the last one may overrun.
        begin: characters used up already; as many as were told unless given.
    """
    used = sum(len(statement.text) for statement in told) if begin is None else begin
    chosen: list[Statement] = []
    for statement in _fresh(ranked, told):
        if used >= room:
            break
        chosen.append(statement)
        used += len(statement.text)
    return chosen


def _fresh(ranked: Iterable[Statement], told: Sequence[Statement]) -> Iterator[Statement]:
    said = list(told)
    for statement in ranked:
        if not any(has_said(other, statement) for other in said):
            said.append(statement)
            yield statement


def _in_order(statements: Sequence[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda statement: statement.position)


def _telling(passage: Passage) -> list[Statement]:
    """The passage's statements; of a document's, those that say something when quoted alone."""
    found = statements_of(passage)
    if passage.chunk.is_curated:
        return found
    return [statement for statement in found if says_something(statement.text)] or found


def _by_kind(intent: Intent, passages: Sequence[Passage]) -> list[Passage]:
    """A question for cases is answered by cases, where good ones were found."""
    if intent is not Intent.CASE or not passages:
        return list(passages)
    floor = _CASES_NEAR * passages[0].score
    cases = [p for p in passages if p.chunk.kind is Kind.CASE and p.score >= floor]
    return [*cases, *(p for p in passages if p not in cases)]
