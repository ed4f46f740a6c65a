"""Words of added documents by how they sound, for questions that write them in Latin letters.

Entries stand in both languages and the glossary knows their names; a user's document in Japanese
has its names in kanji only, and an English question has them as they are read.
"""

from collections import Counter
from collections.abc import Iterator
from threading import Lock

from knowledge.added_documents import AddedDocument, AddedDocuments
from knowledge.romanisation import in_latin, same_sound
from knowledge.tokens import Morpheme, morphemes

_SHORTEST = 4
"""Letters from which on a sound hardly belongs to another word."""
_LONG = 6
"""Letters from which on voicing may differ: 浜崎 is Hamazaki to one and Hamasaki to another."""
_UNVOICED = str.maketrans("gzdb", "ksth")
_LONGEST = 3
"""Words that make a name: しおかぜ号, 小松原地区."""
_IN_NAMES = ("名詞", "接頭辞", "接尾辞")

_Sounds = dict[str, Counter[str]]


class NamesBySound:
    """Finds what the added documents write for a sound."""

    def __init__(self, documents: AddedDocuments) -> None:
        self._documents = documents
        self._read: dict[tuple[str, str, str], _Sounds] = {}
        self._one_at_a_time = Lock()

    def written(self, latin: str) -> str | None:
        """The most frequent word that sounds so; None where there is none."""
        sound = same_sound(latin)
        if len(sound) < _SHORTEST:
            return None
        known = self._all()
        sounds = (sound, _unvoiced(sound)) if len(sound) >= _LONG else (sound,)
        for wanted in sounds:
            found = sum((sounds.get(wanted, Counter()) for sounds in known), Counter[str]())
            if found:
                return found.most_common(1)[0][0]
        return None

    def _all(self) -> list[_Sounds]:
        """Of each document; reading a long one takes a second: once for each version of it."""
        with self._one_at_a_time:
            seen = {}
            for document in self._documents.all():
                version = (document.id, document.sha256, document.settings)
                known = self._read.get(version)
                seen[version] = _sounds_of(document) if known is None else known
            self._read = seen
        return list(seen.values())


def _sounds_of(document: AddedDocument) -> _Sounds:
    sounds: _Sounds = {}
    for chunk in document.chunks:
        for written, sound in _names(morphemes(f"{chunk.heading}\n{chunk.text}")):
            for one in {sound, _unvoiced(sound)}:
                sounds.setdefault(one, Counter())[written] += 1
    return sounds


def _names(words: list[Morpheme]) -> Iterator[tuple[str, str]]:
    """Nouns and what up to three of them make, each with its sound."""
    for start, first in enumerate(words):
        if first.part_of_speech[0] != _IN_NAMES[0]:
            continue
        written = kana = ""
        for word in words[start : start + _LONGEST]:
            reading = word.reading or word.surface
            if word.part_of_speech[0] not in _IN_NAMES or not in_latin(reading):
                break
            written, kana = written + word.surface, kana + reading
            if len(sound := in_latin(kana)) >= _SHORTEST:
                yield written, sound


def _unvoiced(sound: str) -> str:
    return sound.translate(_UNVOICED)
