"""How many of its words a question shares with known ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.shared_words import shared_words

WORDS = st.lists(st.text("abcdef", min_size=1, max_size=2), max_size=6)


def test_by_hand() -> None:
    known = shared_words([["bus", "fare"], ["bus", "route"]])
    # bus stands in both questions, fare and route in one: log(1 + 2/3) and log(1 + 2/2).
    bus, rare = np.log(1 + 2 / 3), np.log(2)
    length = np.hypot(bus, rare)
    found = known.with_each(["bus", "fare"])
    assert found == pytest.approx([1, bus**2 / length**2])


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    known = shared_words([["how", "fare"], ["how", "route"], ["how", "stop"], ["how", "time"]])
    fare, *others = known.with_each(["fare", "how"])
    assert fare > 0.99
    assert max(others) < 0.3


def test_words_that_nobody_knows_make_a_question_less_like_the_known_ones() -> None:
    known = shared_words([["bus", "fare"]])
    assert known.with_each(["bus", "fare", "moon"])[0] < known.with_each(["bus", "fare"])[0]


def test_nothing_in_common_is_nothing() -> None:
    known = shared_words([["bus"], []])
    assert known.with_each([]).tolist() == [0, 0]
    assert known.with_each(["moon"]).tolist() == [0, 0]


@given(st.lists(WORDS, min_size=1, max_size=8), WORDS)
def test_shares_are_shares_and_order_and_repetition_do_not_matter(
    questions: list[list[str]], asked: list[str]
) -> None:
    known = shared_words(questions)
    found = known.with_each(asked)
    assert found.shape == (len(questions),)
    assert np.all((found >= 0) & (found <= 1 + 1e-6))
    assert known.with_each([*reversed(asked), *asked]) == pytest.approx(found)


@given(st.lists(WORDS, min_size=1, max_size=8))
def test_a_question_is_all_like_itself(questions: list[list[str]]) -> None:
    known = shared_words(questions)
    for place, words in enumerate(questions):
        assert known.with_each(words)[place] == pytest.approx(1 if words else 0, abs=1e-5)
