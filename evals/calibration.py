"""Whether the search's confidence tells good questions from bad: curves for reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from evals.cases import Item
from evals.catalogue import Metric
from evals.records import AnswerRecord, ScoreRecord


@dataclass(frozen=True, slots=True)
class Confidence:
    """How close the nearest passage came, and what became of the question."""

    similarity: float
    to_be_answered: bool
    right: bool


@dataclass(frozen=True, slots=True)
class RefusalPoint:
    """What would happen if everything below this similarity were declined."""

    threshold: float
    false_refusals: float
    """Share of the questions to be answered that would be declined."""
    false_answers: float
    """Share of the questions to be declined that would be answered."""


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Questions of about the same similarity, and the share that went right."""

    low: float
    high: float
    right: float
    count: int


def confidences(
    items: Sequence[Item], answers: Sequence[AnswerRecord], scores: Sequence[ScoreRecord]
) -> list[Confidence]:
    """One for each question that was searched for as written and scored."""
    by_id = {item.id: item for item in items}
    right = {
        s.item: s.values[Metric.RIGHT] for s in scores if _is_plain(s) and Metric.RIGHT in s.values
    }
    found = []
    for record in answers:
        item = by_id.get(record.item)
        if not item or not _is_plain(record) or record.item not in right or not record.passages:
            continue
        if item.to_be_answered is not None:
            nearest = max(passage.similarity for passage in record.passages)
            found.append(Confidence(nearest, item.to_be_answered, right[record.item] == 1))
    return found


def refusal_curve(seen: Sequence[Confidence], *, steps: int = 40) -> list[RefusalPoint]:
    """Points from declining nothing to declining all; empty unless both sorts of question are there.

    The lower the curve, the better the similarity tells them apart (a ROC curve, turned over).
    """
    good = [one.similarity for one in seen if one.to_be_answered]
    bad = [one.similarity for one in seen if not one.to_be_answered]
    if not good or not bad:
        return []
    lowest, highest = min(good + bad), max(good + bad)
    thresholds = [lowest + (highest - lowest) * step / steps for step in range(steps + 1)]
    return [
        RefusalPoint(
            threshold=threshold,
            false_refusals=sum(value < threshold for value in good) / len(good),
            false_answers=sum(value >= threshold for value in bad) / len(bad),
        )
        for threshold in [*thresholds, highest + 1e-6]
    ]


def calibration_bins(seen: Sequence[Confidence], *, bins: int = 8) -> list[CalibrationBin]:
    """Groups of equal size by rising similarity; fewer when there are few questions."""
    ordered = sorted(seen, key=lambda one: one.similarity)
    count = min(bins, len(ordered) // 5) or (1 if ordered else 0)
    edges = [round(index * len(ordered) / count) for index in range(count + 1)] if count else []
    groups = [ordered[start:end] for start, end in pairwise(edges)]
    return [
        CalibrationBin(
            low=group[0].similarity,
            high=group[-1].similarity,
            right=sum(one.right for one in group) / len(group),
            count=len(group),
        )
        for group in groups
    ]


def _is_plain(record: AnswerRecord | ScoreRecord) -> bool:
    return record.repeat == 0 and not record.variant
