"""The language of a question, which is the language of its answer."""

import re

from knowledge.documents import Language

_KANA = re.compile(r"[\u3040-\u30ff]")
_KANJI = re.compile(r"[\u4e00-\u9fff]")
_ENGLISH_WORD = re.compile(r"[A-Za-z]{2,}")


def language_of(question: str) -> Language:
    """Japanese unless the sentence is English; names of the other language do not decide.

    "What is 産福共創?" is English; 「SCのKPIは」 is Japanese.
    """
    english = len(_ENGLISH_WORD.findall(question))
    particles = len(re.findall(r"[ぁ-ん]", question))
    if particles == 0 and english >= 2:
        return "en"
    if _KANA.search(question) or _KANJI.search(question):
        return (
            "en"
            if english >= 4 and particles <= 2 * english and _is_english_frame(question)
            else "ja"
        )
    return "en" if english else "ja"


def _is_english_frame(question: str) -> bool:
    """Begins with an English question word or has English function words."""
    words = {word.lower() for word in _ENGLISH_WORD.findall(question)}
    return len(words & _FUNCTION_WORDS) >= 2


_FUNCTION_WORDS = frozenset(
    [
        "what",
        "who",
        "when",
        "where",
        "why",
        "how",
        "which",
        "is",
        "are",
        "was",
        "were",
        "do",
        "does",
        "did",
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "for",
        "to",
        "and",
        "can",
        "could",
        "should",
        "would",
        "we",
        "our",
        "i",
        "my",
        "it",
        "its",
        "their",
        "about",
        "with",
        "from",
        "tell",
        "explain",
    ]
)
