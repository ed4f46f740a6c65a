"""Which wordings are one question with a letter changed? Exact, and quick over many thousands.

Likeness is the Dice coefficient over groups of letters. Two sets that are as like as `NEARLY_EQUAL`
share a few of the rarest groups of either (prefix filtering: Chaudhuri, Ganti and Kaushik 2006;
several at once: Wang, Li and Feng 2012), so only wordings that do are compared.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from unicodedata import normalize

NEARLY_EQUAL = 0.88
"""Below, two questions may differ in a year or a place, which makes them two questions."""
_GROUP = 4  # fewer letters are common to so many questions that most would be compared
_SHARED = 4
"""Groups to share: with one alone, 36 times as many of the shipped questions would be compared."""

_NOT_WORDING = re.compile(r"[\s\W_]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """A question and who asks it."""

    owner: str
    text: str


def nearly_equal(
    wordings: Sequence[Wording], others: Iterable[Wording]
) -> Iterator[tuple[Wording, Wording]]:
    """Pairs (of `wordings`, of `others`) that are nearly the same, at most one for each wording."""
    ours = [(wording, letter_groups(wording.text)) for wording in wordings]
    theirs = [(wording, letter_groups(wording.text)) for wording in others]
    common = Counter(group for _, groups in (*ours, *theirs) for group in groups)
    rarity = {group: at for at, group in enumerate(sorted(common, key=lambda g: (common[g], g)))}
    by_rare_group: dict[str, list[int]] = defaultdict(list)
    for position, (_, groups) in enumerate(theirs):
        for group in _rarest(groups, rarity):
            by_rare_group[group].append(position)
    for wording, groups in ours:
        postings = (by_rare_group.get(rare, ()) for rare in _rarest(groups, rarity))
        shared = Counter(chain.from_iterable(postings))
        enough = min(_SHARED, _must_share(groups))
        near = [at for at, n in shared.items() if n >= enough and _is_near(groups, theirs[at][1])]
        if near:
            yield wording, theirs[min(near)][0]


def letter_groups(text: str, size: int = _GROUP) -> frozenset[str]:
    """Groups of `size` letters; width, case, white space and punctuation do not count."""
    letters = _NOT_WORDING.sub("", normalize("NFKC", text).casefold())
    starts = range(max(len(letters) - size + 1, 1)) if letters else ()
    return frozenset(letters[start : start + size] for start in starts)


def _is_near(first: frozenset[str], second: frozenset[str]) -> bool:
    required = NEARLY_EQUAL * (len(first) + len(second)) / 2
    # Many candidates differ in length so much that they need not be compared.
    return min(len(first), len(second)) >= required > 0 and len(first & second) >= required


def _must_share(groups: frozenset[str]) -> int:
    """So many with any set that is as like as required."""
    return math.ceil(len(groups) * NEARLY_EQUAL / (2 - NEARLY_EQUAL))


def _rarest(groups: frozenset[str], rarity: Mapping[str, int]) -> list[str]:
    """So many of the rarest that a set as like as required must have `_SHARED` of them, or all that
    it must share, among its own."""
    rare_first = sorted(groups, key=rarity.__getitem__)
    return rare_first[: len(groups) - _must_share(groups) + _SHARED]
