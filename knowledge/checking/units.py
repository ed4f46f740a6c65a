"""Single digits that say something because a unit follows: `3回`, `2割`, `7項目`."""

import re

from knowledge.numbers import normalised

# A bare digit is as often a list mark, a footnote or a page as a fact.
_COUNTED = r"つ|項目|種類|点|段階|分類|類型|機能|事例|社|者|名|人|市町(?!村)|自治体|本柱"
_MEASURED = r"回|月|日|時間|円|%|割|倍|層|期|年|か月|週間|台|食"
_DIGIT = r"(?<![\d.,A-Za-z])(?P<digit>[1-9{kanji}])"
_KANJI = "一二三四五六七八九"
_WRITTEN = re.compile(_DIGIT.format(kanji="") + rf"(?P<unit>{_COUNTED}|{_MEASURED})")
_IN_WORDS = re.compile(_DIGIT.format(kanji=_KANJI) + rf"(?P<unit>{_COUNTED}|{_MEASURED})")
_MEASURES = re.compile(_DIGIT.format(kanji="") + rf"(?P<unit>{_MEASURED})")
_SLASHED_DATE = re.compile(r"(?<![\d/])(\d)/\d{1,2}(?![\d/])")
_AS_DIGITS = str.maketrans(_KANJI, "123456789")


def written_units(text: str) -> frozenset[str]:
    """What a text counts or measures with a single digit, such as `7項目` (Arabic digits only)."""
    return _found(_WRITTEN, text)


def all_units(text: str) -> frozenset[str]:
    """As `written_units`, and the same in kanji digits: `七項目` is `7項目`."""
    return _found(_IN_WORDS, text)


def measures(text: str) -> frozenset[str]:
    """What an entry measures (not counts: a count may be the entry's own, of things it lists).

    `1` is left out: it is said of any one thing (`1台あたり`).
    """
    return frozenset(unit for unit in _found(_MEASURES, text) if not unit.startswith("1"))


def stated_measures(source_text: str) -> frozenset[str]:
    """What a source may be said to measure: `20%` also as `2割`, `6/17` also as `6月`."""
    squeezed = _squeezed(source_text)
    months = {f"{month}月" for month in _SLASHED_DATE.findall(squeezed)}
    tenths = {f"{tens}割" for tens in re.findall(r"(?<!\d)(\d)0%", squeezed)}
    return _found(_IN_WORDS, source_text) | months | tenths


def _found(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(
        match["digit"].translate(_AS_DIGITS) + match["unit"]
        for match in pattern.finditer(_squeezed(text))
    )


def _squeezed(text: str) -> str:
    """Extraction puts spaces between digit and unit; line ends keep strangers apart."""
    return re.sub(r"[ \t]+", "", normalised(text))
