"""What evaluators do at a desk: all that the page may know of evaluations.

Everything here is typed and knows nothing of how it is shown. See docs/decisions/0010.
"""

from evals.bootstrap import Difference, Estimate
from evals.cases import Case, Fact, Item, Kind, items_of
from evals.catalogue import CATALOGUE, Metric
from evals.comparison import QUESTION_METRICS, Comparison, QuestionChange
from evals.desk.grading import GradedAnswer, GradingDesk, GradingResults, Opinion, yaml_of
from evals.desk.models import (
    CaseResult,
    ReportFormat,
    RunComparison,
    RunDetails,
    RunOverview,
    StartRequest,
)
from evals.desk.plots import BY, group_plot, trend_plot
from evals.desk.runs import COLLECTED_SET, RunDesk
from evals.errors import EvaluationError, GradeRefused, RunMissing
from evals.grading.rubric import (
    GRADERS_PER_TASK,
    HIGHEST,
    RUBRIC,
    STEPS,
    Criterion,
    Preference,
)
from evals.grading.tasks import Grade, ShownAnswer, Task
from evals.metric_info import MetricInfo
from evals.outcomes import Outcome
from evals.records import Manifest
from evals.reporting.contents import TILES
from evals.reporting.wording import Wording
from evals.run_state import RunState
from evals.settings import EvaluationSettings
from evals.summary import GroupSummary, RunSummary
from evals.trends import TrendPoint

__all__ = [
    "BY",
    "CATALOGUE",
    "COLLECTED_SET",
    "GRADERS_PER_TASK",
    "HIGHEST",
    "QUESTION_METRICS",
    "RUBRIC",
    "STEPS",
    "TILES",
    "Case",
    "CaseResult",
    "Comparison",
    "Criterion",
    "Difference",
    "Estimate",
    "EvaluationError",
    "EvaluationSettings",
    "Fact",
    "Grade",
    "GradeRefused",
    "GradedAnswer",
    "GradingDesk",
    "GradingResults",
    "GroupSummary",
    "Item",
    "Kind",
    "Manifest",
    "Metric",
    "MetricInfo",
    "Opinion",
    "Outcome",
    "Preference",
    "QuestionChange",
    "ReportFormat",
    "RunComparison",
    "RunDesk",
    "RunDetails",
    "RunMissing",
    "RunOverview",
    "RunState",
    "RunSummary",
    "ShownAnswer",
    "StartRequest",
    "Task",
    "TrendPoint",
    "Wording",
    "group_plot",
    "items_of",
    "trend_plot",
    "yaml_of",
]
