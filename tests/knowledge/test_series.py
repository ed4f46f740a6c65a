"""Places in a series, and what a text has to do with those that are asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.series import Bearing, Place, bearing, places_in_series


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ステップ２の目標は？", {("step", 2)}, id="full width"),
        pytest.param("What comes after step 2?", {("step", 2)}, id="English"),
        pytest.param("the second study group meeting", {("meeting", 2)}, id="in words"),
        pytest.param("第3回協議会の議事録", {("meeting", 3)}, id="a meeting"),
        pytest.param("第二章 移動", {("chapter", 2)}, id="Chinese numerals"),
        pytest.param("Q10〜Q12の答え", {("question", n) for n in (10, 11, 12)}, id="a range"),
        pytest.param("Steps 1, 2 and 3", {("step", n) for n in (1, 2, 3)}, id="several"),
        pytest.param("ステップ1-2：支援", {("step", 1)}, id="a part of a step"),
        pytest.param("3段階の支援", set(), id="a number of steps is no step"),
        pytest.param("the next four steps", set(), id="nor is it in English"),
        pytest.param("A company's first step", set(), id="a first step is anybody's"),
        pytest.param("代表1名、地図2枚", set(), id="a part of another word"),
        pytest.param("FAQ2024", set(), id="letters of a name"),
    ],
)
def test_places(text: str, expected: set[Place]) -> None:
    assert places_in_series(text) == expected


@pytest.mark.parametrize(
    ("title", "question", "expected"),
    [
        ("Step 2: the first service", "What is step 2 for?", Bearing.JUST_THESE),
        ("ステップ2：最初のサービス", "What is step 2 for?", Bearing.JUST_THESE),
        ("Step 3: more of them", "What is step 2 for?", Bearing.ANOTHER),
        ("Steps 1 to 3 side by side", "What is step 2 for?", Bearing.OPEN),
        ("Level 3", "What is step 2 for?", Bearing.OPEN),
        ("Step 3: more of them", "What are the steps?", Bearing.OPEN),
        ("Step 3: more of them", "From step 2 to step 3?", Bearing.JUST_THESE),
    ],
)
def test_what_a_title_is_about(title: str, question: str, expected: Bearing) -> None:
    assert bearing(title, places_in_series(question)) is expected


@given(st.text(max_size=200))
def test_any_text_has_places_from_nought_to_ninety_nine(text: str) -> None:
    assert all(0 <= number <= 99 for _, number in places_in_series(text))


@given(st.integers(1, 60), st.integers(0, 30))
def test_a_range_names_what_lies_between(first: int, more: int) -> None:
    found = places_in_series(f"steps {first} to {first + more}")
    assert found == {("step", n) for n in range(first, first + more + 1)}
