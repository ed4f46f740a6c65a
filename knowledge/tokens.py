"""Words of a text, for keyword search. The only module that knows SudachiPy."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import local
from unicodedata import normalize

import snowballstemmer
from bm25s.stopwords import STOPWORDS_EN
from sudachipy import (  # type: ignore[import-untyped]  # ships no types
    Dictionary,
    SplitMode,
    Tokenizer,
)

# Word lists are easier to read as one text than as a list of strings (SIM905).
# Particles, auxiliaries, symbols: they are everywhere and find nothing.
_FUNCTION_WORDS = frozenset({"助詞", "助動詞", "補助記号", "記号", "空白", "感動詞", "接続詞"})
_LIGHT_WORDS = frozenset(
    "する 為る 居る 有る 成る 事 物 為 因る 於く 付く 等 様 此れ 其れ 何 何の 此の 其の どう 如何 教える 下さる 良い 行く 無い 言う".split()  # noqa: SIM905
)
_ENGLISH_QUESTION_WORDS = frozenset(
    """
    how do does did i we you he she they what which who when where why can could should would
    our my me us your their there have has had am been being than also about from any some
    please tell give get
    """.split()  # noqa: SIM905
)
_LATIN = re.compile(r"[a-z]+(?:[-'][a-z]+)*|\d[\d,.]*\d|\d")
_JAPANESE = re.compile(r"[^\x00-\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_FRAME = 2
"""Words like "the" and "how" from which on a sentence is English."""
_LONGEST = 12_000
"""SudachiPy takes about 49 kB at once; longer texts are cut into pieces below that."""

_per_thread = local()


@dataclass(frozen=True, slots=True)
class ProperNoun:
    """A name in Japanese text."""

    text: str
    is_person: bool
    is_place: bool
    start: int
    end: int
    """Position in the text that was given."""


@dataclass(frozen=True, slots=True)
class Morpheme:
    """One word of Japanese text as the dictionary knows it."""

    surface: str
    part_of_speech: tuple[str, ...]
    """Six levels: word class and its divisions, then type and form of conjugation; `*` for none."""
    dictionary_form: str
    reading: str
    """In katakana; empty for a word that the dictionary does not have."""


def morphemes(text: str) -> list[Morpheme]:
    """All words of a text in order, as long as the dictionary has them; joined they are the text."""
    return [
        Morpheme(
            morpheme.surface(),
            tuple(morpheme.part_of_speech()),
            morpheme.dictionary_form(),
            "" if morpheme.is_oov() else morpheme.reading_form(),
        )
        for piece in _cut(text)
        for morpheme in _sudachi().tokenize(piece, SplitMode.C)
    ]


def tokenise(text: str) -> list[str]:
    """Content words in their normalised form, Japanese and English, in order.

    Compounds stand whole and in their parts (買物支援 → 買い物支援, 買い物, 支援), so that both
    the exact term and a looser question find it. Never raises; empty for empty text.
    """
    text = normalize("NFKC", text).lower()
    words: list[str] = []
    for piece in _pieces(text):
        words += _japanese(piece)
    return words + [word for match in _LATIN.finditer(text) if (word := _latin(match[0]))]


def proper_nouns(text: str) -> list[ProperNoun]:
    """Names of people, places and organisations that the dictionary knows, in order.

    Family name and given name come as two.
    """
    found = []
    for start, piece in enumerate(_pieces(text)):
        for morpheme in _sudachi().tokenize(piece, SplitMode.C):
            part_of_speech = morpheme.part_of_speech()
            if part_of_speech[1] == "固有名詞":
                begin, end = (start * _LONGEST + at for at in (morpheme.begin(), morpheme.end()))
                kind = part_of_speech[2]
                found.append(
                    ProperNoun(text[begin:end], kind == "人名", kind == "地名", begin, end)
                )
    return found


def is_ordinary_word(word: str) -> bool:
    """True for one common noun, verb or adjective of the dictionary; names and coinages are not."""
    found = list(_sudachi().tokenize(word, SplitMode.C))
    return len(found) == 1 and not found[0].is_oov() and found[0].part_of_speech()[1] != "固有名詞"


def is_japanese(text: str) -> bool:
    """True when the text has any kana or kanji."""
    return bool(re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", text))


def is_english_sentence(text: str) -> bool:
    """True for English, also where it has a name in kanji or kana in it."""
    words = set(re.findall(r"[a-z]+", text.lower()))
    return len(words & (_ENGLISH_QUESTION_WORDS | frozenset(STOPWORDS_EN))) >= _FRAME


def _pieces(text: str) -> list[str]:
    """Nothing of a text without Japanese, which is most of what is tokenised."""
    return _cut(text) if _JAPANESE.search(text) else []


def _cut(text: str) -> list[str]:
    # Half a surrogate pair, as broken extraction leaves it, is no text to SudachiPy.
    text = _SURROGATE.sub("\ufffd", text)
    return [text[i : i + _LONGEST] for i in range(0, len(text), _LONGEST)]


def _japanese(text: str) -> list[str]:
    words = []
    for morpheme in _sudachi().tokenize(text, SplitMode.C):
        if not _is_content(morpheme.part_of_speech()[0], morpheme.surface()):
            continue
        whole = morpheme.normalized_form()
        parts = [part.normalized_form() for part in morpheme.split(SplitMode.A)]
        words += [whole, *(part for part in parts if part != whole)]
    return [word for word in words if word not in _LIGHT_WORDS]


def _is_content(part_of_speech: str, surface: str) -> bool:
    return part_of_speech not in _FUNCTION_WORDS and bool(_JAPANESE.search(surface))


@lru_cache(maxsize=50_000)
def _latin(word: str) -> str:
    if word in STOPWORDS_EN or word in _ENGLISH_QUESTION_WORDS:
        return ""
    stem: str = snowballstemmer.stemmer("english").stemWord(word.replace(",", ""))
    return stem


def _sudachi() -> Tokenizer:
    # A tokenizer holds a buffer and cannot be shared between threads.
    if not hasattr(_per_thread, "tokenizer"):
        _per_thread.tokenizer = _dictionary().tokenizer()
    tokenizer: Tokenizer = _per_thread.tokenizer
    return tokenizer


@cache
def _dictionary() -> Dictionary:
    return Dictionary(dict="core")
