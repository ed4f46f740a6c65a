"""Which passages and which of their statements answer a question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.grounded.statements import Statement, is_sentence, says_something, statements_of
from assistant.understanding.asked_for import asked_for, has_value
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from knowledge.documents import Kind, Passage
from knowledge.tokens import tokenise
from knowledge.windows import statement_window

WordWeights = Callable[[Sequence[str]], Sequence[float]]
"""How telling each word is (its inverse document frequency); 0 for words never seen."""

_READ = 6
"""Passages whose statements may enter an answer."""
_MORE = 6
"""Statements of other passages behind the answer proper."""
_POINTS_OF_DOCUMENT = 4
_FRAGMENT = 0.4
"""What a heading or a cell counts beside a sentence that says the same."""
_SEMANTIC_SPAN = 0.08
"""Cosines of e5 lie close together: this far below the best, a statement says nothing to it."""
_OWN_PASSAGE = 0.15
"""What a statement of the best passage gains over those of others, of 1."""
_CASES_NEAR = 0.5
"""Share of the best score from which on a case answers a question for cases."""
_KEEPS_ORDER = frozenset(
    {Intent.LIST, Intent.HOW_TO, Intent.CASE, Intent.FORM, Intent.DEFINITION, Intent.COMPARE}
)


@dataclass(frozen=True, slots=True)
class Selection:
    """What an answer is made of."""

    lead: Statement
    points: tuple[Statement, ...]
    """The answer proper, in the order in which it is told."""
    more: tuple[Statement, ...]
    """What other passages add, best first."""


def select_statements(
    question: Question, passages: Sequence[Passage], weigh: WordWeights
) -> Selection | None:
    """Choose and order statements; None when there is nothing to say.

    The best passage leads. A list, a procedure or a case is told whole and in its order; for a
    fact, statements of other passages may come before those of the first that say less to it.
    """
    ordered = _by_kind(question.intent, passages)[:_READ]
    if not ordered or not (first := _telling(ordered[0])):
        return None
    score = _scoring(question, ordered, weigh)
    lead = first[0]
    if not lead.passage.chunk.is_curated:
        lead = max(first, key=lambda statement: (is_sentence(statement.text), score(statement)))
    own = [statement for statement in first if statement is not lead]
    others = [s for passage in ordered[1:] for s in _telling(passage)]
    others.sort(key=score, reverse=True)
    if not ordered[0].chunk.is_curated:
        # A document's passage is long and was not written to be quoted whole.
        closest = sorted(own, key=score, reverse=True)[:_POINTS_OF_DOCUMENT]
        points = tuple(statement for statement in own if statement in closest)
        return Selection(lead, points, tuple(others[:_MORE]))
    if question.intent in _KEEPS_ORDER:
        return Selection(lead, tuple(own), tuple(others[:_MORE]))
    ranked = sorted([*own, *others], key=score, reverse=True)
    return Selection(lead, tuple(ranked[: len(own)]), _rest(ranked, len(own), own))


def closest_statements(
    question: Question, passages: Sequence[Passage], weigh: WordWeights
) -> list[Statement]:
    """Statements of the first passages, those that say most to the question first."""
    ordered = _by_kind(question.intent, passages)[:_READ]
    if not ordered:
        return []
    statements = [statement for passage in ordered for statement in _telling(passage)]
    return sorted(statements, key=_scoring(question, ordered, weigh), reverse=True)


def _telling(passage: Passage) -> list[Statement]:
    """The passage's statements; of a document's, those that say something when quoted alone."""
    found = statements_of(passage)
    if passage.chunk.is_curated:
        return found
    return [statement for statement in found if says_something(statement.text)] or found


def _rest(
    ranked: Sequence[Statement], told: int, own: Sequence[Statement]
) -> tuple[Statement, ...]:
    """Nothing of the best passage is left out, whatever overtook it."""
    left = ranked[told:]
    overtaken = [statement for statement in left if statement in own]
    added = [statement for statement in left if statement not in own]
    return (*overtaken, *added[:_MORE])


def _scoring(
    question: Question, passages: Sequence[Passage], weigh: WordWeights
) -> Callable[[Statement], float]:
    best_score = passages[0].score or 1.0
    best_cosine = max((c for p in passages for c in p.windows.values()), default=0.0)

    def score(statement: Statement) -> float:
        passage = statement.passage
        cosine = passage.windows.get(statement_window(statement.position), 0.0)
        meaning = max(0.0, 1 - (best_cosine - cosine) / _SEMANTIC_SPAN)
        closeness = 0.7 * meaning + 0.3 * closeness_to(question, statement, weigh)
        own = _OWN_PASSAGE if passage is passages[0] else 0.0
        whole = 1.0 if passage.chunk.is_curated or is_sentence(statement.text) else _FRAGMENT
        return whole * ((passage.score / best_score) ** 2 * (closeness + 0.05) + own)

    return score


def closeness_to(question: Question, statement: Statement, weigh: WordWeights) -> float:
    """Share of the question's telling words in a statement, 0..1; more if it has the asked value."""
    asked = list(dict.fromkeys(tokenise(question.search_text)))
    said = set(tokenise(statement.text))
    weights = weigh(asked)
    total = sum(weights) or 1.0
    shared = sum(weight for word, weight in zip(asked, weights, strict=True) if word in said)
    kinds = asked_for(question.asked)
    has_it = bool(kinds) and any(has_value(statement.text, kind) for kind in kinds)
    return shared / total + (0.15 if has_it else 0.0)


def _by_kind(intent: Intent, passages: Sequence[Passage]) -> list[Passage]:
    """A question for cases is answered by cases, where good ones were found."""
    if intent is not Intent.CASE or not passages:
        return list(passages)
    floor = _CASES_NEAR * passages[0].score
    cases = [p for p in passages if p.chunk.kind is Kind.CASE and p.score >= floor]
    return [*cases, *(p for p in passages if p not in cases)]
