"""Which passages and which of their statements answer a question."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.grounded.statements import Statement, statements_of
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from knowledge.documents import Kind, Passage
from knowledge.tokens import tokenise

WordWeights = Callable[[Sequence[str]], Sequence[float]]
"""How telling each word is (its inverse document frequency); 0 for words never seen."""

_NEAR = 0.72
"""Share of the best score from which on a passage counts as part of the same answer."""
_MAIN = {
    Intent.FACT: 2, Intent.DEFINITION: 1, Intent.LIST: 2, Intent.HOW_TO: 2,
    Intent.CASE: 3, Intent.COMPARE: 2, Intent.FORM: 2,
}  # fmt: skip
_ASKS_NUMBER = re.compile(
    r"いくら|いくつ|何(?!を|が|か|で|に|も)|どのくらい|どれくらい|割合|いつ|金額|人数|件数|上限|\bhow (?:many|much|long|often)\b|\bwhen\b|"
    r"\bwhat (?:share|proportion|percent|number|rate|amount|year|date)|percent",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Selection:
    """What an answer is made of, best first."""

    main: tuple[Passage, ...]
    beside: tuple[Passage, ...]
    """Found too, less close: told in one line each, behind the answer."""


def select_passages(question: Question, passages: Sequence[Passage]) -> Selection:
    """Split what was found into the answer itself and what stands beside it."""
    if not passages:
        return Selection((), ())
    ordered = _by_kind(question.intent, passages)
    best = ordered[0].score
    main = [ordered[0]]
    for passage in ordered[1:]:
        if len(main) < _MAIN[question.intent] and passage.score >= _NEAR * best:
            main.append(passage)
    beside = [passage for passage in ordered if passage not in main]
    return Selection(tuple(main), tuple(beside))


def order_statements(
    question: Question, passage: Passage, weigh: WordWeights
) -> list[Statement]:
    """The passage's statements as the answer gives them.

    Lists, procedures and cases keep their order. For a fact, what answers most closely comes
    first: the lead unless a later statement shares clearly more with the question.
    """
    found = statements_of(passage)
    keeps_order = question.intent in (Intent.LIST, Intent.HOW_TO, Intent.CASE, Intent.FORM)
    if keeps_order and passage.chunk.is_curated:
        return found
    closeness = [closeness_to(question, statement, weigh) for statement in found]
    by_closeness = sorted(range(len(found)), key=lambda i: -closeness[i])
    if passage.chunk.is_curated and by_closeness:
        lead_is_close = closeness[0] >= 0.8 * closeness[by_closeness[0]]
        if lead_is_close:
            by_closeness = [0, *(i for i in by_closeness if i)]
    return [found[i] for i in by_closeness]


def closeness_to(question: Question, statement: Statement, weigh: WordWeights) -> float:
    """Share of the question's telling words in a statement, 0..1; more if it has the asked figure."""
    asked = list(dict.fromkeys(tokenise(question.search_text)))
    said = set(tokenise(statement.text))
    weights = weigh(asked)
    total = sum(weights) or 1.0
    shared = sum(weight for word, weight in zip(asked, weights, strict=True) if word in said)
    has_figure = bool(re.search(r"\d", statement.text)) and bool(
        _ASKS_NUMBER.search(question.asked)
    )
    return shared / total + (0.15 if has_figure else 0.0)


def _by_kind(intent: Intent, passages: Sequence[Passage]) -> list[Passage]:
    """A question for cases is answered by cases, where good ones were found."""
    if intent is not Intent.CASE:
        return list(passages)
    floor = _NEAR * passages[0].score
    cases = [p for p in passages if p.chunk.kind is Kind.CASE and p.score >= floor * 0.7]
    return [*cases, *(p for p in passages if p not in cases)] if cases else list(passages)
