"""Judged figures of a run are never shown without how far people agree with them."""

from collections.abc import Mapping

from evals.catalogue import Metric
from evals.grading.store import GradeStore
from evals.run_store import Run
from evals.settings import EvaluationSettings
from evals.summary import RunSummary

JUDGED = (Metric.JUDGED_FAITHFULNESS, Metric.JUDGED_RELEVANCY, Metric.JUDGED_CORRECTNESS)


def judged_beside_people(
    run: Run, summary: RunSummary, settings: EvaluationSettings
) -> Mapping[Metric, float | None]:
    """By judged metric of the run, its correlation with people's grades of the same answers; empty
    when nothing was judged."""
    if not any(metric in summary.overall for metric in JUDGED):
        return {}
    from evals.judging.human import judge_correlations  # loading it takes a second

    store = GradeStore.at(settings.grades)
    return judge_correlations(run.name, run.scores(), store.tasks(), store.grades())
