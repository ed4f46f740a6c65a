"""A difference, ratio, sum or average of two cited figures, shown as a calculation.

Nothing is calculated unless it is plain which two figures are meant: each must be marked by a word
of the question that the other one lacks, or they must be the only two of their kind in a statement.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from itertools import combinations

from assistant.grounded.quantities import Quantity, quantities_of, unit_of
from assistant.grounded.statements import Statement
from knowledge.documents import Language
from knowledge.tokens import tokenise

WordWeight = Callable[[str], float]
"""How telling a word is."""


class Operation(StrEnum):
    """What is to be done with two figures."""

    DIFFERENCE = "difference"
    RATIO = "ratio"
    SUM = "sum"
    AVERAGE = "average"


_ASKED: tuple[tuple[Operation, re.Pattern[str]], ...] = (
    (Operation.AVERAGE, re.compile(r"平均(?:すると|で|して)|[1１一]\s?[^\s、。]{1,4}あたり|\bon average\b|\baverage\b.*\bper\b|\bper (?:shop|store|town|city|vehicle|person|company)\b", re.I)),
    (Operation.RATIO, re.compile(r"何倍|\bhow many times (?:as|more|larger|higher|greater|bigger)\b|\bby what factor\b", re.I)),
    (Operation.SUM, re.compile(r"(?:合わせ|足し|合計し)(?:て|ると|たら)|合計(?:は|で|何)|\bhow (?:many|much)\b.*\b(?:together|in total|combined|altogether)\b|\b(?:together|combined|altogether),? how (?:many|much)\b", re.I)),
    (Operation.DIFFERENCE, re.compile(r"何(?:ポイント|[^\s、。がはをも]{1,4})(?:差|違|増え|減|多|少な|上が|下が|伸び|高|低|広)|(?:どのくらい|どれくらい|どれだけ|いくつ|何)(?:の)?(?:差|違|増え|減|多|少な|開)|差は|ポイント差|増えた計算|"
        r"\bhow many (?:more|fewer|less|points|percentage points)\b|\bby how many\b|\bby how much\b.*\b(?:differ|exceed|more|less|higher|lower)\b|\bpoints? apart\b|\bhow much (?:more|less|higher|lower|larger|smaller)\b|\bwhat is the (?:difference|gap)\b|\bdiffer\b.*\bby\b", re.I)),
)  # fmt: skip
_UNIT_ASKED = re.compile(
    r"何(ポイント|%|％|人|名|件|社|自治体|市町村|店|台|か所|回|世帯|円)|"
    r"\bhow many (?:more |fewer |percentage )?(points|people|companies|firms|municipalities|towns|projects|cases|shops|stores|vehicles|places)\b",
    re.I,
)
_PLAIN = 0.5
"""Share of the question's words, by their weight, that the two statements must have."""
_STATEMENTS_READ = 16
_SHORT_NAME = 3
_OF_CALCULATING = frozenset(
    """
    差 違う 違い 増える 増え 減る 合わせる 足す 合計 平均 倍 ポイント 其々 それぞれ 何方 幾つ 幾 どの位 比べる 比較
    mani much more fewer less differ differenc gap compar point percentag apart averag total togeth combin time factor each
    """.split()  # noqa: SIM905
)
"""Words that say what is to be calculated, and nothing of which figures."""
_SIGN = {
    Operation.DIFFERENCE: "−",
    Operation.SUM: "+",
    Operation.RATIO: "÷",
    Operation.AVERAGE: "÷",
}
_DECIMALS = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Calculation:
    """Two cited figures and what comes of them."""

    operation: Operation
    first: Quantity
    second: Quantity
    result: Decimal
    is_rounded: bool

    def written(self, language: Language) -> str:
        """As `計算：83.9 − 36.3 = 47.6`."""
        equals = ("≒" if language == "ja" else "≈") if self.is_rounded else "="
        start = "計算：" if language == "ja" else "Calculation: "
        sign = _SIGN[self.operation]
        return (
            f"{start}{self.first.written} {sign} {self.second.written} "
            f"{equals} {_plain(self.result)}{self._unit(language)}"
        )

    def _unit(self, language: Language) -> str:
        if self.operation in (Operation.RATIO, Operation.AVERAGE):
            return "倍" if self.operation is Operation.RATIO and language == "ja" else ""
        if self.first.unit == "%":
            is_points = self.operation is Operation.DIFFERENCE
            points = "ポイント" if language == "ja" else " points"
            return points if is_points else "%"
        return self.first.unit if language == "ja" else ""


