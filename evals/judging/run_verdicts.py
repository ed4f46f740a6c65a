"""Judge a run's answers and add the verdicts to its scores."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from assistant.contract import Answer
from evals.cases import ANSWERS, Item
from evals.catalogue import Metric
from evals.errors import JudgeFailed
from evals.records import AnswerRecord, Key, ScoreRecord

if TYPE_CHECKING:  # loading it takes a second
    from evals.judging.judge import Judge


def judge_scores(
    judge: "Judge",
    items: Mapping[str, Item],
    answers: Mapping[Key, AnswerRecord],
    scores: Sequence[ScoreRecord],
) -> Iterator[ScoreRecord]:
    """Each score with the judge's verdicts on its answer.

    Only answers are judged, not refusals, and not changed wordings. A verdict that failed is
    recorded as broken with the reason, never as nought.
    """
    for score in scores:
        item, record = items.get(score.item), answers.get(score.key)
        if not item or not record or not _is_judged(record):
            yield score
            continue
        yield _judged(judge, item, record, score)


def _is_judged(record: AnswerRecord) -> bool:
    answered = record.answer is not None and record.answer.status in ANSWERS
    return answered and not record.failure and not record.variant


def _judged(judge: "Judge", item: Item, record: AnswerRecord, score: ScoreRecord) -> ScoreRecord:
    values, broken = dict(score.values), dict(score.broken)
    for metric, verdict in _verdicts(judge, item, record).items():
        values.pop(metric.value, None)
        try:
            value = verdict()
        except JudgeFailed as error:
            broken[metric.value] = str(error)
            continue
        broken.pop(metric.value, None)
        if value is not None:
            values[metric.value] = value
    return score.model_copy(update={"values": values, "broken": broken})


def _verdicts(
    judge: "Judge", item: Item, record: AnswerRecord
) -> dict[Metric, Callable[[], float | None]]:
    answer: Answer | None = record.answer
    if answer is None:
        return {}
    given = answer
    return {
        Metric.JUDGED_FAITHFULNESS: lambda: judge.faithfulness(record.question, given),
        Metric.JUDGED_RELEVANCY: lambda: judge.relevancy(record.question, given),
        Metric.JUDGED_CORRECTNESS: lambda: judge.correctness(record.question, given, item.facts),
    }
