"""Search by words: BM25. The only module that knows bm25s."""

import json
from collections.abc import Collection, Sequence
from math import log
from pathlib import Path
from typing import Any

import bm25s
import numpy as np
from numpy.typing import NDArray

from knowledge.errors import IndexUnavailable

_IDS = "ids.json"


class KeywordIndex:
    """BM25 (Lucene's variant, k1 1.2, b 0.75) over words that `tokens.tokenise` found."""

    def __init__(self, ids: Sequence[str], bm25: bm25s.BM25 | None) -> None:
        self._ids = list(ids)
        self._positions = {found: position for position, found in enumerate(self._ids)}
        self._bm25 = bm25

    @classmethod
    def build(cls, ids: Sequence[str], texts_words: Sequence[Sequence[str]]) -> "KeywordIndex":
        """Index texts given as words, in the order of the ids."""
        if not any(texts_words):
            return cls([], None)
        bm25 = bm25s.BM25(method="lucene", k1=1.2, b=0.75)
        bm25.index([list(words) for words in texts_words], show_progress=False)
        return cls(ids, bm25)

    @classmethod
    def load(cls, directory: Path) -> "KeywordIndex":
        """Read a saved index; raises IndexUnavailable when a file is missing or damaged."""
        try:
            ids = json.loads((directory / _IDS).read_text(encoding="utf-8"))
            return cls(ids, bm25s.BM25.load(str(directory)) if ids else None)
        except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
            raise IndexUnavailable(f"The keyword index cannot be read: {error}") from error

    def save(self, directory: Path) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        (directory / _IDS).write_text(json.dumps(self._ids), encoding="utf-8")
        if self._bm25:
            self._bm25.save(str(directory), show_progress=False)

    def rarity(self, words: Sequence[str]) -> list[float]:
        """Inverse document frequency of each word, as BM25 has it; unknown words are rarest."""
        size = len(self._ids)
        return [log(1 + (size - df + 0.5) / (df + 0.5)) for df in map(self._frequency, words)]

    def knows(self, words: Sequence[str]) -> list[bool]:
        """Whether each word stands in any text of the index."""
        return [self._frequency(word) > 0 for word in words]

    def told(self, words: Sequence[str], ids: Collection[str]) -> list[bool]:
        """Whether each word stands in any of the texts of these ids."""
        is_wanted = self._are(ids)
        return [bool(is_wanted[self._texts_with(word)].any()) for word in words]

    def _are(self, ids: Collection[str]) -> NDArray[np.bool_]:
        """For each text, whether it has one of these ids."""
        found = np.zeros(len(self._ids), dtype=bool)
        found[[self._positions[i] for i in ids if i in self._positions]] = True
        return found

    def _frequency(self, word: str) -> int:
        return len(self._texts_with(word))

    def _texts_with(self, word: str) -> NDArray[np.integer[Any]]:
        """Positions of the texts that have the word: BM25 keeps them row by row."""
        row = self._bm25.vocab_dict.get(word) if self._bm25 else None
        if self._bm25 is None or row is None:
            return np.zeros(0, dtype=np.int32)
        if row + 1 >= len(self._bm25.scores["indptr"]):
            # The empty word has a number, but no row.
            return np.zeros(0, dtype=np.int32)
        start, end = self._bm25.scores["indptr"][row : row + 2]
        texts: NDArray[np.integer[Any]] = self._bm25.scores["indices"][start:end]
        return texts

    def search(
        self,
        words: Sequence[str],
        *,
        limit: int,
        weights: Sequence[float] | None = None,
        among: Collection[str] | None = None,
    ) -> list[tuple[str, float]]:
        """Ids and BM25 scores, best first; only those that share a word with the question.

        Args:
            weights: how much each word counts (1 where not given).
            among: only these ids; all where not given.
        """
        if self._bm25 is None or not words:
            return []
        scores = np.zeros(len(self._ids), dtype=np.float32)
        for weight in sorted(set(weights or [1.0])):
            group = [
                w
                for w, own in zip(words, weights or [1.0] * len(words), strict=True)
                if own == weight and w
            ]
            # Words that the index has never seen are ignored by get_tokens_ids.
            if known := self._bm25.get_tokens_ids(list(group)):
                scores += weight * self._bm25.get_scores_from_ids(known)
        if among is not None:
            scores[~self._are(among)] = 0
        best = np.argsort(-scores, kind="stable")[:limit]
        return [(self._ids[i], float(scores[i])) for i in best if scores[i] > 0]
