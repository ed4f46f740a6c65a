"""Names in Latin letters as they sound."""

import pytest

from knowledge.romanisation import in_katakana


@pytest.mark.parametrize(
    ("latin", "kana"),
    [
        pytest.param("Hanako", "ハナコ", id="plain syllables"),
        pytest.param("Tokushima", "トクシマ", id="syllables that are written otherwise"),
        pytest.param("Kyoto", "キョト", id="contracted, and short as it is written"),
        pytest.param("Kenta", "ケンタ", id="n before a consonant"),
        pytest.param("Shimbashi", "シンバシ", id="m before b"),
        pytest.param("Nippon", "ニッポン", id="a double consonant"),
        pytest.param("Matcha", "マッチャ", id="t before ch"),
        pytest.param("Sat\u014d", "サト", id="a mark of length"),
    ],
)
def test_a_japanese_word_is_read(latin: str, kana: str) -> None:
    assert in_katakana(latin) == kana


@pytest.mark.parametrize("word", ["Care", "Smith", "Lawson", "Q9", ""])
def test_other_words_are_not(word: str) -> None:
    assert in_katakana(word) == ""
