"""A Japanese answer as an official document has it: である, its spellings, its punctuation."""

import re
from collections.abc import Iterator, Sequence
from unicodedata import normalize

from assistant.registers.facts import keeps_facts
from assistant.registers.official_words import CONJUNCTIONS, HEADINGS, NOUNS, STEMS
from assistant.registers.plain_style import in_plain_style
from knowledge.tokens import Morpheme, morphemes

_QUOTED = re.compile(r"「[^」]*」|『[^』]*』|`[^`]*`|https?://\S+")
_DIGITS = re.compile(r"[０-９]+(?:[．，][０-９]+)*")
_BRACKETS = re.compile(r"\(([^()]*[ぁ-ヿ一-鿿][^()]*)\)")
_IN_KANJI = ("接続詞", "副詞", "名詞", "形状詞")


def official_sentence(sentence: str) -> Iterator[str]:
    """The sentence in official style; as it is when it cannot be turned with certainty."""
    plain = in_plain_style(sentence)
    if plain is None:
        yield sentence
        return
    written = _outside_quotes(plain)
    yield written if keeps_facts(sentence, written) else plain


def official_heading(title: str) -> str:
    """What an answer's part is called in an official document."""
    return HEADINGS.get(title, title)


def _outside_quotes(sentence: str) -> str:
    parts, at = [], 0
    for quoted in _QUOTED.finditer(sentence):
        parts += [_spelt(sentence[at : quoted.start()]), quoted[0]]
        at = quoted.end()
    return "".join([*parts, _spelt(sentence[at:])])


def _spelt(text: str) -> str:
    words = morphemes(text)
    text = "".join(_word(words, at) for at in range(len(words)))
    text = _DIGITS.sub(lambda digits: normalize("NFKC", digits[0]), text)
    text = _BRACKETS.sub(r"（\1）", text)
    return text.replace("，", "、").replace("！", "。")


def _word(words: Sequence[Morpheme], at: int) -> str:
    word = words[at]
    kind = word.part_of_speech[0]
    if kind in _IN_KANJI and word.surface in CONJUNCTIONS:
        return CONJUNCTIONS[word.surface]
    if kind == "名詞" and word.part_of_speech[1] == "普通名詞":
        return NOUNS.get(word.surface, word.surface)
    if kind in ("動詞", "形容詞") and word.dictionary_form in STEMS:
        kana, kanji = STEMS[word.dictionary_form]
        return kanji + word.surface.removeprefix(kana)
    return word.surface
