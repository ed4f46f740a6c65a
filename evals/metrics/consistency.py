"""Whether the same question, asked again or in other words, gets the same answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from evals.metrics.decisions import Decision


@dataclass(frozen=True, slots=True)
class Gist:
    """What an answer comes down to."""

    decision: Decision
    facts: frozenset[int]
    """Positions of the question's facts that the answer holds."""


def consistency(gists: Sequence[Gist]) -> float | None:
    """Mean likeness over all pairs of answers, 0 to 1; None for fewer than two.

    Two answers are alike by the share of facts that they hold in common (Jaccard), 0 when one
    answers and the other does not. Wording does not count: it may differ.
    """
    pairs = list(combinations(gists, 2))
    return sum(_likeness(*pair) for pair in pairs) / len(pairs) if pairs else None


def _likeness(first: Gist, second: Gist) -> float:
    if _outcome(first) is not _outcome(second):
        return 0.0
    either = first.facts | second.facts
    return len(first.facts & second.facts) / len(either) if either else 1.0


def _outcome(gist: Gist) -> Decision:
    # Whole and partial answers differ by their facts, which are compared.
    return Decision.ANSWERED if gist.decision.gives_answer else gist.decision
