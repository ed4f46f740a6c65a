"""The same question, worded a little differently: answers should not change.

Changes that every reader would overlook: width of letters, spaces, end marks, a polite frame.
"""

from collections.abc import Callable
from unicodedata import normalize

from assistant.contract import LanguageCode

_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}


def _without_end_mark(question: str, _language: LanguageCode) -> str:
    return question.rstrip("。．.？?！! 　")


def _other_width(question: str, language: LanguageCode) -> str:
    """Japanese typed with full-width letters and digits; English all in small letters."""
    if language == "en":
        return question.lower()
    return normalize("NFKC", question).translate(_FULL_WIDTH)


def _politely(question: str, language: LanguageCode) -> str:
    if language == "en":
        return f"Hello, could you please help me with this? {question}"
    return f"お世話になっております。{question} よろしくお願いいたします。"


VARIANTS: dict[str, Callable[[str, LanguageCode], str]] = {
    "no_end_mark": _without_end_mark,
    "other_width": _other_width,
    "polite": _politely,
}


def reworded(question: str, variant: str, language: LanguageCode) -> str:
    """The question in the wording of this variant; as written for the empty name."""
    return VARIANTS[variant](question, language) if variant else question
