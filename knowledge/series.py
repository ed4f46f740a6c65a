"""Places in a series: step 2, レベル3, the fifth meeting, 第2章.

Search hardly tells "step 2" from "step 3": to vectors they mean the same, and a digit is no word.
Whoever asks for one of them is not helped by what is told about another.
"""

import re
from collections.abc import Iterator
from enum import Enum

from knowledge.folding import folded

Place = tuple[str, int]
"""A series and a number in it, from 1: `("step", 2)`."""
_SERIES = {
    "step": ("ステップ", "steps?"),
    "level": ("レベル", "levels?"),
    "stage": ("段階", "stages?"),
    "phase": ("フェーズ", "phases?"),
    "chapter": ("章", "chapters?"),
    "section": ("節", "sections?"),
    "figure": (r"(?<![一-龥])図表?", r"figures?|fig\.?"),
    "table": (r"(?<![一-龥])表", "tables?"),
    "question": (r"(?<![一-龥])問", r"(?<![a-z])q"),
    "meeting": ("回", "meetings?|sessions?"),
}
ORDINALS = {
    **{word: n for n, word in enumerate(["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 2)},
    **{digit: n for n, digit in enumerate("一二三四五六七八九十", 1)},
}  # fmt: skip
"""Places in an order as they are written: English from the second on, for a first one is anybody's."""
_COUNTS = r"(?!(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b)"
"""The next four steps are no place."""
_ORDINAL = rf"(?:{'|'.join(word for word in ORDINALS if len(word) > 1)}|\d{{1,2}}(?:st|nd|rd|th))"
_MOST = 30
"""Longest range that is one: from Q1 to Q13."""


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for series, (japanese, english) in _SERIES.items():
        word = rf"(?:{japanese}|\b(?:{english}))"
        several = rf"\d{{1,2}}(?!\d)(?:\s*(?:[,、・&〜~–—]|と|から|and|to)\s*(?:{word})?\s*\d{{1,2}}(?!\d))*"
        yield series, re.compile(rf"{word}\s*(?P<digits>{several})", re.I)
        written = rf"第\s*(?P<digits>\d{{1,2}}|[一二三四五六七八九十])\s*(?:{japanese})"
        yield series, re.compile(written)
        ranked = rf"\b(?P<digits>{_ORDINAL})\s+{_COUNTS}(?:[\w-]+\s+){{0,2}}?(?:{english})\b"
        yield series, re.compile(ranked, re.I)


_PATTERNS = tuple(_patterns())
_NUMBER = re.compile(r"\d+|[a-z]+|[一二三四五六七八九十]")


def places_in_series(text: str) -> frozenset[Place]:
    """Every place that a text names; from "steps 1 to 3" also those between."""
    text = folded(text)
    return frozenset(
        (series, number)
        for series, pattern in _PATTERNS
        for match in pattern.finditer(text)
        for number in _numbers(match["digits"])
    )


class Bearing(Enum):
    """Of a text on the places that are asked for, by the places of their series that it names."""

    JUST_THESE = "just these"
    ANOTHER = "another"
    OPEN = "open"
    """None at all, or these beside others."""


def bearing(text: str, asked: frozenset[Place]) -> Bearing:
    """What a text speaks of where these places are asked for; OPEN where none is."""
    if not asked:
        return Bearing.OPEN
    series = {name for name, _ in asked}
    named = {place for place in places_in_series(text) if place[0] in series}
    if not named:
        return Bearing.OPEN
    if named <= asked:
        return Bearing.JUST_THESE
    return Bearing.OPEN if named & asked else Bearing.ANOTHER


def _numbers(digits: str) -> range:
    found = [
        int(word) if word.isdigit() else ORDINALS[word]
        for word in _NUMBER.findall(digits.lower())
        if word.isdigit() or word in ORDINALS
    ]
    first, last = min(found), max(found)
    return range(first, min(last, first + _MOST) + 1)
