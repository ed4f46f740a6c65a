"""Rank fusion: combine rankings whose scores cannot be compared."""

from collections.abc import Mapping, Sequence

RANK_DAMPING = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)."""


def fuse_rankings(
    rankings: Mapping[str, Sequence[str]],
    weights: Mapping[str, float],
    *,
    damping: float = RANK_DAMPING,
) -> dict[str, float]:
    """Weighted reciprocal rank fusion.

    Args:
        rankings: per arm, ids with the best first.
        weights: per arm; an arm without weight counts 1.

    Returns:
        Score of each id, best first; ties in order of id, so that the result is repeatable.
    """
    scores: dict[str, float] = {}
    for arm, ranking in rankings.items():
        for rank, found in enumerate(ranking, start=1):
            scores[found] = scores.get(found, 0.0) + weights.get(arm, 1.0) / (damping + rank)
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))


def ranks(rankings: Mapping[str, Sequence[str]], found: str) -> dict[str, int]:
    """Rank of one id in each arm that found it, from 1."""
    return {arm: list(ids).index(found) + 1 for arm, ids in rankings.items() if found in ids}
