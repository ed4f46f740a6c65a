"""Search by words: BM25. The only module that knows bm25s."""

import json
from collections.abc import Sequence
from math import log
from pathlib import Path

import bm25s
import numpy as np

from knowledge.errors import IndexUnavailable

_IDS = "ids.json"


class KeywordIndex:
    """BM25 (Lucene's variant, k1 1.2, b 0.75) over words that `tokens.tokenise` found."""

    def __init__(self, ids: Sequence[str], bm25: bm25s.BM25 | None) -> None:
        self._ids = list(ids)
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

    def _frequency(self, word: str) -> int:
        if self._bm25 is None:
            return 0
        row = self._bm25.vocab_dict.get(word)
        starts = self._bm25.scores["indptr"]
        return int(starts[row + 1] - starts[row]) if row is not None else 0

    def search(
        self, words: Sequence[str], *, limit: int, weights: Sequence[float] | None = None
    ) -> list[tuple[str, float]]:
        """Ids and BM25 scores, best first; only those that share a word with the question.

        Args:
            weights: how much each word counts (1 where not given).
        """
        if self._bm25 is None or not words:
            return []
        scores = np.zeros(len(self._ids), dtype=np.float32)
        for weight in sorted(set(weights or [1.0])):
            group = [
                w
                for w, own in zip(words, weights or [1.0] * len(words), strict=True)
                if own == weight
            ]
            # Words that the index has never seen are ignored by get_tokens_ids.
            if known := self._bm25.get_tokens_ids(list(group)):
                scores += weight * self._bm25.get_scores_from_ids(known)
        best = np.argsort(-scores, kind="stable")[:limit]
        return [(self._ids[i], float(scores[i])) for i in best if scores[i] > 0]
