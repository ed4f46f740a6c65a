"""Fusion: combine the arms' rankings, whose scores cannot be compared as they are.

Each arm's scores are brought to 0..1 within its own ranking and added by weight (min-max convex
combination; Bruch, Gai and Ingber 2023, ACM TOIS 42(1), find it better than reciprocal ranks, and
so do the measurements in docs/decisions/0003-fusion.md).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

Scored = tuple[str, float]


def fuse_rankings(
    rankings: Mapping[str, Sequence[Scored]],
    weights: Mapping[str, float],
    *,
    floors: Mapping[str, float] | None = None,
) -> dict[str, float]:
    """Weighted sum of scores, each scaled to 0..1 within its arm.

    Args:
        rankings: per arm, (id, score) with the best first; an id stands once in an arm.
        weights: per arm; an arm without weight counts 1.
        floors: per arm, the score that counts as 0 where that is known (BM25: no shared word);
            otherwise it is the arm's lowest.

    Returns:
        Score of each id, best first; ties in order of id, so that the result is repeatable.
    """
    scores: dict[str, float] = {}
    for arm, ranking in rankings.items():
        weight = weights.get(arm, 1.0)
        for found, share in _scaled(ranking, (floors or {}).get(arm)):
            scores[found] = scores.get(found, 0.0) + weight * share
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))


def ranks(rankings: Mapping[str, Sequence[Scored]]) -> dict[str, dict[str, int]]:
    """For each id its rank in each arm that found it, from 1."""
    found: dict[str, dict[str, int]] = {}
    for arm, ranking in rankings.items():
        for rank, (other, _) in enumerate(ranking, start=1):
            found.setdefault(other, {})[arm] = rank
    return found


def lift_neighbours(
    scores: Mapping[str, float], neighbours: Callable[[str], Iterable[str]], share: float
) -> dict[str, float]:
    """Scores, each raised by a share of its best neighbour's score; best first.

    What stands before and after a good passage is about the same thing more often than not.
    """
    lifted = {
        found: score
        + share * max((scores.get(other, 0.0) for other in neighbours(found)), default=0.0)
        for found, score in scores.items()
    }
    return dict(sorted(lifted.items(), key=lambda item: (-item[1], item[0])))


def _scaled(ranking: Sequence[Scored], floor: float | None) -> list[Scored]:
    if not ranking:
        return []
    values = [score for _, score in ranking]
    low, high = min(values) if floor is None else floor, max(values)
    if high <= low:
        return [(found, 1.0) for found, _ in ranking]
    return [(found, (score - low) / (high - low)) for found, score in ranking]
