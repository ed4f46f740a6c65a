"""Quality of a ranking of passages, judged by the facts that each passage holds.

A passage's grade is the number of the question's facts in it, so a passage need not be named in
a question set to count. Ranking metrics are computed by ir-measures (trec_eval's definitions).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import ir_measures
from ir_measures import RR, nDCG

from evals.cases import Fact, Place
from evals.metrics.facts import holds

CUTOFFS = (1, 3, 5, 10)
READ_CHARACTERS = 4000
"""About what a model's prompt, or a patient reader, takes of the passages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RankingScores:
    """How well one question's passages serve it; shares from 0 to 1."""

    all_at: dict[int, bool]
    """By cutoff k: every fact stands somewhere in the first k passages."""
    any_at: dict[int, bool]
    """By cutoff k: one of the first k passages holds a fact."""
    recall_at: dict[int, float]
    """By cutoff k: share of the facts in the first k passages (recall over facts)."""
    all_in_characters: bool
    """Every fact stands in the first 4,000 characters of the passages laid end to end."""
    any_in_characters: bool
    reciprocal_rank: float
    ndcg: float
    first_rank: int | None
    """Of the first passage with a fact."""


def score_ranking(texts: Sequence[str], facts: Sequence[Fact]) -> RankingScores | None:
    """All ranking metrics of one question; None when it has no fact to find.

    Args:
        texts: passages, best first; may be empty.
    """
    if not facts:
        return None
    grades = [sum(holds(text, fact) for fact in facts) for text in texts]
    read = "\n".join(texts)[:READ_CHARACTERS]
    in_read = [holds(read, fact) for fact in facts]
    recall = {k: fact_recall(texts[:k], facts) for k in CUTOFFS}
    return RankingScores(
        all_at={k: share == 1 for k, share in recall.items()},
        any_at={k: any(grades[:k]) for k in CUTOFFS},
        recall_at=recall,
        all_in_characters=all(in_read),
        any_in_characters=any(in_read),
        reciprocal_rank=reciprocal_rank(grades),
        ndcg=ndcg(grades),
        first_rank=next((rank for rank, grade in enumerate(grades, start=1) if grade), None),
    )


def fact_recall(texts: Sequence[str], facts: Sequence[Fact]) -> float:
    """Share of the facts that stand in at least one of the texts."""
    return sum(any(holds(text, fact) for text in texts) for fact in facts) / len(facts)


def reciprocal_rank(grades: Sequence[int], *, cutoff: int = 10) -> float:
    """1 / rank of the first passage with a grade above 0; 0 when none is within the cutoff.

    Mean over questions: MRR (Voorhees 1999, TREC-8 question answering).
    """
    return _measured(RR @ cutoff, grades)


def ndcg(grades: Sequence[int], *, cutoff: int = 10) -> float:
    """Normalised discounted cumulative gain (Järvelin & Kekäläinen 2002), gain = grade.

    The ideal is the best order of what was found: passages that were not found are unknown.
    It measures the order; recall measures what was found.
    """
    return _measured(nDCG @ cutoff, grades)


def place_recall(
    found: Sequence[tuple[str, Sequence[int]]], places: Sequence[Place]
) -> float | None:
    """Share of the expected places that the found (source, pages) cover; None without any.

    Where either side has no page numbers, the same source is taken to cover.
    """
    if not places:
        return None
    return sum(any(_covers(item, place) for item in found) for place in places) / len(places)


def _covers(found: tuple[str, Sequence[int]], place: Place) -> bool:
    source, pages = found
    if not pages or not place.pages:
        return source == place.source
    return source == place.source and bool(set(pages) & set(place.pages))


def _measured(measure: ir_measures.Measure, grades: Sequence[int]) -> float:
    if not any(grades):
        return 0.0
    judged = {"question": {str(i): grade for i, grade in enumerate(grades)}}
    ranked = {"question": {str(i): float(-i) for i in range(len(grades))}}
    return float(ir_measures.calc_aggregate([measure], judged, ranked)[measure])
