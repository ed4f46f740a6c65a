"""Numbers in Japanese and English text, brought to one form so that they can be compared.

`28万人`, `280,000 people` and `２８０，０００` are the same number; so are `令和7年` and `2025`.
Used to prove entries against their documents and answers against their passages.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from knowledge.folding import in_usual_width

_SCALES = {
    "百": 10**2, "千": 10**3, "万": 10**4, "百万": 10**6, "千万": 10**7, "億": 10**8, "兆": 10**12,
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_ERAS = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "R": 2018,
    "H": 1988,
    "reiwa": 2018,
    "heisei": 1988,
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# NFKC would turn ①②③ into digits that count nothing.
_ENUMERATORS = re.compile("[\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf]")
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
# No plain \b: in Japanese text letters of both scripts are word characters.
_NUMBER = re.compile(
    r"(?<![A-Za-z\d])(?<!\d\.)"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?:[ -]?(?P<scale>{_SCALE})(?![a-z])(?!(?<=千)葉|(?<=百)貨))?",
    re.IGNORECASE,
)
_ERA_YEAR = re.compile(
    r"(?:(?P<era>令和|平成|昭和|reiwa|heisei)\s*|(?<![A-Za-z])(?P<letter>[RH])\.?)(?P<year>\d{1,2}|元)"
    r"(?!\d)",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"['‘’](\d{2})\s*年")
_MONTH = re.compile(
    rf"\b(?P<month>{'|'.join(_MONTHS)})\b(?=[ ,]*\d)|(?<=\d )\b(?P<after>{'|'.join(_MONTHS)})\b"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands in a text."""

    value: Decimal
    """With its scale applied: `28万` is 280000."""
    written: Decimal
    """The digits alone: `28万` is 28."""
    start: int
    end: int
    """Position in the normalised text (`normalised`)."""


def normalised(text: str) -> str:
    """NFKC without turning circled enumerators into numbers; keeps no other promise on length."""
    return in_usual_width(_ENUMERATORS.sub(" ", text))


def find_numbers(text: str) -> list[Number]:
    """All numbers of a text in reading order; `2兆1,000億` is one number."""
    text = normalised(text)
    return [*_joined(_single_numbers(text), text)]


def number_values(text: str) -> frozenset[Decimal]:
    """Every value that the text states: numbers, Western years of era years, months in English."""
    text = normalised(text)
    values = {number.value for number in find_numbers(text)}
    values |= {Decimal(_western(match)) for match in _ERA_YEAR.finditer(text)}
    values |= {Decimal(2000 + int(match[1])) for match in _SHORT_YEAR.finditer(text)}
    values |= {month_number(match) for match in _MONTH.finditer(text)}
    return frozenset(values)


def lenient_values(text: str) -> frozenset[Decimal]:
    """As `number_values`, plus all bare digits: for extracted text where units and spaces got lost."""
    bare = re.findall(r"\d+(?:\.\d+)?", normalised(text).replace(",", ""))
    return number_values(text) | {Decimal(digits) for digits in bare}


def month_number(match: re.Match[str]) -> Decimal:
    return Decimal(_MONTHS.index(match["month"] or match["after"]) + 1)


def _single_numbers(text: str) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        written = Decimal(match["digits"].replace(",", ""))
        scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
        yield Number(written * scale, written, match.start(), match.end())


def _joined(numbers: Iterator[Number], text: str) -> Iterator[Number]:
    """Join `2兆` and `1,000億` where they touch and the second is the smaller part."""
    held: Number | None = None
    for number in numbers:
        if held and held.end == number.start and text[held.end - 1] in "兆億万千百":
            held = Number(held.value + number.value, held.written, held.start, number.end)
            continue
        if held:
            yield held
        held = number
    if held:
        yield held


def _western(match: re.Match[str]) -> int:
    era = (match["era"] or match["letter"]).lower()
    first = next(year for name, year in _ERAS.items() if name.lower() == era)
    return first + (1 if match["year"] == "元" else int(match["year"]))
