"""Facts: strings of which a right answer contains at least one alternative each."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from unicodedata import normalize

from evals.cases import Fact

FIRST_CHARACTERS = {"ja": 500, "en": 1100}
"""What a busy reader sees of an answer without scrolling."""

_WHITE_SPACE = re.compile(r"\s+")
_DIGIT = re.compile(r"\d")


def holds(text: str, fact: Fact) -> bool:
    """True when any alternative of the fact occurs in the text.

    Both are compared in NFKC, case folded and without regard to white space. A digit at either
    end of an alternative must not go on in the text: `10回` does not stand in `110回`.
    """
    within = _folded(text)
    return any(_pattern(alternative).search(within) for alternative in fact)


def facts_found(text: str, facts: Sequence[Fact]) -> float | None:
    """Share of the facts that the text holds, 0 to 1; None when there is none to find."""
    if not facts:
        return None
    return sum(holds(text, fact) for fact in facts) / len(facts)


def facts_missing(text: str, facts: Sequence[Fact]) -> tuple[str, ...]:
    """First alternative of each fact that the text lacks."""
    return tuple(fact[0] for fact in facts if not holds(text, fact))


def forbidden_found(text: str, must_not: Iterable[str]) -> tuple[str, ...]:
    """Strings that show a wrong answer and stand in the text."""
    return tuple(string for string in must_not if holds(text, (string,)))


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold()


@lru_cache(maxsize=20_000)
def _pattern(alternative: str) -> re.Pattern[str]:
    wanted = _WHITE_SPACE.sub("", _folded(alternative))
    before = r"(?<!\d)(?<!\d[.,])" if _DIGIT.match(wanted[:1]) else ""
    after = r"(?!\d)(?![.,]\d)" if _DIGIT.match(wanted[-1:]) else ""
    return re.compile(before + r"\s*".join(re.escape(letter) for letter in wanted) + after)


def folded_without_space(text: str) -> str:
    """NFKC, case folded, without white space: for asking whether one text stands in another."""
    return _WHITE_SPACE.sub("", _folded(text))
