"""Numbers with what they count, also those written in words: 三割, half, twenty-five."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from knowledge.numbers import find_numbers, normalised, number_values
from knowledge.tokens import tokenise

_SAME_UNIT = (
    {"人", "名"}, {"%", "パーセント"}, {"自治体", "市町村", "市区町村"}, {"年", "年度"}, {"台", "両"},
    {"社", "企業", "事業者"}, {"店", "店舗"}, {"ポイント", "pt"}, {"年間", "か年"}, {"月", "month"},
    {"か所", "箇所", "カ所", "ヶ所", "ヵ所", "ケ所"},
    {"か月", "ヶ月", "カ月", "ヵ月", "箇月", "ケ月", "か月間"},
)  # fmt: skip
_UNITS = {unit: frozenset(same) for same in _SAME_UNIT for unit in same}
_COUNTERS = (
    "自治体", "市区町村", "市町村", "都道府県", "事業者", "企業", "世帯", "店舗", "種類", "団体", "段階",
    "ポイント", "パーセント", "か月間", "か月", "ヶ月", "カ月", "ヵ月", "箇月", "ケ月", "か年", "年間",
    "年度", "週間", "日間", "時間", "か所", "箇所", "カ所", "ヶ所", "ヵ所", "ケ所", "路線", "ページ", "キロ",
    "人", "名", "社", "件", "台", "両", "市", "町", "村", "県", "回", "割", "倍", "円", "年", "月", "日", "歳",
    "分", "店", "点", "位", "校", "戸", "本", "便", "章", "期", "者", "つ", "週", "代", "%", "pt", "km",
)  # fmt: skip
_COUNTER = re.compile("|".join(sorted(_COUNTERS, key=len, reverse=True)))
_ERA_YEAR = re.compile(r"(令和|平成|昭和|reiwa|heisei)\s*(\d{1,2}|元)\s*(?=年|\b)", re.I)
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "reiwa": 2018, "heisei": 1988}
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = re.compile(
    rf"\b({'|'.join(_MONTHS)})\b(?=[ ,]*\d)|(?<=\d )\b({'|'.join(_MONTHS)})\b", re.I
)
_ENGLISH_UNIT = re.compile(r"[ -]?([A-Za-z]+|%)(?:[ -]([A-Za-z]+))?")

_KANJI_DIGITS = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_KANJI_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}
_KANJI_NUMBER = re.compile(
    rf"(?<![第数何〇一二三四五六七八九十百千])([〇一二三四五六七八九十百千]+[万億兆]?)(?={_COUNTER.pattern})(?!分)"
)
_ENGLISH_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ENGLISH_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_WORD = "|".join((*_ENGLISH_NUMBERS, "one"))
_ENGLISH_NUMBER = re.compile(
    rf"(?<![A-Za-z-])({_WORD})(?:[ -]({_WORD}))?(?: ({'|'.join(_ENGLISH_SCALES)}))?(?![A-Za-z])",
    re.I,
)
# Each means one thing, in whatever words it is said.
_VAGUE: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"半分|半数|半額|半減|過半|(?<!\d)50 ?%|5割|五割|\bhalf\b|\bhalv",
        r"倍増|(?<!\d)2倍|二倍|\btwice\b|\bdoubl",
        r"(?<!\d)3倍|三倍|\bthree times|\btripl|\bthreefold",
        r"大半|過半数|大多数|\bmost of\b|\bmajority\b",
        r"数十|\bdozens\b|\bscores of\b",
        r"数百|\bhundreds\b|\bhundred",
        r"数千|\bthousands\b",
        r"数万|\btens of thousands\b",
        r"3分の1|三分の一|\b(?:one|a)[- ]third",
        r"3分の2|三分の二|\btwo[- ]thirds",
        r"4分の1|四分の一|\b(?:one|a) quarter of",
        r"皆無|(?<!カーボン)ゼロ|\bzero\b",
    )
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the units that may stand behind it."""

    value: Decimal
    units: frozenset[str] = frozenset()
    """Empty where nothing that can be compared follows."""


def unsupported_figures(sentence: str, evidence: str) -> list[str]:
    """What a sentence counts and the evidence does not, with the same unit where both have one."""
    known = figures_of(evidence)
    missing = [f"{figure.value:f}" for figure in figures_of(sentence) if not _among(figure, known)]
    told, said = normalised(sentence), normalised(evidence)
    vague = [match[0] for kind in _VAGUE if (match := kind.search(told)) and not kind.search(said)]
    return [*missing, *vague]


@lru_cache(maxsize=2048)
def figures_of(text: str) -> frozenset[Figure]:
    """All figures of a text; years of eras as Western ones, months as numbers."""
    text = _MONTH.sub(_numbered_month, _ERA_YEAR.sub(_western, normalised(text)))
    numbers = find_numbers(text)
    found = {_figure(number.value, text[number.end :]) for number in numbers}
    found |= set(_in_kanji(text)) | set(_in_english(text))
    values = {figure.value for figure in found} | {number.value for number in numbers}
    return frozenset(found | {Figure(value) for value in number_values(text) - values})


def _among(figure: Figure, known: frozenset[Figure]) -> bool:
    return any(
        other.value == figure.value
        and (figure.units & other.units or not _comparable(figure.units, other.units))
        for other in known
    )


def _comparable(units: frozenset[str], others: frozenset[str]) -> bool:
    """路線 and "routes" are not: the same number has to do."""
    return bool({unit.isascii() for unit in units} & {unit.isascii() for unit in others})


def _figure(value: Decimal, behind: str) -> Figure:
    if match := _COUNTER.match(behind.lstrip()):
        if match[0] == "割":
            return Figure(value * 10, frozenset({"%"}))
        return Figure(value, _UNITS.get(match[0], frozenset({match[0]})))
    if value == int(value) and 1900 <= value <= 2100:
        return Figure(value)  # a year: what follows is not counted by it
    match = _ENGLISH_UNIT.match(behind)
    words = tokenise(" ".join(filter(None, match.groups()))) if match else []
    return Figure(value, frozenset("%" if word == "percent" else word for word in words))


def _in_kanji(text: str) -> Iterator[Figure]:
    for match in _KANJI_NUMBER.finditer(text):
        value = _kanji_value(match[1])
        if value >= 2:  # 一人ひとり, 一つ, 一部 count nothing
            yield _figure(Decimal(value), text[match.end() :])


def _kanji_value(numeral: str) -> int:
    total = section = digit = 0
    for character in numeral:
        if character in _KANJI_DIGITS:
            digit = digit * 10 + _KANJI_DIGITS[character]
        elif (scale := _KANJI_SCALES[character]) >= 10**4:
            total, section, digit = total + (section + digit) * scale, 0, 0
        else:
            section, digit = section + (digit or 1) * scale, 0
    return total + section + digit


def _in_english(text: str) -> Iterator[Figure]:
    for match in _ENGLISH_NUMBER.finditer(text):
        first, second, scale = (part.lower() if part else "" for part in match.groups())
        value = _ENGLISH_NUMBERS.get(first, 1) + _ENGLISH_NUMBERS.get(second, int(second == "one"))
        value *= _ENGLISH_SCALES.get(scale, 1)
        if value >= 2:
            yield _figure(Decimal(value), text[match.end() :])


def _numbered_month(match: re.Match[str]) -> str:
    return f"{_MONTHS.index((match[1] or match[2]).lower()) + 1}月"


def _western(match: re.Match[str]) -> str:
    year = 1 if match[2] == "元" else int(match[2])
    return f"{_ERAS[match[1].lower()] + year}"
