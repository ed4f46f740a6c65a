"""Agreement, by hand."""

import pytest

from evals.grading.agreement import agreement, mean_grades, preferences
from evals.grading.rubric import Criterion, Preference
from tests.evals.grading.samples import compared, graded, new_task


def test_kappa_and_alpha_by_hand() -> None:
    # Grades (0,0), (3,3), (0,3), (3,3): the squares' weights are 0 and 9.
    # Kappa: observed disagreement 1/4; expected 2/4 × 3/4 + 2/4 × 1/4 = 1/2 → 1 − 1/2.
    pairs = [(0, 0), (3, 3), (0, 3), (3, 3)]
    grades = [
        graded(f"t{number}", grader, {Criterion.CORRECT: pair[side]})
        for number, pair in enumerate(pairs)
        for side, grader in enumerate(("ken", "mari"))
    ]
    held = agreement(grades)[Criterion.CORRECT]
    assert held.answers == 4
    assert held.kappa == pytest.approx(0.5)
    # Alpha: 8 values, 3 noughts and 5 threes; observed 2/8; expected 2 × 3 × 5 / (8 × 7).
    assert held.alpha == pytest.approx(1 - (2 / 8) / (30 / 56))


def test_grades_that_never_vary_prove_nothing() -> None:
    grades = [graded(f"t{number}", grader) for number in range(3) for grader in ("ken", "mari")]
    held = agreement(grades)[Criterion.CITED]
    assert (held.kappa, held.alpha, held.answers) == (None, None, 3)


def test_one_grader_is_no_agreement() -> None:
    held = agreement([graded("t1", "ken", {Criterion.CITED: 0}), graded("t2", "ken")])
    assert held[Criterion.CITED].answers == 0
    assert held[Criterion.CITED].alpha is None


def test_grades_are_unblinded_by_run() -> None:
    tasks = [new_task("t1", run="a", against="b"), new_task("t2", run="b", against="a")]
    grades = [
        compared("t1", "ken", Preference.LEFT),
        compared("t2", "ken", Preference.LEFT),
        compared("t2", "mari", Preference.RIGHT),
        compared("t1", "mari", Preference.TIE),
    ]
    assert preferences(grades, tasks) == {"a": 2, "b": 1, "tie": 1}
    assert mean_grades(grades, tasks)["a"][Criterion.CORRECT] == 2
