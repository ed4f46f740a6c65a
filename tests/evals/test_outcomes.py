"""What became of a question, in one word."""

import pytest

from assistant.contract import Status
from evals.cases import Item, Kind
from evals.outcomes import Outcome, outcome_of
from evals.records import AnswerRecord
from evals.scoring import Observation, score
from tests.evals.builders import make_answer, make_item, make_record

DECLINED = make_answer("資料にありません。", citations=(), status=Status.NOT_IN_SOURCES)
TO_DECLINE = make_item(
    kind=Kind.UNANSWERABLE, facts=(), expected=frozenset({Status.NOT_IN_SOURCES})
)


@pytest.mark.parametrize(
    ("item", "record", "expected"),
    [
        pytest.param(make_item(), make_record(), Outcome.RIGHT, id="all facts"),
        pytest.param(make_item(facts=(("99台",),)), make_record(), Outcome.FACTS_MISSING, id="a fact is missing"),
        pytest.param(make_item(), make_record(answer=DECLINED), Outcome.FALSE_REFUSAL, id="declined, though the documents say it"),
        pytest.param(TO_DECLINE, make_record(), Outcome.FALSE_ANSWER, id="answered, though they do not"),
        pytest.param(TO_DECLINE, make_record(answer=DECLINED), Outcome.RIGHT, id="rightly declined"),
        pytest.param(make_item(must_not=("棲み分け",)), make_record(), Outcome.STATES_AN_ERROR, id="states an error and all facts"),
        pytest.param(
            make_item(kind=Kind.NEUTRALITY, facts=(), expected=frozenset({Status.NEUTRALITY})),
            make_record(answer=DECLINED), Outcome.OTHER_KIND, id="declined for another reason",
        ),
        pytest.param(make_item(), make_record(failure="timed out"), Outcome.NO_ANSWER, id="no answer is not a wrong one"),
    ],
)  # fmt: skip
def test_the_gravest_thing_is_told(item: Item, record: AnswerRecord, expected: Outcome) -> None:
    assert outcome_of(item, record, score(Observation(item, record, {}))) is expected


def test_an_answer_without_a_score_is_not_judged() -> None:
    assert outcome_of(make_item(), make_record(), None) is Outcome.NOT_SCORED
