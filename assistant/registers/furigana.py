"""Readings in brackets behind words that are hard to read, once in a text."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from assistant.registers.easy_words import READINGS
from assistant.registers.kanji import is_hard
from knowledge.tokens import Morpheme, morphemes

_KANJI = re.compile("[一-鿿々]+")
_KATAKANA = re.compile("[ァ-ヴ]")
_KANA_END = re.compile(r"^(?P<stem>.*?[一-鿿々])(?P<end>[ぁ-ゖ]*)$")
_ALL_KANA = re.compile(r"[ァ-ヶー]+")
_COUNTING = ("数詞",)
_TO_HIRAGANA = {ord("ァ") + at: ord("ぁ") + at for at in range(0x56)}
_LONGEST = 12
"""Characters of a compound that is read as one word."""


@dataclass
class Furigana:
    """Gives readings; remembers those that it has given."""

    known_readings: Callable[[str], str | None] = lambda _word: None
    """The field's own words, whose readings no dictionary has; in hiragana."""
    _given: set[str] = field(default_factory=set)

    def annotated(self, text: str) -> str:
        """The text with readings behind the hard words that are new."""
        words = morphemes(text)
        written: list[str] = []
        at = 0
        while at < len(words):
            length = _compound(words, at)
            counted = at > 0 and words[at - 1].part_of_speech[1] in _COUNTING
            stretch = words[at : at + length]
            written.append(_plain(stretch) if counted else self._read(stretch))
            at += length
        return "".join(written)

    def _read(self, stretch: Sequence[Morpheme]) -> str:
        surface = _plain(stretch)
        new = {word.dictionary_form for word in stretch if is_hard(word.surface)} - self._given
        if not new or _is_person(stretch) or _KATAKANA.search(surface):
            return surface
        reading = self._reading(stretch)
        match = _KANA_END.match(surface)
        if not reading or not match or not reading.endswith(match["end"]):
            return surface
        self._given |= new
        said = reading[: len(reading) - len(match["end"])]
        return f"{match['stem']}（{said}）{match['end']}" if said else surface

    def _reading(self, stretch: Sequence[Morpheme]) -> str:
        """In hiragana; empty when some word's reading is not known."""
        whole = self.known_readings(_plain(stretch)) or READINGS.get(_plain(stretch))
        if whole:
            return whole
        readings = [self._reading_of(word) for word in stretch]
        return "".join(readings) if all(readings) else ""

    def _reading_of(self, word: Morpheme) -> str:
        own = self.known_readings(word.surface) or READINGS.get(word.surface)
        if own:
            return own
        is_kana = _ALL_KANA.fullmatch(word.reading)
        return word.reading.translate(_TO_HIRAGANA) if is_kana else ""


def _compound(words: Sequence[Morpheme], at: int) -> int:
    """How many words from here on are one compound in kanji; 1 for any other word."""
    length = 0
    while at + length < len(words) and _is_part(words[at + length]):
        if len(_plain(words[at : at + length + 1])) > _LONGEST:
            break
        length += 1
    return max(length, 1)


def _is_part(word: Morpheme) -> bool:
    kind = word.part_of_speech
    is_noun = kind[0] in ("名詞", "接頭辞", "形状詞") or kind[:2] == ("接尾辞", "名詞的")
    return is_noun and kind[1] not in _COUNTING and bool(_KANJI.fullmatch(word.surface))


def _is_person(stretch: Sequence[Morpheme]) -> bool:
    return any(word.part_of_speech[2] == "人名" for word in stretch)


def _plain(stretch: Iterable[Morpheme]) -> str:
    return "".join(word.surface for word in stretch)
