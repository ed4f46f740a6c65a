"""From a question to the words that documents use: glossary terms, and translations."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.glossary import Glossary
from knowledge.lexicon import Lexicon
from knowledge.tokens import is_english_sentence, is_japanese, tokenise


@dataclass(frozen=True, slots=True)
class Expanded:
    """A question, ready for each arm."""

    question: str
    """Misspelt names corrected."""
    words: tuple[str, ...]
    weights: tuple[float, ...]
    """How much each word counts in the keyword arm."""
    wordings: tuple[str, ...]
    """The question for the meaning arms: as asked, and for an English one, with Japanese words."""


@dataclass(frozen=True)
class Expansion:
    """Knows what else a word is called."""

    glossary: Glossary
    lexicon: Lexicon
    term_weight: float = 0.5
    translation_weight: float = 1.0
    """Shared among the translations of one word, so that a word with three does not count thrice
    (structured queries, Pirkola 1998, SIGIR)."""

    def expand(self, question: str) -> Expanded:
        """Expand a question of either language."""
        question = self.corrected(question)
        asked = tokenise(question)
        weights = dict.fromkeys(asked, 1.0)
        terms = [term.term for term in self.glossary.find(question)]
        for word in (word for term in terms for word in tokenise(term)):
            weights.setdefault(word, self.term_weight)
        wordings = [question]
        if not is_japanese(question) or is_english_sentence(question):
            for word, weight in self._translations(asked):
                weights.setdefault(word, weight)
            wordings.append(f"{question} {' '.join(self._japanese(terms, asked))}".strip())
        return Expanded(
            question, tuple(weights), tuple(weights.values()), tuple(dict.fromkeys(wordings))
        )

    def corrected(self, question: str) -> str:
        """As asked, with misspelt names put right: the first of its wordings."""
        return self.glossary.corrected(question)

    def _translations(self, words: Sequence[str]) -> list[tuple[str, float]]:
        shared = []
        for word in words:
            found = self.lexicon.translations.get(word, ())
            total = sum(probability for _, probability in found)
            shared += [
                # Coarse steps: the keyword arm scores each distinct weight once.
                (other, max(round(self.translation_weight * p / total, 1), 0.1))
                for other, p in found
            ]
        return shared

    def _japanese(self, terms: Sequence[str], words: Sequence[str]) -> list[str]:
        """Japanese terms of the glossary, then the likeliest translation of what is left."""
        covered = " ".join(terms)
        likeliest = [
            found[0][0] for word in words if (found := self.lexicon.translations.get(word))
        ]
        return list(dict.fromkeys((*terms, *(w for w in likeliest if w not in covered))))
