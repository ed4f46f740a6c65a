"""Which wordings are one question with a letter changed? Exact, and quick over many thousands.

Likeness is the Dice coefficient over triples of letters. Two sets that are as like as
`NEARLY_EQUAL` share one of the rarest triples of either (prefix filtering: Chaudhuri, Ganti and
Kaushik 2006), so only wordings that do are compared.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

NEARLY_EQUAL = 0.9
"""Below, two questions may differ in a year or a place, which makes them two questions."""

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
    ours = [(wording, letter_triples(wording.text)) for wording in wordings]
    theirs = [(wording, letter_triples(wording.text)) for wording in others]
    common = Counter(triple for _, triples in (*ours, *theirs) for triple in triples)
    by_rare_triple: dict[str, list[int]] = defaultdict(list)
    for position, (_, triples) in enumerate(theirs):
        for triple in _rarest(triples, common):
            by_rare_triple[triple].append(position)
    for wording, triples in ours:
        candidates = {
            at for rare in _rarest(triples, common) for at in by_rare_triple.get(rare, ())
        }
        near = (theirs[at][0] for at in sorted(candidates) if _is_near(triples, theirs[at][1]))
        if found := next(near, None):
            yield wording, found


def letter_triples(text: str) -> frozenset[str]:
    """Letters in threes; width, case, white space and punctuation do not count."""
    letters = _NOT_WORDING.sub("", normalize("NFKC", text).casefold())
    return frozenset(letters[i : i + 3] for i in range(len(letters) - 2))


def _is_near(first: frozenset[str], second: frozenset[str]) -> bool:
    return 2 * len(first & second) >= NEARLY_EQUAL * (len(first) + len(second)) > 0


def _rarest(triples: frozenset[str], common: Counter[str]) -> list[str]:
    """So many of the rarest that a set as like as required must have one of them among its own."""
    must_share = math.ceil(len(triples) * NEARLY_EQUAL / (2 - NEARLY_EQUAL))
    rare_first = sorted(triples, key=lambda triple: (common[triple], triple))
    return rare_first[: len(triples) - must_share + 1]
