"""Intervals and paired tests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.bootstrap import estimate, paired_difference

shares = st.lists(st.floats(0, 1), min_size=1, max_size=40)


def test_a_constant_has_no_width_and_nothing_has_no_estimate() -> None:
    measured = estimate([0.5] * 20)
    assert measured is not None
    assert (measured.mean, measured.low, measured.high, measured.count) == (0.5, 0.5, 0.5, 20)
    assert estimate([]) is None


def test_the_width_is_that_of_a_share() -> None:
    # 80 of 100: standard error 0.04, so about 0.72 to 0.88.
    measured = estimate([1.0] * 80 + [0.0] * 20)
    assert measured is not None
    assert measured.low == pytest.approx(0.72, abs=0.02)
    assert measured.high == pytest.approx(0.88, abs=0.02)


@given(shares)
def test_the_mean_lies_within_and_the_same_values_give_the_same(values: list[float]) -> None:
    measured = estimate(values, resamples=200)
    assert measured is not None
    assert measured.low - 1e-9 <= measured.mean <= measured.high + 1e-9
    assert estimate(values, resamples=200) == measured


def test_a_clear_gain_is_significant_and_chance_is_not() -> None:
    gained = paired_difference([0.0] * 15 + [1.0] * 25, [1.0] * 12 + [0.0] * 3 + [1.0] * 25)
    assert gained is not None
    assert gained.mean == pytest.approx(0.3)
    assert gained.is_significant
    chance = paired_difference([0.0, 1.0] * 20, [1.0, 0.0] * 19 + [1.0, 1.0])
    assert chance is not None
    assert not chance.is_significant


def test_pairing_sees_what_two_separate_means_would_miss() -> None:
    before = [index / 100 for index in range(100)]
    after = [value + 0.01 for value in before]
    paired = paired_difference(before, after)
    assert paired is not None
    assert paired.is_significant


@pytest.mark.parametrize(("pairs", "is_shown"), [(1, False), (5, False), (6, True)])
def test_a_handful_of_questions_shows_nothing_even_when_all_got_better(
    pairs: int, is_shown: bool
) -> None:
    gained = paired_difference([0.0] * pairs, [1.0] * pairs)
    assert gained is not None
    assert gained.is_significant is is_shown
    assert gained.p_value == 2.0 ** (1 - pairs)


def test_no_difference_is_certain_of_nothing() -> None:
    same = paired_difference([0.5, 1.0], [0.5, 1.0])
    assert same is not None
    assert (same.mean, same.p_value) == (0.0, 1.0)
    assert paired_difference([], []) is None


def test_pairs_must_match() -> None:
    with pytest.raises(ValueError, match="argument 2"):
        paired_difference([1.0], [])
