"""Translations of words, learned from the bilingual entries: how an English question finds Japanese text.

IBM Model 1 (Brown et al. 1993, Computational Linguistics 19(2)) over the entries' statements, which
stand in the same order in both languages. Small, needs no download, and knows this field's words.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.corpus import Corpus, statements
from knowledge.errors import SourcesUnreadable
from knowledge.tokens import is_japanese, tokenise

Pair = tuple[Sequence[str], Sequence[str]]
_ROUNDS = 8
_LEAST_SEEN = 2
_LEAST_PROBABILITY = 0.12
_TRANSLATIONS_KEPT = 3


@dataclass(frozen=True)
class Lexicon:
    """For a word of one language, words of the other with their probability."""

    translations: Mapping[str, Sequence[tuple[str, float]]]

    def translate(self, words: Sequence[str]) -> list[tuple[str, float]]:
        """Translations of the words, each with its probability, 0..1; unknown words give none."""
        best: dict[str, float] = {}
        for word in words:
            for translation, probability in self.translations.get(word, ()):
                best[translation] = max(probability, best.get(translation, 0.0))
        return list(best.items())


def learn_lexicon(pairs: Iterable[Pair]) -> Lexicon:
    """Learn English → Japanese from aligned texts given as words (English, Japanese)."""
    pairs = [
        (list(dict.fromkeys(english)), list(dict.fromkeys(japanese))) for english, japanese in pairs
    ]
    seen = Counter(word for english, _ in pairs for word in english)
    probabilities = _expectation_maximisation(pairs)
    translations = {}
    for word, found in probabilities.items():
        if seen[word] < _LEAST_SEEN:
            continue
        best = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_TRANSLATIONS_KEPT]
        kept = [(other, round(p, 3)) for other, p in best if p >= _LEAST_PROBABILITY]
        if kept:
            translations[word] = kept
    return Lexicon(dict(sorted(translations.items())))


def aligned_pairs(corpus: Corpus) -> list[Pair]:
    """Titles and statements of the entries, English and Japanese, as words."""
    pairs: list[Pair] = []
    for entry in corpus.entries:
        english = [entry.title.en, *statements(entry.text.en)]
        japanese = [entry.title.ja, *statements(entry.text.ja)]
        if len(english) == len(japanese):
            pairs += [(_english(e), _japanese(j)) for e, j in zip(english, japanese, strict=True)]
    return pairs


def read_lexicon(file: Path) -> Lexicon:
    """Read the shipped lexicon; raises SourcesUnreadable when it is damaged."""
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
        return Lexicon({word: [(w, float(p)) for w, p in found] for word, found in raw.items()})
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise SourcesUnreadable(f"{file.name} cannot be read: {error}") from error


def write_lexicon(file: Path, lexicon: Lexicon) -> None:
    """Write it, one word a line, so that a change can be read."""
    lines = [
        f"{json.dumps(w)}: {json.dumps(t, ensure_ascii=False)}"
        for w, t in lexicon.translations.items()
    ]
    file.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def _expectation_maximisation(pairs: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """P(Japanese word | English word); every English sentence has an empty word for the rest."""
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for english, japanese in pairs:
        for e in (*english, ""):
            for j in japanese:
                table[e][j] = 1.0
    for _ in range(_ROUNDS):
        counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for english, japanese in pairs:
            with_empty = (*english, "")
            for j in japanese:
                shares = [table[e].get(j, 0.0) for e in with_empty]
                total = sum(shares) or 1.0
                for e, share in zip(with_empty, shares, strict=True):
                    counts[e][j] += share / total
        table = defaultdict(dict, {e: _normalised(found) for e, found in counts.items()})
    table.pop("", None)
    return table


def _normalised(counts: Mapping[str, float]) -> dict[str, float]:
    total = sum(counts.values())
    return {word: count / total for word, count in counts.items() if count / total > 1e-4}


def _english(text: str) -> list[str]:
    return [word for word in tokenise(text) if not is_japanese(word) and not word[0].isdigit()]


def _japanese(text: str) -> list[str]:
    return [word for word in tokenise(text) if is_japanese(word)]
