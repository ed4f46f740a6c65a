"""Length and reading ease, per language."""

import re
from unicodedata import normalize

from assistant.contract import LanguageCode
from evals.metrics.sentences import split_sentences
from evals.metrics.statements import plain_text

_RUNS = {
    "latin": re.compile(r"[A-Za-z]+"),
    "hiragana": re.compile(r"[ぁ-ゖ]+"),
    "kanji": re.compile(r"[一-鿿々]+"),
    "katakana": re.compile(r"[ァ-ヴー]+"),
}
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_VOWELS = re.compile(r"[aeiouy]+")


def characters(answer: str) -> int:
    """Length as read: without marks, Markdown signs and line ends."""
    return len(re.sub(r"\s*\n\s*", "", plain_text(answer)))


def reading_ease(answer: str, language: LanguageCode) -> float | None:
    """How easily the answer reads, higher is easier; None without a sentence.

    Japanese: Tateisi, Ono & Yamada 1988 (COLING), mean 50 and deviation 10 over ordinary prose.
    English: Flesch 1948, 60–70 is plain English. The two scales must not be compared.
    """
    sentences = [plain_text(sentence) for sentence in split_sentences(answer)]
    sentences = [sentence for sentence in sentences if sentence]
    if not sentences:
        return None
    return _tateisi(sentences) if language == "ja" else _flesch(sentences)


def _tateisi(sentences: list[str]) -> float:
    text = normalize("NFKC", "".join(sentences))
    runs = {name: _mean_length(pattern, text) for name, pattern in _RUNS.items()}
    return (
        115.79
        - 0.12 * len(text) / len(sentences)
        - 1.37 * runs["latin"]
        + 7.4 * runs["hiragana"]
        - 23.18 * runs["kanji"]
        - 5.4 * runs["katakana"]
        - 4.67 * text.count("、") / len(sentences)
    )


def _flesch(sentences: list[str]) -> float | None:
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    if not words:
        return None
    syllables = sum(_syllables(word.lower()) for word in words)
    return 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * syllables / len(words)


def _syllables(word: str) -> int:
    """Groups of vowels, less a silent final e: about right on average, which is all it is for."""
    groups = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1
    return max(1, groups - silent)


def _mean_length(pattern: re.Pattern[str], text: str) -> float:
    lengths = [len(run) for run in pattern.findall(text)]
    return sum(lengths) / len(lengths) if lengths else 0.0
