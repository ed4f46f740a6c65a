"""What the desk hands over about runs."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from evals.cases import Item
from evals.catalogue import Metric
from evals.comparison import Comparison
from evals.outcomes import Outcome
from evals.records import AnswerRecord, Manifest, ScoreRecord
from evals.run_state import RunState
from evals.summary import RunSummary

ReportFormat = Literal["html", "xlsx"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartRequest:
    """A run that an evaluator wants, of the service that the page uses."""

    set_name: str
    """dev, test, all, or `collected` for the cases that graders made."""
    url: str
    engine: str
    """As the service tells it; it is asked again when the run begins."""
    limit: int | None = None
    """Only so many cases, spread evenly over the set."""
    repeats: int = 1
    variants: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOverview:
    """One run in the list."""

    name: str
    state: RunState
    started_at: datetime
    set_name: str
    engine: str
    done: int
    """Questions asked so far."""
    to_ask: int
    """0 when that is not known."""
    summary: RunSummary | None
    last_words: str = ""
    """What the process said at its end, when the run did not come to a good one."""
    damage: str = ""
    """Why the run's record cannot be read."""

    @property
    def is_going_on(self) -> bool:
        return self.state in (RunState.STARTING, RunState.RUNNING, RunState.STOPPING)

    @property
    def can_be_resumed(self) -> bool:
        return self.state in (RunState.STOPPED, RunState.CRASHED) and not self.damage


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """One question with what came back for it, as written and first asked."""

    item: Item
    record: AnswerRecord
    score: ScoreRecord | None
    outcome: Outcome
    earlier: tuple[str, ...]
    """Questions before it in the same conversation, oldest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunDetails:
    """A run with its figures and all its cases."""

    manifest: Manifest
    summary: RunSummary
    cases: tuple[CaseResult, ...]
    judged: Mapping[Metric, float | None] = field(default_factory=dict)
    """By metric that a judge model graded, its correlation with people's grades; None where too
    few answers have both."""

    @property
    def by_item(self) -> dict[str, CaseResult]:
        return {case.item.id: case for case in self.cases}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunComparison:
    """Two runs side by side."""

    before: RunDetails
    after: RunDetails
    comparison: Comparison

    @property
    def shared(self) -> int:
        """Questions that both runs asked."""
        return len(self.before.by_item.keys() & self.after.by_item.keys())
