"""Calculations that a text shows, as `57.8 − 31.5 = 26.3ポイント`, worked out again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, DivisionByZero, InvalidOperation
from functools import lru_cache
from itertools import pairwise

from evals.metrics.numbers import Number, as_read, numbers_in

_WORDS_OF_UNIT = r"\s*[^\d\s=≒≈+−–×÷*/-]{0,12}(?:\s[a-z]+){0,2}\s*"
_OPERATOR = re.compile(rf"^{_WORDS_OF_UNIT}(?P<sign>[-−–+×*÷/])\s*[¥$]?$", re.IGNORECASE)
_EQUALS = re.compile(rf"^{_WORDS_OF_UNIT}(?P<sign>[=≒≈])\s*(?:約|about )?\s*[¥$]?$", re.IGNORECASE)
_LEAD = re.compile(r"(?:計算|calculation)\s*:\s*$", re.IGNORECASE)
_UNIT_AFTER = re.compile(r"[^\s、。,.;()]{0,10}(?:(?<=\d)\s[a-z]+)?", re.IGNORECASE)
_ADDING, _TIMES = "+", "×*"
_STRONG = "×*÷/"


@dataclass(frozen=True, slots=True)
class Calculation:
    """Figures, what is done with them, and what is said to come of it."""

    operands: tuple[Number, ...]
    signs: tuple[str, ...]
    """One between each two operands."""
    result: Number
    is_rounded: bool
    """Said to be about the result (≒) and not the result (=)."""

    @property
    def is_right(self) -> bool:
        """True when the result follows: exactly, or rounded to the places it is written with."""
        try:
            exact = _worked_out([operand.value for operand in self.operands], self.signs)
            return self._has_fit_unit and self._tells(exact)
        except (DivisionByZero, InvalidOperation):
            return False

    @property
    def _has_fit_unit(self) -> bool:
        """Sums and differences count what their operands do; of two shares, points too."""
        if set(self.signs) & set(_STRONG):
            return True
        units = {operand.unit for operand in self.operands} - {None}
        fit = units | ({"points"} if units <= {"percent", "points"} else set())
        return self.result.unit is None or not units or self.result.unit in fit

    def _tells(self, exact: Decimal) -> bool:
        if not self.is_rounded:
            return exact == self.result.value
        places = Decimal(1).scaleb(int(self.result.value.as_tuple().exponent))
        roundings = (ROUND_HALF_UP, ROUND_HALF_EVEN)
        return any(exact.quantize(places, one) == self.result.value for one in roundings)


@lru_cache(maxsize=4096)
def calculations_in(text: str) -> tuple[Calculation, ...]:
    """Calculations that the text shows with their result, in order."""
    return tuple(_found(as_read(text), numbers_in(text)))


def beside_calculations(text: str) -> str:
    """What the text says beside the calculations that it shows."""
    found = calculations_in(text)
    if not found:
        return text
    left, rest, start = "", as_read(text), 0
    for one in found:
        left += _LEAD.sub("", rest[start : one.operands[0].start])
        unit = _UNIT_AFTER.match(rest, one.result.end)
        start = unit.end() if unit else one.result.end
    return left + rest[start:]


def _found(text: str, numbers: Sequence[Number]) -> Iterator[Calculation]:
    operands: list[Number] = []
    signs: list[str] = []
    for number, following in pairwise(numbers):
        between = text[number.end : following.start]
        if operator := _OPERATOR.match(between):
            operands.append(number)
            signs.append(operator["sign"])
            continue
        equals = _EQUALS.match(between)
        if equals and operands:
            is_rounded = equals["sign"] != "="
            yield Calculation((*operands, number), tuple(signs), following, is_rounded)
        operands, signs = [], []


def _worked_out(values: Sequence[Decimal], signs: Sequence[str]) -> Decimal:
    """Multiplication and division before addition and subtraction."""
    terms = [values[0]]
    weak: list[str] = []
    for sign, value in zip(signs, values[1:], strict=True):
        if sign in _STRONG:
            terms[-1] = terms[-1] * value if sign in _TIMES else terms[-1] / value
        else:
            weak.append(sign)
            terms.append(value)
    total = terms[0]
    for sign, term in zip(weak, terms[1:], strict=True):
        total = total + term if sign in _ADDING else total - term
    return total
