"""Years that a question asks for and a text does not speak of.

That a document is of 2026 does not make its figures those of 2026, and none of them is next year's.
"""

import re
from decimal import Decimal
from unicodedata import normalize

from knowledge.numbers import number_values

YEARS = range(1980, 2101)
_DOCUMENT = (
    r"ポイント集|事例集|手引き|資料|検討会|(?:guide|hand|case)book|\b(?:guide|paper|booklet)\b"
    r"|\b(?:collections?|materials?|documents?|overview)\b"
)
_NAMES_A_DOCUMENT = re.compile(
    rf"{_DOCUMENT}|ガイド|公表|発行|まとめ|\bpublish|\breport\b|\bissued\b", re.I
)
_OF_A_DOCUMENT = re.compile(
    rf"[（(][^（）()]*(?:{_DOCUMENT})[^（）()]*[）)]|(?:{_DOCUMENT})(?:\s*Vol\.? ?\d)?\s*[（(][^（）()]*[）)]",
    re.I,
)
_TO_COME = re.compile(
    r"来年|再来年|来期|次年度|\b(?:next|coming|following) (?:fiscal |financial )?year\b", re.I
)

_DECADE = re.compile(r"(?<!\d)((?:19|20)\d0)(?:年代|['’]?s\b)")


def unknown_years(question: str, text: str) -> int:
    """How many; the year to come counts as one unless the text speaks of such a year.

    Dates of documents count only where the question is about a document. Of a decade, any year will
    do.
    """
    question, text = normalize("NFKC", question), normalize("NFKC", text)
    asked, asks_for_next = years_in(question), bool(_TO_COME.search(question))
    if not asked and not asks_for_next:
        return 0
    if not _NAMES_A_DOCUMENT.search(question):
        text = _OF_A_DOCUMENT.sub("", text)
    is_to_come = asks_for_next and not _TO_COME.search(text)
    told = years_in(text)
    spoken_of = {decade for decade in _decades(question) if told & _years_of(decade)}
    return len(asked - told - spoken_of) + is_to_come


def years_in(text: str) -> frozenset[Decimal]:
    """Whole numbers that are years, those of eras among them in western form."""
    return frozenset(v for v in number_values(text) if int(v) in YEARS and v == int(v))


def _decades(text: str) -> frozenset[Decimal]:
    """By their first years."""
    return frozenset(map(Decimal, _DECADE.findall(text)))


def _years_of(decade: Decimal) -> frozenset[Decimal]:
    return frozenset(decade + year for year in range(10))
