"""What no register may change: numbers, dates, names and what is quoted."""

import re
from unicodedata import normalize

from knowledge.tokens import proper_nouns

_NUMBERS = re.compile(r"\d[\d,.]*\d|\d")
_READING = re.compile(r"（[ぁ-ゖー・]+）")
_CAPITALISED = re.compile(r"(?<=[a-z,;(“\"] )[A-Z][A-Za-z0-9&.'’-]*[A-Za-z0-9]|“[^”]*”")
_LATIN, _JAPANESE = re.compile("[A-Za-z]"), re.compile("[ぁ-ヿ一-鿿]")
_KEPT = re.compile(r"[ァ-ヴー]{3,}|[A-Za-z][A-Za-z0-9&.'’-]*[A-Za-z0-9]|「[^」]*」|『[^』]*』")


def without_readings(text: str) -> str:
    """The text without readings in brackets, as 福祉（ふくし）."""
    return _READING.sub("", text)


def numbers_in(text: str) -> list[str]:
    """All numbers as written, in order; full-width digits count as digits."""
    return _NUMBERS.findall(normalize("NFKC", text))


def names_in(text: str) -> frozenset[str]:
    """Names and quotations; in Japanese also words in katakana or Latin letters."""
    plain = without_readings(text)
    if _is_mostly_latin(plain):
        return frozenset(_CAPITALISED.findall(plain))
    return frozenset(
        [*_KEPT.findall(plain), *(noun.text for noun in proper_nouns(plain) if len(noun.text) > 1)]
    )


def _is_mostly_latin(text: str) -> bool:
    """True for English, also with a name in Japanese characters in it."""
    return len(_LATIN.findall(text)) > len(_JAPANESE.findall(text))


def keeps_facts(before: str, after: str) -> bool:
    """True when the second text has the first one's numbers in their order and all of its names."""
    plain = without_readings(after)
    return numbers_in(without_readings(before)) == numbers_in(plain) and all(
        normalize("NFKC", name) in normalize("NFKC", plain) for name in names_in(before)
    )
