"""What a report says, gathered and ready to be laid out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.contract import LanguageCode
from evals.calibration import calibration_bins, confidences, refusal_curve
from evals.cases import Item, earlier_questions
from evals.catalogue import Metric
from evals.comparison import Comparison
from evals.peers.results import PeerResult
from evals.records import AnswerRecord, Manifest, ScoreRecord
from evals.reporting import charts
from evals.reporting.wording import Wording
from evals.summary import GroupSummary, RunSummary

TILES = (
    Metric.RIGHT,
    Metric.FACTS_FOUND,
    Metric.FALSE_ANSWER,
    Metric.FALSE_REFUSAL,
    Metric.CITATION_RECALL,
    Metric.NUMBERS_SUPPORTED,
    Metric.PASSAGES_ALL_AT_5,
    Metric.MILLISECONDS,
)


@dataclass(frozen=True)
class FailingCase:
    """One question that went wrong, with all that is needed to see why."""

    item: Item
    record: AnswerRecord
    score: ScoreRecord
    earlier: tuple[str, ...] = ()
    """Questions before it in the same conversation, oldest first."""


@dataclass(frozen=True)
class ReportContents:
    """Everything that a report shows."""

    language: LanguageCode
    manifest: Manifest
    summary: RunSummary
    failing: tuple[FailingCase, ...]
    plots: Mapping[str, str]
    """SVG by the wording's key of its title."""
    questions: Mapping[str, str] = field(default_factory=dict)
    """As they are written in the set, by item."""
    comparison: Comparison | None = None
    compared_with: str = ""
    peers: tuple[PeerResult, ...] = ()
    judge_correlations: Mapping[Metric, float | None] = field(default_factory=dict)

    @property
    def words(self) -> Wording:
        return Wording(self.language)

    @property
    def made(self) -> str:
        """When the run began, by the clock of the machine that writes the report."""
        return self.manifest.began.astimezone().strftime("%Y-%m-%d %H:%M")

    @property
    def columns(self) -> list[GroupSummary]:
        """Groups of the big table: all, then the reader's own language first."""
        own_first = sorted(
            self.summary.by("language"), key=lambda group: group.value != self.language
        )
        return [*self.summary.by("all"), *own_first]


def gather(
    manifest: Manifest,
    summary: RunSummary,
    items: Sequence[Item],
    answers: Sequence[AnswerRecord],
    scores: Sequence[ScoreRecord],
    *,
    language: LanguageCode,
) -> ReportContents:
    """A report's contents without comparison, peers and judges, which are added when there are any."""
    words = Wording(language)
    return ReportContents(
        language=language,
        manifest=manifest,
        summary=summary,
        failing=tuple(failing_cases(items, answers, scores)),
        plots=_plots(summary, items, answers, scores, words),
        questions={item.id: item.question for item in items},
    )


def failing_cases(
    items: Sequence[Item], answers: Sequence[AnswerRecord], scores: Sequence[ScoreRecord]
) -> list[FailingCase]:
    """Questions with a problem, as written and first asked, in the set's order."""
    records = {record.key: record for record in answers}
    scored = {score.key: score for score in scores}
    found = []
    for item in items:
        key = item.id, 0, ""
        if key in records and key in scored and _has_problem(records[key], scored[key]):
            earlier = earlier_questions(item, items)
            found.append(FailingCase(item, records[key], scored[key], earlier))
    return found


def _has_problem(record: AnswerRecord, score: ScoreRecord) -> bool:
    wrong = score.values.get(Metric.RIGHT, 1.0) < 1
    stated = score.forbidden or score.unsupported or score.partisan or score.broken
    return bool(record.failure or record.search_failure or wrong or stated)


def _plots(
    summary: RunSummary,
    items: Sequence[Item],
    answers: Sequence[AnswerRecord],
    scores: Sequence[ScoreRecord],
    words: Wording,
) -> dict[str, str]:
    made = {
        f"by_{dimension}": charts.bars(summary.by(dimension), Metric.RIGHT, words)
        for dimension in ("kind", "language", "persona", "turn_kind")
        if len(summary.by(dimension)) > 1
    }
    drawn = {title: charts.to_svg(chart) for title, chart in made.items()}
    seen = confidences(items, answers, scores)
    if points := refusal_curve(seen):
        actual = summary.confusion.false_refusals, summary.confusion.false_answers
        known = (actual[0] or 0.0, actual[1] or 0.0) if None not in actual else None
        drawn["refusal_curve"] = charts.to_svg(charts.refusal_curve(points, known, words))
    if bins := calibration_bins(seen):
        drawn["calibration"] = charts.to_svg(charts.calibration(bins, words))
    times = [record.milliseconds for record in answers if record.answer and not record.failure]
    if times:
        drawn["latency"] = charts.to_svg(charts.latency_histogram(times, words))
    return drawn
