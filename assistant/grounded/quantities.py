"""Quantities of a statement: value, unit, and the words that tell what each one is of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.grounded.statements import Statement
from knowledge.documents import Language
from knowledge.numbers import Number, find_numbers, normalised
from knowledge.tokens import tokenise

_UNIT = re.compile(
    r"\s*(?:の|以上の)?(%|パーセント|ポイント|percent(?:age points?)?|points?|円|yen|人|名|people|persons?|"
    r"件|projects?|cases?|社|companies|firms|自治体|市町村|municipalities|towns|保険者|insurers|店舗?|shops|stores|"
    r"台|vehicles|か所|カ所|箇所|places|sites|回|times|世帯|households|歳|years old|日|days|か月|カ月|months|時間|hours|分|minutes|倍)?",
    re.I,
)
_SAME_UNIT = {
    "パーセント": "%", "ポイント": "%", "percent": "%", "point": "%", "points": "%", "yen": "円", "名": "人",
    "people": "人", "person": "人", "persons": "人", "project": "件", "projects": "件", "case": "件", "cases": "件",
    "companies": "社", "firms": "社", "municipalities": "自治体", "市町村": "自治体", "towns": "自治体",
    "insurers": "保険者", "shops": "店", "stores": "店", "店舗": "店", "vehicles": "台", "カ所": "か所", "箇所": "か所",
    "places": "か所", "sites": "か所", "times": "回", "households": "世帯", "days": "日", "カ月": "か月",
    "months": "か月", "hours": "時間", "minutes": "分", "years old": "歳",
}  # fmt: skip
_OF_A_DATE = re.compile(
    r"\s*(?:年(?!間)|年度|月(?!間)|日(?!間)|:|時(?!間)|歳|層|章|期|位|回目|つ|者|次| years old)"
)
_BEFORE_A_DATE = re.compile(r"(?:第|FY ?|fiscal |令和|平成|Q|since |aged? |\bR|\bin )$", re.I)
_WORD = re.compile(r" ([a-z]{3,})", re.I)
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_YEARS = range(1980, 2101)
_FOLLOWED = re.compile(r"^[^,.;]{0,24}?\b(?:in|of|at|for|among|by|aged|on)\b", re.I)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of a statement with what it counts."""

    value: Decimal
    written: str
    """As it stands in the statement, without its unit."""
    unit: str
    """In one form for both languages; empty when none is known."""
    label: frozenset[str]
    """Words that belong to this quantity and not to its neighbours."""
    said: frozenset[str]
    """All words of the statement."""
    statement: Statement


def quantities_of(statement: Statement, language: Language) -> list[Quantity]:
    """Quantities in reading order; dates, ages as limits and ordinals are none."""
    text = normalised(statement.text)
    aside = [match.span() for match in _BRACKETS.finditer(text)]
    numbers = [
        number
        for number in find_numbers(text)
        if not _is_ordinal(number, text) and not any(a < number.start < b for a, b in aside)
    ]
    said = frozenset(tokenise(text))
    follows = language == "en" and bool(numbers and _FOLLOWED.match(_after(numbers[0], text)))
    return [
        Quantity(
            value=number.value,
            written=text[number.start : number.end],
            unit=_unit_after(number, text),
            label=frozenset(tokenise(_label(numbers, position, text, follows=follows))),
            said=said,
            statement=statement,
        )
        for position, number in enumerate(numbers)
    ]


def _label(numbers: Sequence[Number], position: int, text: str, *, follows: bool) -> str:
    if len(numbers) == 1:
        return text
    number = numbers[position]
    if follows:
        end = numbers[position + 1].start if position + 1 < len(numbers) else len(text)
        return text[number.end : end]
    start = numbers[position - 1].end if position else 0
    return text[start : number.start]


def _after(number: Number, text: str) -> str:
    return text[number.end :]


def _unit_after(number: Number, text: str) -> str:
    after = _after(number, text)
    match = _UNIT.match(after)
    if match and match[1]:
        return unit_of(match[1])
    # An English noun that is in no list is a unit all the same.
    word = _WORD.match(after)
    return word[1].lower() if word else ""


def unit_of(written: str) -> str:
    """The one form of a unit in either language."""
    unit = normalised(written).lower()
    return "%" if unit.startswith("percent") else _SAME_UNIT.get(unit, unit)


def _is_ordinal(number: Number, text: str) -> bool:
    unit = _UNIT.match(_after(number, text))
    bare_year = number.value in _YEARS and not (unit and unit[1])
    return (
        bare_year
        or bool(_OF_A_DATE.match(_after(number, text)))
        or bool(_BEFORE_A_DATE.search(text[: number.start]))
    )
