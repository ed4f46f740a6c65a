"""Answered, asked back, declined."""

import pytest

from assistant.contract import Status
from evals.metrics.decisions import confusion, is_false_answer, is_false_refusal
from tests.evals.builders import make_item

TO_ANSWER = make_item("a")
TO_DECLINE = make_item("d", facts=(), expected=frozenset({Status.NOT_IN_SOURCES}))
EITHER = make_item("e", facts=(), expected=frozenset({Status.UNSAFE, Status.ANSWERED}))


def test_confusion_by_hand() -> None:
    decided = [
        (TO_ANSWER, Status.ANSWERED),
        (TO_ANSWER, Status.PARTIAL),
        (TO_ANSWER, Status.NOT_IN_SOURCES),
        (TO_ANSWER, Status.CLARIFICATION),
        (TO_DECLINE, Status.NOT_IN_SOURCES),
        (TO_DECLINE, Status.PARTIAL),
        (EITHER, Status.UNSAFE),
    ]
    matrix = confusion(decided)
    assert (matrix.answered_rightly, matrix.partly_rightly) == (1, 1)
    assert (matrix.answered_falsely, matrix.partly_falsely) == (0, 1)
    assert matrix.false_refusals == pytest.approx(1 / 4)
    assert matrix.false_answers == pytest.approx(1 / 2)


def test_declining_in_the_wrong_way_is_no_false_answer() -> None:
    assert is_false_answer(TO_DECLINE, Status.OUT_OF_SCOPE) is False
    assert is_false_answer(TO_DECLINE, Status.PARTIAL) is True


def test_asking_back_is_no_refusal() -> None:
    assert is_false_refusal(TO_ANSWER, Status.CLARIFICATION) is False
    assert is_false_refusal(TO_ANSWER, Status.NEUTRALITY) is True


def test_no_opinion_where_the_error_cannot_happen() -> None:
    assert is_false_answer(TO_ANSWER, Status.ANSWERED) is None
    assert is_false_refusal(TO_DECLINE, Status.NOT_IN_SOURCES) is None
    assert is_false_answer(EITHER, Status.ANSWERED) is None


def test_nothing_to_decline_leaves_the_rate_open() -> None:
    assert confusion([(TO_ANSWER, Status.ANSWERED)]).false_answers is None
