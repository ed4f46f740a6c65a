"""How far a judge model's verdicts agree with people's grades of the same answers."""

from collections.abc import Mapping, Sequence
from statistics import fmean

from evals.catalogue import Metric
from evals.grading.agreement import judge_agreement
from evals.grading.rubric import Criterion
from evals.grading.tasks import Grade, NewTask
from evals.records import ScoreRecord

ASKS_THE_SAME = {
    Metric.JUDGED_FAITHFULNESS: Criterion.CITED,
    Metric.JUDGED_RELEVANCY: Criterion.USABLE,
    Metric.JUDGED_CORRECTNESS: Criterion.CORRECT,
}
"""Which criterion of the rubric each judged metric stands for."""


def judge_correlations(
    run: str, scores: Sequence[ScoreRecord], tasks: Sequence[NewTask], grades: Sequence[Grade]
) -> dict[Metric, float | None]:
    """By judged metric that the run has, its correlation with people's mean grades of that run.

    None where too few answers have both.
    """
    judged = {score.item: score.values for score in scores if score.key == (score.item, 0, "")}
    found: dict[Metric, float | None] = {}
    for metric, criterion in ASKS_THE_SAME.items():
        if not any(metric in values for values in judged.values()):
            continue
        human = _means(run, criterion, tasks, grades)
        both = [item for item in human if metric in judged.get(item, {})]
        found[metric] = judge_agreement(
            [judged[item][metric] for item in both], [human[item] for item in both]
        )
    return found


def _means(
    run: str, criterion: Criterion, tasks: Sequence[NewTask], grades: Sequence[Grade]
) -> Mapping[str, float]:
    by_id = {task.task.id: task for task in tasks}
    collected: dict[str, list[int]] = {}
    for grade in grades:
        if task := by_id.get(grade.task):
            for origin, scores in ((task.left, grade.left), (task.right, grade.right)):
                if origin and scores and origin.run == run:
                    collected.setdefault(origin.item, []).append(scores[criterion])
    return {item: fmean(scores) for item, scores in collected.items()}
