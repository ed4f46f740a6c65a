"""Which passages and which of their statements answer a question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.grounded.relevance import Relevance, not_yet_told
from assistant.grounded.statements import Statement, says_something, statements_of
from assistant.understanding.asked_for import asked_for
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.words import WordWeights
from knowledge.documents import Kind, Language, Passage

_READ = 8
"""Passages whose statements may enter an answer."""
_POINTS_OF_DOCUMENT = 4
_PROPER: dict[Language, int] = {"ja": 340, "en": 760}
"""About how long the answer proper may become, in characters."""
_WHOLE: dict[Language, int] = {"ja": 560, "en": 1240}
"""How long an entry may be that is told whole and in its order."""
_MORE: dict[Language, int] = {"ja": 1000, "en": 2200}
"""How much of other passages stands behind it."""
_CASES_NEAR = 0.5
"""Share of the best score from which on a case answers a question for cases."""


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

    The best passage leads, for a fact with the statement that tells it. Where a value or a
    comparison is asked for, what says most to the question comes next, whichever passage it stands
    in; anything else is told whole and in its order. What does not fit into the answer proper
    follows behind it.
    """
    ordered = _by_kind(question.intent, passages)[:_READ]
    if not ordered or not (first := _telling(ordered[0])):
        return None
    relevance = Relevance.to(question, ordered, weigh)
    if not ordered[0].chunk.is_curated:
        return _of_document(first, ordered[1:], relevance, question.language)
    lead, *own = _leading(question, first, relevance)
    others = [found for passage in ordered[1:] if (found := _telling(passage))]
    if _is_told_whole(question):
        points = _whole(own, relevance, lead, question.language)
        nearest, *far = sorted(others, key=relevance.of_best, reverse=True) or [[]]
        rest = [*own, *nearest, *relevance.ranked([s for found in far for s in found])]
    else:
        rest = relevance.ranked([*own, *(s for found in others for s in found)])
        points = _fitting(rest, _PROPER[question.language], [lead])
    left = [statement for statement in rest if statement not in points]
    more = _fitting(left, _MORE[question.language], [lead, *points], begin=0)
    return Selection(lead, tuple(points), tuple(more))


def _of_document(
    first: Sequence[Statement],
    others: Sequence[Passage],
    relevance: Relevance,
    language: Language,
) -> Selection:
    """A document's passage is long and was not written to be quoted whole."""
    lead, *own = relevance.ranked(first)
    points = _in_order(own[:_POINTS_OF_DOCUMENT])
    left = relevance.ranked([s for passage in others for s in _telling(passage)])
    more = _fitting(left, _MORE[language], [lead, *points], begin=0)
    return Selection(lead, tuple(points), tuple(more))


def _leading(
    question: Question, statements: Sequence[Statement], relevance: Relevance
) -> list[Statement]:
    """Of a fact, the statement that tells it comes before the entry's lead, which answers for the
    entry as a whole, and was often told already when a question follows. On the development
    questions for facts it holds one of those asked for in 167 first lines of 218 where the lead did
    in 137 (docs/decisions/0013)."""
    is_fact = (
        question.intent is Intent.FACT and statements[0].passage.chunk.kind is not Kind.PROCEDURE
    )
    if not is_fact and not question.follows:
        return list(statements)
    telling = relevance.ranked(statements)[0]
    return [telling, *(statement for statement in statements if statement is not telling)]


def _whole(
    own: Sequence[Statement], relevance: Relevance, lead: Statement, language: Language
) -> list[Statement]:
    """In their order; of a very long entry that is no case or procedure, what says most."""
    if lead.passage.chunk.kind in (Kind.PROCEDURE, Kind.CASE):
        return list(own)
    return _in_order(_fitting(relevance.ranked(own), _WHOLE[language], [lead]))


def _is_told_whole(question: Question) -> bool:
    if question.intent is Intent.COMPARE:
        return False
    return question.intent is not Intent.FACT or not asked_for(question.asked)


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
    for statement in not_yet_told(ranked, told):
        if used >= room:
            break
        chosen.append(statement)
        used += len(statement.text)
    return chosen


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
