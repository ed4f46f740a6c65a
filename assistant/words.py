"""Words of texts that are read for question after question."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from knowledge.tokens import tokenise

WordWeights = Callable[[Sequence[str]], Sequence[float]]
"""How telling each word is (its inverse document frequency); a word never seen is the rarest."""


@lru_cache(maxsize=32_768)
def words_of(text: str) -> frozenset[str]:
    """Content words, each once."""
    return frozenset(tokenise(text))
