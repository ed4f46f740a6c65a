"""In which language a text is written, by its letters."""

import re
from functools import lru_cache

from assistant.contract import LanguageCode
from evals.metrics.sentences import split_sentences
from evals.metrics.statements import plain_text

_JAPANESE = re.compile(r"[぀-ヿ一-鿿々]")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_LETTERS_OF_A_WORD = 2.2
"""Japanese letters that say about as much as one English word."""


@lru_cache(maxsize=20_000)
def is_japanese(text: str) -> bool:
    """True when Japanese letters say more of the text than Latin words do.

    Names in the other language do not tip it: an English sentence may hold (生活支援コーディネーター).
    """
    japanese = len(_JAPANESE.findall(text)) / _LETTERS_OF_A_WORD
    return japanese > len(_LATIN_WORD.findall(text))


def share_in_language(answer: str, language: LanguageCode) -> float | None:
    """Share of the answer's sentences, headings included, in this language; None without words.

    Sentence by sentence, because a stray line in the other language is what users meet, and
    would vanish in a count over the whole.
    """
    sentences = [plain_text(sentence) for sentence in split_sentences(answer)]
    worded = [one for one in sentences if _JAPANESE.search(one) or _LATIN_WORD.search(one)]
    if not worded:
        return None
    return sum(is_japanese(one) == (language == "ja") for one in worded) / len(worded)
