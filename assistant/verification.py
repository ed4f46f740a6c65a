"""Each sentence against the passages that it cites: an unsupported one never reaches the user.

Numbers, dates, units and names are checked exactly, negation by its presence, the rest by shared
words. A check that errs towards refusing: a good sentence lost costs less than a false one shown.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from knowledge.documents import Language, Passage
from knowledge.glossary import Glossary
from knowledge.numbers import number_values
from knowledge.tokens import tokenise

SHARED_WORDS = {"ja": 0.5, "en": 0.42}
"""Least weighted share of a sentence's words that its passages must contain."""
_NEGATION = {
    "ja": re.compile(
        r"(?:では|で|は|が|も)?(?:ない|なく|ません|ず(?:に|、)|できない|不要|禁止|対象外|除く)"
    ),
    "en": re.compile(
        r"\b(?:not|no|never|cannot|without|nor|none|unable|excluded|except)\b|n't\b", re.I
    ),
}
_QUOTED_NAME = re.compile(r"[ァ-ヴー]{4,}|\b[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence stands, and why not."""

    supported: bool
    reason: str = ""
    """`number`, `name`, `negation` or `words`; empty when it stands."""


@dataclass(frozen=True)
class Verifier:
    """Judges sentences; needs the glossary for names and the rarity of words for weights."""

    glossary: Glossary
    weigh: Callable[[Sequence[str]], Sequence[float]]

    def verify(self, sentence: str, passages: Sequence[Passage], language: Language) -> Verdict:
        """Judge one sentence (marks removed) against the passages that it cites."""
        if not passages:
            return Verdict(False, "words")
        text = "\n".join(f"{p.chunk.title}\n{p.chunk.heading}\n{p.chunk.text}" for p in passages)
        if number_values(sentence) - number_values(text):
            return Verdict(False, "number")
        if self._unknown_names(sentence, text):
            return Verdict(False, "name")
        same_language = all(p.chunk.language == language for p in passages)
        if same_language and self._shared(sentence, text) < SHARED_WORDS[language]:
            return Verdict(False, "words")
        if same_language and self._negates_alone(sentence, text, language):
            return Verdict(False, "negation")
        return Verdict(True)

    def _unknown_names(self, sentence: str, text: str) -> list[str]:
        folded = text.lower()
        names = [term.term for term in self.glossary.find(sentence) if term.is_name]
        names += [match[0] for match in _QUOTED_NAME.finditer(sentence)]
        return [
            name
            for name in names
            if not any(form.lower() in folded for form in self.glossary.spellings(name))
        ]

    def _shared(self, sentence: str, text: str) -> float:
        words = list(dict.fromkeys(tokenise(sentence)))
        said = set(tokenise(text))
        weights = self.weigh(words)
        total = sum(weights)
        shared = sum(w for word, w in zip(words, weights, strict=True) if word in said)
        return shared / total if total else 0.0

    def _negates_alone(self, sentence: str, text: str, language: Language) -> bool:
        """A negation in the sentence, none in the passage's closest sentence, or the reverse."""
        pattern = _NEGATION[language]
        closest = max(
            re.split(r"(?<=[。.!?！？])\s*|\n", text),
            key=lambda other: len(set(tokenise(other)) & set(tokenise(sentence))),
        )
        return bool(pattern.search(sentence)) != bool(pattern.search(closest))
