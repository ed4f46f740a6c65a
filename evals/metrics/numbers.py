"""Numbers of a text with what they count.

Kept apart from the product's own reading of numbers on purpose: a mistake there must not hide here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from unicodedata import normalize

_SCALES = {
    "千": 10**3,
    "万": 10**4,
    "億": 10**8,
    "兆": 10**12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
_UNITS = {
    "percent": r"%|パーセント|percent|per cent",
    "points": r"ポイント|pt\b|points?\b",
    "year": r"年(?!間|代|齢|目)|年度",
    "years": r"年間|カ年|か年|ヶ年|years?\b",
    "month": r"月(?!間)",
    "months": r"か月|カ月|ヶ月|months?\b",
    "day": r"日(?!間)",
    "money": r"円|yen\b|jpy\b",
    "people": r"人|名|people\b|persons?\b|residents\b|participants\b|members\b",
    "municipalities": r"自治体|市町村|市区町村|municipalit|cities\b|towns\b",
    "prefectures": r"都道府県|県|prefectures?\b",
    "companies": r"社|企業|事業者|compan|businesses\b|firms\b",
    "cases": r"件|事例|cases?\b",
    "places": r"か所|カ所|箇所|拠点|店舗|places\b|sites\b|locations\b|shops?\b|stores?\b",
    "times": r"回|times\b",
    "vehicles": r"台|vehicles?\b|trucks?\b|vans?\b|cars?\b",
    "hours": r"時間|hours?\b",
    "minutes": r"分(?!の|野|析|類|け|か)|minutes?\b",
    "age": r"歳|才|years old",
}
_NUMBER = re.compile(
    r"(?P<currency>[¥$])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"\s*(?P<scale>{'|'.join(_SCALES)})?(?P<tenths>割)?",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\s*(?:の|余りの?|以上の?|[a-z]+\s+){0,2}?(?:"
    + "|".join(f"(?P<{name}>{pattern})" for name, pattern in _UNITS.items())
    + ")",
    re.IGNORECASE,
)
_ERA = re.compile(r"(?P<era>令和|平成|昭和|\bR|\bH)\s*(?P<year>\d{1,2}|元)(?=\s*年|\.\d|/\d|\b)")
_ERA_STARTS = {"令和": 2018, "平成": 1988, "昭和": 1925, "R": 2018, "H": 1988}
_MONTH_NAMES = (
    "january february march april may june july august september october november december"
)
_MONTHS = _MONTH_NAMES.split()
_MONTH = re.compile(
    rf"\b({'|'.join(_MONTHS)})\b(?=\s+\d|,)|(?<=\d )\b({'|'.join(_MONTHS)})\b", re.I
)
_NOT_OF_LABEL = re.compile(r"[\s、。，．,.;:：；（）()「」『』・~〜\-–—%]+")


@dataclass(frozen=True, slots=True)
class Number:
    """A number, what it counts (None when not told), and the words before it."""

    value: Decimal
    unit: str | None
    label: str
    start: int = field(default=0, compare=False)
    """Place in the text as `as_read` gives it."""
    end: int = field(default=0, compare=False)


@lru_cache(maxsize=20_000)
def numbers_in(text: str) -> tuple[Number, ...]:
    """Numbers in order; `1億2,000万` is one; era years are western; month names are numbers."""
    text = as_read(text)
    found = []
    last_end = 0
    for value, unit, start, end in _joined(text):
        label = _NOT_OF_LABEL.sub("", text[last_end:start])[-12:]
        found.append(Number(value, unit, label.casefold(), start, end))
        last_end = end
    return tuple(found)


def as_read(text: str) -> str:
    """The text in which numbers are looked for: NFKC, western years, months as numbers, no marks."""
    return _without_marks(_western_years(_numbered_months(normalize("NFKC", text))))


def _joined(text: str) -> Iterator[tuple[Decimal, str | None, int, int]]:
    """Values with unit and place; touching parts of one number (1億 2,000万) are added up."""
    held: tuple[Decimal, int, int] | None = None
    for match in _NUMBER.finditer(text):
        value = Decimal(match["digits"].replace(",", ""))
        value *= _SCALES[match["scale"].lower()] if match["scale"] else 1
        value *= 10 if match["tenths"] else 1
        if held and held[2] == match.start() and text[held[2] - 1] in "兆億万千":
            held = (held[0] + value, held[1], match.end())
            continue
        if held:
            yield held[0], _unit(text, held[1], held[2]), held[1], held[2]
        held = (value, match.start(), match.end())
    if held:
        yield held[0], _unit(text, held[1], held[2]), held[1], held[2]


def _unit(text: str, start: int, end: int) -> str | None:
    if text[end - 1] == "割":
        return "percent"
    if text[start] in "¥$":
        return "money"
    match = _UNIT.match(text, end)
    if match:
        return match.lastgroup
    return "year" if re.fullmatch(r"(?:19|20)\d\d", text[start:end]) else None


def _western_years(text: str) -> str:
    def western(match: re.Match[str]) -> str:
        year = 1 if match["year"] == "元" else int(match["year"])
        return str(_ERA_STARTS[match["era"]] + year)

    return _ERA.sub(western, text)


def _numbered_months(text: str) -> str:
    def numbered(match: re.Match[str]) -> str:
        return f"{_MONTHS.index((match[1] or match[2]).lower()) + 1}月 "

    return _MONTH.sub(numbered, text)


def _without_marks(text: str) -> str:
    return re.sub(r"\s*\[\d{1,3}\]", "", text)
