"""What of a message asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.asking_part import asking_part
from knowledge.documents import LANGUAGES, Language


@pytest.mark.parametrize(
    ("language", "message", "asks"),
    [
        ("en", "What does the ride cost in Nagano?", "What does the ride cost in Nagano?"),
        ("en", "I work in Nagano. What does the ride cost?", "What does the ride cost?"),
        ("en", "I work in Nagano; what does the ride cost?", "what does the ride cost?"),
        ("en", "For a talk in Kobe this year: who runs the gym?", "who runs the gym?"),
        ("en", "As a clerk in Oita, which forms do I need?", "which forms do I need?"),
        ("en", "ride fares in Nagano", "ride fares in Nagano"),
        ("ja", "長野の小さな町ですが、運賃はいくらですか", "運賃はいくらですか"),
        ("ja", "来月、社内で説明するので、始まりを教えてください", "始まりを教えてください"),
        ("ja", "松本市で働いています。運賃はいくらですか？", "運賃はいくらですか？"),
        ("ja", "松本市の運賃はいくらですか？", "松本市の運賃はいくらですか？"),
        ("ja", "運賃", "運賃"),
    ],
)
def test_a_situation_is_left_out(language: Language, message: str, asks: str) -> None:
    assert asking_part(message, language) == asks


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_nothing_is_added_and_all_stays_in_order(message: str, language: Language) -> None:
    letters = iter("".join(message.split()))
    assert all(letter in letters for letter in "".join(asking_part(message, language).split()))
