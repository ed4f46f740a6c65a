"""What became of a question, in one word: what evaluators sort and look through cases by."""

from enum import StrEnum

from evals.cases import Item
from evals.catalogue import Metric
from evals.records import AnswerRecord, ScoreRecord


class Outcome(StrEnum):
    """The gravest thing that can be said about an answer, gravest first; `right` when there is none."""

    NO_ANSWER = "no_answer"
    """The question failed: it is in no figure."""
    FALSE_ANSWER = "false_answer"
    """Answered, where only declining is right."""
    STATES_AN_ERROR = "states_an_error"
    """Says something that shows a wrong answer."""
    FALSE_REFUSAL = "false_refusal"
    """Declined, where only an answer is right."""
    FACTS_MISSING = "facts_missing"
    OTHER_KIND = "other_kind"
    """The wrong kind of answer: asked back, or declined for another reason than the right one."""
    RIGHT = "right"
    NOT_SCORED = "not_scored"


def outcome_of(item: Item, record: AnswerRecord, score: ScoreRecord | None) -> Outcome:
    """What became of this question."""
    if record.failure or record.answer is None:
        return Outcome.NO_ANSWER
    if score is None or Metric.RIGHT not in score.values:
        return Outcome.NOT_SCORED
    signs = {
        Outcome.FALSE_ANSWER: score.values.get(Metric.FALSE_ANSWER) == 1,
        Outcome.STATES_AN_ERROR: bool(score.forbidden),
        Outcome.FALSE_REFUSAL: score.values.get(Metric.FALSE_REFUSAL) == 1,
        Outcome.OTHER_KIND: record.answer.status not in item.expected,
        Outcome.FACTS_MISSING: bool(score.missing),
    }
    found = (outcome for outcome, is_so in signs.items() if is_so)
    return next(found, Outcome.RIGHT)
