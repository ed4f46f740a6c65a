"""A Japanese answer made easier: short sentences, everyday words, readings for hard characters."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.registers.easy_verbs import easier_verb
from assistant.registers.easy_words import HEADINGS, WORDS
from assistant.registers.facts import keeps_facts
from assistant.registers.furigana import Furigana
from assistant.registers.short_sentences import cut
from knowledge.tokens import Morpheme, morphemes

_NOUNS = ("名詞", "接頭辞", "接尾辞")


@dataclass(frozen=True)
class EasyJapanese:
    """Rewrites the sentences of one answer, in their order."""

    furigana: Furigana

    def sentences(self, sentence: str) -> Iterator[str]:
        """What the sentence becomes; where that would touch a number or a name, as it is."""
        pieces = [easier_words(piece) for piece in cut(sentence)]
        whole = "".join(pieces)
        if not keeps_facts(sentence, whole):
            pieces = [sentence]
        yield from map(self.furigana.annotated, pieces)

    def heading(self, title: str) -> str:
        return HEADINGS.get(title, self.furigana.annotated(title))


def easier_words(sentence: str) -> str:
    """The sentence with easier words where one says the same; what is quoted stays."""
    words = morphemes(sentence)
    written: list[str] = []
    at, depth = 0, 0
    while at < len(words):
        surface = words[at].surface
        depth += (surface in "「『") - (surface in "」』")
        verb = None if depth else easier_verb(words, at)
        if verb:
            written.append(verb[0])
            at += verb[1]
            continue
        written.append(surface if depth else _easier(words, at))
        at += 1
    return "".join(written)


def _easier(words: list[Morpheme], at: int) -> str:
    surface = words[at].surface
    if surface not in WORDS:
        return surface
    beside = [words[place] for place in (at - 1, at + 1) if 0 <= place < len(words)]
    is_compound = words[at].part_of_speech[0] in _NOUNS and any(
        word.part_of_speech[0] in _NOUNS or word.surface == "・" for word in beside
    )
    is_verb = at + 1 < len(words) and words[at + 1].dictionary_form == "する"
    return surface if is_compound or is_verb else WORDS[surface]
