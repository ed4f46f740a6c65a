"""How far graders agree, and what their grades come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan
from statistics import fmean

from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import interval_distance
from scipy.stats import spearmanr
from sklearn.metrics import cohen_kappa_score

from evals.grading.rubric import Criterion, Preference
from evals.grading.tasks import Grade, NewTask


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far graders agree on one criterion; 1 is fully, 0 is as by chance.

    None where it cannot be told: too few answers, or everybody always gave the same grade.
    """

    kappa: float | None
    """Cohen's, squared weights (Cohen 1968): steps far apart weigh more."""
    alpha: float | None
    """Krippendorff's, interval distance (Krippendorff 2011): any graders, gaps allowed."""
    answers: int
    """Answers graded by two."""


def agreement(grades: Sequence[Grade]) -> dict[Criterion, Agreement]:
    """Agreement by criterion over all answers that two graders graded."""
    graded = _by_answer(grades)
    return {criterion: _agreement(graded, criterion) for criterion in Criterion}


def judge_agreement(judged: Sequence[float], human: Sequence[float]) -> float | None:
    """Spearman's rank correlation of a judge model's scores with human means of the same answers.

    None for fewer than three answers, or when either never varies.
    """
    if len(judged) < 3 or len(set(judged)) < 2 or len(set(human)) < 2:
        return None
    return float(spearmanr(judged, human).statistic)


def mean_grades(
    grades: Sequence[Grade], tasks: Sequence[NewTask]
) -> dict[str, dict[Criterion, float]]:
    """Mean grade by run and criterion: which side was which is told only here."""
    by_id = {task.task.id: task for task in tasks}
    collected: dict[str, dict[Criterion, list[int]]] = {}
    for grade in grades:
        task = by_id.get(grade.task)
        sides = ((task.left, grade.left), (task.right, grade.right)) if task else ()
        for origin, scores in sides:
            for criterion, score in (scores or {}).items() if origin else ():
                of_run = collected.setdefault(origin.run if origin else "", {})
                of_run.setdefault(criterion, []).append(score)
    return {
        run: {criterion: fmean(scores) for criterion, scores in of_run.items()}
        for run, of_run in collected.items()
    }


def preferences(grades: Sequence[Grade], tasks: Sequence[NewTask]) -> dict[str, int]:
    """How often each run's answer was preferred, and `tie`."""
    by_id = {task.task.id: task for task in tasks}
    counts: dict[str, int] = {}
    for grade in grades:
        task = by_id.get(grade.task)
        if not task or not task.right or not grade.preferred:
            continue
        side = {Preference.LEFT: task.left.run, Preference.RIGHT: task.right.run}
        name = side.get(grade.preferred, "tie")
        counts[name] = counts.get(name, 0) + 1
    return counts


_Graded = Mapping[str, Mapping[str, Mapping[Criterion, int]]]
"""Answer, then grader, then criterion."""


def _by_answer(grades: Sequence[Grade]) -> _Graded:
    found: dict[str, dict[str, Mapping[Criterion, int]]] = {}
    for grade in grades:
        found.setdefault(f"{grade.task} left", {})[grade.grader] = grade.left
        if grade.right:
            found.setdefault(f"{grade.task} right", {})[grade.grader] = grade.right
    return {answer: by for answer, by in found.items() if len(by) >= 2}


def _agreement(graded: _Graded, criterion: Criterion) -> Agreement:
    pairs = [[by[name][criterion] for name in sorted(by)[:2]] for by in graded.values()]
    rows = [(name, answer, by[name][criterion]) for answer, by in graded.items() for name in by]
    varies = len({score for _, _, score in rows}) > 1
    return Agreement(
        kappa=_kappa(pairs) if varies else None,
        alpha=_alpha(rows) if varies else None,
        answers=len(pairs),
    )


def _kappa(pairs: Sequence[Sequence[int]]) -> float | None:
    first, second = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    kappa = float(cohen_kappa_score(first, second, weights="quadratic"))
    return None if isnan(kappa) else kappa


def _alpha(rows: Sequence[tuple[str, str, int]]) -> float:
    return float(AnnotationTask(data=list(rows), distance=interval_distance).alpha())
