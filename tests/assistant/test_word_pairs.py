"""Which words come together tells what is answered."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.word_pairs import PLACES, WordPairs, places_of
from assistant.word_pairs_training import train_word_pairs

SUBJECTS = [f"town{n}" for n in range(20)]
ASPECTS = [f"aspect{n}" for n in range(20)]


def is_told(subject: str, aspect: str) -> bool:
    """Half of what is asked of each town, another half of each."""
    return (SUBJECTS.index(subject) + ASPECTS.index(aspect)) % 2 == 0


@pytest.fixture(scope="module")
def learned() -> WordPairs:
    asked = list(product(SUBJECTS, ASPECTS))
    return train_word_pairs([list(words) for words in asked], [is_told(*words) for words in asked])


def test_pairs_are_learned_where_no_word_alone_tells(learned: WordPairs) -> None:
    right = [
        (learned.log_odds([subject, aspect, "how"]) > 0) == is_told(subject, aspect)
        for subject, aspect in product(SUBJECTS, ASPECTS)
    ]
    assert sum(right) / len(right) >= 0.95


def test_a_question_without_words_has_the_odds_of_all(learned: WordPairs) -> None:
    assert learned.log_odds([]) == learned.bias


@given(st.lists(st.text(), max_size=60))
def test_places_do_not_depend_on_order_or_repetition(words: list[str]) -> None:
    places = places_of(words)
    assert places == places_of([*reversed(words), *words])
    assert len(set(places)) == len(places)
    assert all(0 <= place < PLACES for place in places)


def test_a_long_question_has_a_bounded_number_of_places() -> None:
    assert len(places_of([f"word{n}" for n in range(500)])) <= 40 + 40 * 39 // 2
