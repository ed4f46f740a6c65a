"""Whether the numbers of a statement stand in the evidence.

Kept apart from the product's own number check on purpose: a mistake there must not hide here.
"""

from collections.abc import Sequence

from evals.metrics.calculations import calculations_in
from evals.metrics.numbers import Number, numbers_in


def numbers_unsupported(statement: str, evidence: Sequence[str]) -> list[Number]:
    """Numbers of the statement that the evidence does not bear out.

    One is borne out when the evidence has the same value for nothing else: units that are both
    known must agree, and if the words before it stand in the evidence before another number of
    that unit, the statement has swapped them. The result of a calculation that is shown is borne
    out when the calculation is right and each of its figures is borne out; that it happens to
    stand in the evidence does not help a wrong calculation.
    """
    known = [number for text in evidence for number in numbers_in(text)]
    results = {one.result.start: one for one in calculations_in(statement)}
    lacking = []
    for number in numbers_in(statement):
        shown = results.get(number.start)
        figures = shown.operands if shown else (number,)
        follows = shown is None or shown.is_right
        if not (follows and all(_is_borne_out(figure, known) for figure in figures)):
            lacking.append(number)
    return lacking


def _is_borne_out(number: Number, known: Sequence[Number]) -> bool:
    rivals = [other for other in known if _same_kind(other, number)]
    same = [other for other in rivals if other.value == number.value]
    if not same:
        return False
    own = max(_likeness(number.label, other.label) for other in same)
    others = [_likeness(number.label, o.label) for o in rivals if o.value != number.value]
    return not (max(others, default=0.0) >= max(0.6, own + 0.3))


def _same_kind(first: Number, second: Number) -> bool:
    return first.unit is None or second.unit is None or first.unit == second.unit


def _likeness(first: str, second: str) -> float:
    """Dice coefficient over letter pairs, of the parts nearest the numbers."""
    size = min(len(first), len(second), 8)
    ours, theirs = _pairs(first[-max(size, 2) :]), _pairs(second[-max(size, 2) :])
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}