def operation_asked(question: str) -> Operation | None:
    """The calculation that a question asks for; None for most questions."""
    return next((operation for operation, asked in _ASKED if asked.search(question)), None)


def calculate(
    operation: Operation,
    question: str,
    statements: Sequence[Statement],
    *,
    weight: WordWeight,
    language: Language,
    things: Sequence[str] = (),
) -> Calculation | None:
    """The calculation from the two figures that the question marks; None when that is not plain.

    Args:
        question: what is asked, without other questions beside it.
        statements: those that bear on the question, best first.
        things: the two that the question compares by name, if it does: each figure must be of one.
    """
    words = frozenset(tokenise(question)) - _OF_CALCULATING
    if operation is Operation.AVERAGE:
        pair = _only_two(statements, words, weight, language)
    else:
        wanted = _wanted_unit(question)
        read = statements[:_STATEMENTS_READ]
        found = [q for s in read for q in quantities_of(s, language) if wanted in (None, q.unit)]
        pair = _marked_pair(_of_things(found, things), words, weight)
    return _worked_out(operation, *pair) if pair else None


def _of_things(found: Sequence[Quantity], things: Sequence[str]) -> list[Quantity]:
    names = [frozenset(tokenise(thing)) for thing in things]
    if not names:
        return list(found)
    return [q for q in found if any(_is_of(name, q) for name in names)]


def _is_of(name: frozenset[str], quantity: Quantity) -> bool:
    """Most of the name's words, all of a short one, and all of its numbers: 75歳以上 is not 65歳以上,
    第1層 not 第1回."""
    shared = name & quantity.label
    numbers = {word for word in name if word[0].isdigit()}
    is_most = len(shared) * 3 >= len(name) * 2 and len(shared) >= min(len(name), _SHORT_NAME)
    return numbers <= shared and is_most


def _wanted_unit(question: str) -> str | None:
    """The unit that the result must have; None when the question does not tell."""
    match = _UNIT_ASKED.search(question)
    return unit_of(match[1] or match[2]) if match else None


def _marked_pair(
    found: Sequence[Quantity], words: frozenset[str], weight: WordWeight
) -> tuple[Quantity, Quantity] | None:
    """The two of one unit and one entry whose statements and own words the question names best."""

    def total(some: frozenset[str]) -> float:
        return sum(weight(word) for word in some)

    def marked(one: Quantity, other: Quantity) -> float:
        return total(words & one.label - other.label)

    def told(pair: tuple[Quantity, Quantity]) -> float:
        one, other = pair
        common = total(words & one.said & other.said)
        return common + min(marked(one, other), marked(other, one))

    pairs = [
        (one, other)
        for one, other in combinations(found, 2)
        if one.unit == other.unit
        and one.value != other.value
        and one.statement.passage is other.statement.passage
        and marked(one, other)
        and marked(other, one)
        and total(words & (one.said | other.said)) >= _PLAIN * total(words)
    ]
    return max(pairs, key=told, default=None)


def _only_two(
    statements: Sequence[Statement], words: frozenset[str], weight: WordWeight, language: Language
) -> tuple[Quantity, Quantity] | None:
    """The two figures of the statement that has just two, of different things, and most of the
    question's words."""
    for statement in statements[:_STATEMENTS_READ]:
        found = quantities_of(statement, language)
        if len(found) == 2 and found[0].unit != found[1].unit and _shares(found, words, weight):
            return found[0], found[1]
    return None


def _shares(found: Sequence[Quantity], words: frozenset[str], weight: WordWeight) -> bool:
    said = found[0].said | found[1].said
    shared = sum(weight(word) for word in words & said)
    return shared > 0 and shared >= _PLAIN * sum(weight(word) for word in words)


def _worked_out(operation: Operation, one: Quantity, other: Quantity) -> Calculation | None:
    larger, smaller = (one, other) if abs(one.value) >= abs(other.value) else (other, one)
    if operation is Operation.SUM:
        return Calculation(operation, one, other, one.value + other.value, is_rounded=False)
    if operation is Operation.DIFFERENCE:
        return Calculation(
            operation, larger, smaller, larger.value - smaller.value, is_rounded=False
        )
    if not smaller.value:
        return None
    exact = larger.value / smaller.value
    rounded = exact.quantize(_DECIMALS, ROUND_HALF_UP)
    return Calculation(operation, larger, smaller, rounded, is_rounded=rounded != exact)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
