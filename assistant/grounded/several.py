"""Answers to questions with several parts, comparisons and calculations."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.finding import Found, PartFound
from assistant.grounded import phrases
from assistant.grounded.calculation import Calculation, calculate, operation_asked
from assistant.grounded.compose import Composition
from assistant.grounded.relevance import not_yet_told
from assistant.grounded.select import Selection, closest_statements, select_statements
from assistant.grounded.statements import Statement
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.words import WordWeights
from knowledge.documents import Kind, Passage
from knowledge.numbers import number_values
from knowledge.tokens import tokenise

_POINTS = {Intent.LIST: 8, Intent.HOW_TO: 5, Intent.CASE: 5}
_FEW_POINTS = 3
_IN_A_CELL = 3
_TOLD_WHOLE = frozenset({Intent.LIST, Intent.HOW_TO, Intent.CASE, Intent.DEFINITION})


def write_parts(
    writing: Composition, parts: Sequence[PartFound], weigh: WordWeights
) -> Passage | None:
    """Each part with its own answer, or that the sources do not say it; parts that the same
    statement answers together, and with no number where that is all of them.

    Returns:
        The passage that the first answered part rests on.
    """
    answers = _answers(parts, weigh)
    for numbers, selection in answers:
        if len(numbers) < len(parts):
            writing.part(numbers)
        if selection is None:
            writing.plain(phrases.PART_NOT_IN_SOURCES.in_language(writing.language))
        else:
            writing.lead(selection.lead, again=True)
            writing.points(selection.points)
    writing.fold_here()
    return next((told.lead.passage for _, told in answers if told), None)


def _answers(
    parts: Sequence[PartFound], weigh: WordWeights
) -> list[tuple[list[int], Selection | None]]:
    """What is told of which parts, by their numbers from 1 on; None where nothing is."""
    answers: list[tuple[list[int], Selection | None]] = []
    for number, part in enumerate(parts, start=1):
        selection = _selected(part, weigh) if part.is_answered else None
        for at, (numbers, told) in enumerate(answers):
            if told and selection and told.lead.text == selection.lead.text:
                points = not_yet_told((*told.points, *selection.points), [told.lead])
                answers[at] = ([*numbers, number], replace(told, points=tuple(points)))
                break
        else:
            answers.append(([number], selection))
    return answers


def write_comparison(writing: Composition, things: Sequence[PartFound], weigh: WordWeights) -> None:
    """A table with a row for each thing; nothing where one of them has nothing of its own."""
    rows: list[tuple[str, list[Statement]]] = []
    told: set[str] = set()
    for thing in things:
        fresh = [s for s in _own_statements(thing, weigh) if s.text not in told][:_IN_A_CELL]
        told.update(statement.text for statement in fresh)
        rows.append((thing.question.asked, fresh))
    if all(statements for _, statements in rows):
        writing.table(phrases.COMPARED, rows)


def write_calculation(
    writing: Composition, question: Question, found: Found, weigh: WordWeights
) -> None:
    """The calculation that the question asks for, where the two figures are plain."""
    if (calculation := _calculation(question, found, weigh)) is not None:
        first, second = calculation.first.statement, calculation.second.statement
        writing.calculation(calculation.written(writing.language), (first, second))


def _calculation(question: Question, found: Found, weigh: WordWeights) -> Calculation | None:
    asking = next((part for part in found.parts if operation_asked(part.question.asked)), None)
    asked = asking.question if asking and not question.compares else question
    operation = operation_asked(asked.asked)
    if operation is None:
        return None
    passages = asking.passages if asking and not question.compares else found.passages
    words = tokenise(asked.search_text)
    weights = dict(zip(words, weigh(words), strict=True))
    return calculate(
        operation,
        asked.search_text,
        closest_statements(asked, passages, weigh),
        weight=lambda word: weights.get(word, 0.0),
        language=question.language,
        things=[part.question.asked for part in found.parts] if question.compares else (),
    )


def _selected(part: PartFound, weigh: WordWeights) -> Selection | None:
    """The whole entry for a list or steps; for a fact, what says most to it."""
    intent = part.question.intent
    if intent in _TOLD_WHOLE:
        selection = select_statements(part.question, part.passages, weigh)
        if selection is None:
            return None
        return Selection(selection.lead, selection.points[: _POINTS.get(intent, _FEW_POINTS)], ())
    closest = closest_statements(part.question, part.passages, weigh)
    if not closest:
        return None
    return Selection(closest[0], tuple(closest[1 : 1 + _FEW_POINTS]), ())


def _own_statements(thing: PartFound, weigh: WordWeights) -> list[Statement]:
    """Statements about this thing, cases' labels left to their cells."""
    closest = closest_statements(thing.question, thing.passages, weigh)
    return [s for s in closest if _names(s, thing.question.asked)]


def _names(statement: Statement, name: str) -> bool:
    """True when the statement or its passage's title has the thing's words, and all its numbers:
    tier 2 and 80% are other things than tier 1 and 60%."""
    chunk = statement.passage.chunk
    if chunk.kind is Kind.OPINION:
        return False
    said = f"{chunk.title} {statement.text}"
    words = set(tokenise(name))
    is_told = len(words & set(tokenise(said))) * 2 >= len(words)
    return bool(words) and is_told and number_values(name) <= number_values(said)
