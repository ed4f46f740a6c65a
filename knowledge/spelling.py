"""Slips of the keyboard in a question, put right by the words that the documents use.

The only module that knows pyspellchecker and rapidfuzz.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from knowledge.documents import Entry
from knowledge.glossary import Glossary
from knowledge.tokens import morphemes, tokenise

_WORD = re.compile(r"(?<![A-Za-z0-9.@/_'-])[A-Za-z]?[a-zéōū]{3,}(?![A-Za-z0-9@/_'-]|\.[A-Za-z])")
# A name as it is read, with what makes it a place: Minatomachi, Minato-machi, Minato Town.
_AS_READ = re.compile(
    r"(?<![A-Za-z0-9.@/_'-])(?P<name>[A-ZŌ][a-zōū]{2,}(?:-[a-zōū]{2,})?)(?: (?P<place>Town|City|Village|Ward)\b)?(?![A-Za-z0-9@/_-]|\.[A-Za-z])"
)
_PLACES = {"Town": ("machi", "cho"), "City": ("shi",), "Village": ("mura", "son"), "Ward": ("ku",)}
_HIRAGANA = re.compile(r"[ぁ-ゖー]{4,}市?")
_KANJI = re.compile(r"[\u4e00-\u9fff]")
_KATAKANA = re.compile(r"[ァ-ヴー]{4,}")
_ONE_SLIP, _TWO_SLIPS = 5, 8
"""Letters of a word from which on one slip, and two, leave it recognisable."""
_LONG_READING = 4
"""Kana from which on a name's sound is hardly part of other words."""
_ANY_NAME = "Minatomachi"
_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}

Knows = Callable[[Sequence[str]], Sequence[bool]]
"""Whether each of some words (as knowledge.tokens makes them) stands in what is searched."""
BySound = Callable[[str], str | None]
"""What added documents write for a Japanese word in Latin letters; None where they have none."""


@dataclass(frozen=True)
class Spelling:
    """Puts right what is no word by the nearest word that the documents use.

    A word that the documents, the dictionary of English or that of Japanese know is left alone,
    so that a question about something else is not bent to what the documents happen to have.
    """

    texts: Sequence[str]
    """What the documents say in English: slips are put right by its words."""
    names: Sequence[str]
    """Of services, places and organisations in any script, the usual form first."""
    knows: Knows
    """What is searched, added documents included."""
    by_sound: BySound = lambda _: None

    def corrected(self, text: str) -> str:
        """The text with slips put right; as it is where there is none."""
        text = _AS_READ.sub(self._as_written, text)
        text = _WORD.sub(lambda match: self._latin(match[0]), text)
        text = _HIRAGANA.sub(lambda match: self._in_kanji(match[0]), text)
        return _KATAKANA.sub(lambda match: self._name(match[0]), text)

    def warm_up(self) -> None:
        """Read what the first unknown name would wait for: the words of added documents."""
        self.by_sound(_ANY_NAME)

    def _as_written(self, match: re.Match[str]) -> str:
        """An unknown name as an added document writes it."""
        name, place = match["name"], match["place"]
        if name.lower() in self._words or self._stands(name):
            return match[0]
        if place and (whole := self._first_by_sound(name + ending for ending in _PLACES[place])):
            return whole
        written = None if name.lower() in self._dictionary else self.by_sound(name)
        return match[0].replace(name, written) if written else match[0]

    def _first_by_sound(self, names: Iterable[str]) -> str | None:
        return next((written for name in names if (written := self.by_sound(name))), None)

    def _latin(self, word: str) -> str:
        lowered = word.lower()
        if lowered in self._words or lowered in self._dictionary or self._stands(word):
            return word
        meant = self._nearest(lowered, self._words, is_name=word[0].isupper())
        return meant.capitalize() if meant and word[0].isupper() else meant or word

    def _name(self, name: str) -> str:
        if name in self._katakana or self._stands(name) or _is_word(name):
            return name
        return self._nearest(name, self._katakana) or name

    def _in_kanji(self, kana: str) -> str:
        """Names written by their sound as the documents write them."""
        for reading, name in self._by_reading.items():
            # さいたま市 is written so, although さいたま may stand for 埼玉.
            if kana.endswith(f"{reading}市") and f"{name}市" not in self.names:
                continue
            kana = kana.replace(reading, name)
        return kana

    def _stands(self, word: str) -> bool:
        tokens = tokenise(word)
        return not tokens or all(self.knows(tokens))

    def _nearest(self, word: str, known: Iterable[str], *, is_name: bool = False) -> str | None:
        """The nearest word that begins with the same letter; of several, the likeliest slip.

        Letters are left out more often than mixed up. A name that differs by another letter is
        another name (Matsuda, Matsudo), so there only letters too few, too many or swapped count.
        """
        slips = (len(word) >= _ONE_SLIP) + (len(word) >= _TWO_SLIPS and not is_name)
        alike = [one for one in known if one[0] == word[0] and abs(len(one) - len(word)) <= slips]
        found = process.extract(word, alike, scorer=OSA.distance, score_cutoff=slips, limit=None)
        likely = [
            (distance, _is_another_letter(word, one), -self._words[one], one)
            for one, distance, _ in found
            if not (_is_another_letter(word, one) and (is_name or self._is_short_name(one)))
        ]
        return min(likely)[-1] if slips and likely else None

    def _is_short_name(self, word: str) -> bool:
        return len(word) < _TWO_SLIPS and word.isascii() and word not in self._dictionary

    @cached_property
    def _words(self) -> Counter[str]:
        found = (word for text in (*self.texts, *self.names) for word in _WORD.findall(text))
        return Counter(word.lower() for word in found)

    @cached_property
    def _katakana(self) -> frozenset[str]:
        return frozenset(word for name in self.names for word in _KATAKANA.findall(name))

    @cached_property
    def _by_reading(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for name in self.names:
            names.setdefault(_reading(name), name)
        return {reading: name for reading, name in names.items() if reading}

    @cached_property
    def _dictionary(self) -> SpellChecker:
        return SpellChecker(language="en")


def spelling_of(
    entries: Iterable[Entry], glossary: Glossary, knows: Knows, by_sound: BySound
) -> Spelling:
    """By what the entries say and how the glossary writes names; wrong forms of names are left to it."""
    names = [term for term in glossary.terms if term.is_name]
    others = (form for term in names for form in (term.en, *term.aliases, *term.en_aliases))
    return Spelling(
        tuple(
            text
            for entry in entries
            for text in (entry.title.en, entry.text.en, *entry.questions_en)
        ),
        (*(term.term for term in names), *others),
        knows,
        by_sound,
    )


def _is_another_letter(word: str, other: str) -> bool:
    return len(word) == len(other) and sorted(word) != sorted(other)


def _reading(name: str) -> str:
    """How a name in kanji sounds, in hiragana; empty for others and for short ones."""
    if not _KANJI.search(name):
        return ""
    words = morphemes(name)
    kana = "".join(word.reading for word in words) if all(word.reading for word in words) else ""
    return kana.translate(_TO_HIRAGANA) if len(kana) >= _LONG_READING else ""


def _is_word(text: str) -> bool:
    """True where the dictionary of Japanese has all of it."""
    return all(morpheme.reading for morpheme in morphemes(text))
