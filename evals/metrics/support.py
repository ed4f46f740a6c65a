"""Whether a text bears a statement out, without a language model.

ALCE (Gao et al. 2023, EMNLP, arXiv:2305.14627) asks a natural language inference model whether a
passage entails a statement. None that reads Japanese can be relied on offline, so three checks that
a wrong statement about facts seldom passes together stand in for it:
numbers (with what they count), names, and the share of the statement's content in the evidence.
A negation or a reversed relation between the same words is not seen.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import normalize

import snowballstemmer

from evals.metrics.calculations import beside_calculations
from evals.metrics.language import is_japanese
from evals.metrics.number_support import numbers_unsupported

CONTENT_SHARE = 0.5
"""Least share of a statement's content that must stand in the evidence."""

_KATAKANA_NAME = re.compile(r"[ァ-ヴー]{4,}")
_PLACE_NAME = re.compile(r"[一-鿿]{2,4}?(?:都|道|府|県|市|区|町|村)(?![一-鿿])")
_LATIN_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][A-Za-z]*[A-Za-z&]\b", re.MULTILINE)
_JAPANESE_CONTENT = re.compile(r"[一-鿿々ァ-ヴー]+|[a-z0-9]+")
_WORD = re.compile(r"[a-z][a-z'-]+")
_LIGHT_WORDS = (
    "the a an of to in on at by for with and or but is are was were be been being it its this that "
    "these those as from which who whom whose what when where how than then so such not no can may "
    "will would should could must have has had do does did they their them there here you your we "
    "our i he she his her also into over per each other more most"
)
_LIGHT = frozenset(_LIGHT_WORDS.split())
_SPACE = re.compile(r"\s+")


def is_supported(statement: str, evidence: Sequence[str]) -> bool | None:
    """True when the evidence, taken together, bears the statement out.

    None when nothing can be said: the evidence is in the other language and the statement has
    no number to go by.
    """
    if not any(text.strip() for text in evidence):
        return False
    comparable = [text for text in evidence if is_japanese(text) == is_japanese(statement)]
    if numbers_unsupported(statement, evidence):
        return False
    if not comparable:
        return None
    whole, said = "\n".join(comparable), beside_calculations(statement)
    return names_stand_in(said, whole) and content_share(said, whole) >= CONTENT_SHARE


def names_stand_in(statement: str, evidence: str) -> bool:
    """True when every name of the statement (katakana, capitalised, place) stands in the evidence."""
    within = _folded(evidence)
    return all(_folded(name) in within for name in _names(statement))


def content_share(statement: str, evidence: str) -> float:
    """Share of the statement's content units in the evidence, 0 to 1; 1 when it has none.

    Japanese: pairs of letters within runs of kanji, katakana or Latin; English: stems of words
    that carry meaning.
    """
    units = _units(statement)
    return len(units & _units(evidence)) / len(units) if units else 1.0


def _names(statement: str) -> list[str]:
    statement = normalize("NFKC", statement)
    if is_japanese(statement):
        return _KATAKANA_NAME.findall(statement) + _PLACE_NAME.findall(statement)
    return [name for name in _LATIN_NAME.findall(statement) if name.lower() not in _LIGHT]


@lru_cache(maxsize=4096)
def _units(text: str) -> frozenset[str]:
    folded = normalize("NFKC", text).casefold()
    if is_japanese(text):
        runs = _JAPANESE_CONTENT.findall(folded)
        return frozenset(run[i : i + 2] for run in runs for i in range(max(1, len(run) - 1)))
    return frozenset(_stem(word) for word in _WORD.findall(folded) if word not in _LIGHT)


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    stem: str = snowballstemmer.stemmer("english").stemWord(word)
    return stem


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return _SPACE.sub("", normalize("NFKC", text).casefold())
