"""Names in Latin letters and in kana as they sound."""

import pytest

from knowledge.romanisation import in_katakana, in_latin, same_sound


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


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        pytest.param("ミナトマチ", "minatomachi", id="plain syllables"),
        pytest.param("しおかぜ", "shiokaze", id="hiragana"),
        pytest.param("ヒョウゴ", "hyogo", id="long and contracted"),
        pytest.param("マッチャ", "matcha", id="a stopped ch"),
        pytest.param("ニッポン", "nippon", id="a double consonant"),
        pytest.param("サーバー", "saba", id="a mark of length"),
        pytest.param("漢字", "", id="kanji"),
        pytest.param("ABC", "", id="Latin letters"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_kana_are_written_in_latin_letters(kana: str, latin: str) -> None:
    assert in_latin(kana) == latin


@pytest.mark.parametrize(
    "ways",
    [
        pytest.param(("Osaka", "Ōsaka", "Oosaka", "Ohsaka", "O-saka"), id="a long vowel"),
        pytest.param(("Shimbashi", "Shinbashi"), id="m and n"),
        pytest.param(("Minatomachi", "Minato-machi", "minato machi"), id="two words or one"),
    ],
)
def test_every_way_to_write_a_name_sounds_the_same(ways: tuple[str, ...]) -> None:
    assert len({same_sound(way) for way in ways}) == 1
