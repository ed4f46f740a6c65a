"""Slips of the keyboard are put right; other words are left alone."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.spelling import Spelling

_SAID = (
    "The mobile shop and its platinum support service keep municipal staff busy in startup training.",
)
_NAMES = (
    "豊明市",
    "埼玉県",
    "埼玉",
    "行田市",
    "チョイソコ",
    "ヤクルト",
    "Saitama",
    "Toyoake",
    "Matsudo",
)


def nothing_else(words: Sequence[str]) -> list[bool]:
    return [word == "uekawa" for word in words]


SPELLING = Spelling(_SAID, _NAMES, nothing_else)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("platnum suport servise", "platinum support service", id="letters left out"),
        pytest.param("statup training", "startup training", id="left out rather than mixed up"),
        pytest.param("municpial staff", "municipal staff", id="letters swapped"),
        pytest.param("how many in Saitma", "how many in Saitama", id="a name keeps its capital"),
        pytest.param("チョイソゴの料金", "チョイソコの料金", id="a name in katakana"),
        pytest.param("とよあけしの取組", "豊明市の取組", id="a name in kana"),
        pytest.param("さいたまの県庁", "埼玉の県庁", id="a prefecture in kana"),
    ],
)
def test_a_slip_is_put_right(typed: str, meant: str) -> None:
    assert SPELLING.corrected(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("Matsuda", id="another name that differs by a letter"),
        pytest.param("matsuda", id="the same in small letters"),
        pytest.param("Noto and Uber", id="short names"),
        pytest.param("a mobility ship", id="other English words"),
        pytest.param("さいたま市の配食", id="a city that is written in kana"),
        pytest.param("チョイス、レストラン", id="other Japanese words"),
        pytest.param("カタカナゴゴゴゴ", id="what is like nothing"),
        pytest.param("platnum.suport@example.jp", id="addresses"),
        pytest.param("uekawa", id="words of added documents"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_words_are_left_alone(typed: str) -> None:
    assert SPELLING.corrected(typed) == typed


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    corrected = SPELLING.corrected(text)
    assert SPELLING.corrected(corrected) == corrected


def test_what_the_documents_say_stays() -> None:
    for text in (*_SAID, *_NAMES):
        assert SPELLING.corrected(text) == text


def by_sound(latin: str) -> str | None:
    return {"Minatomachi": "港町", "Shiokaze": "しおかぜ", "Saitama": "再玉"}.get(latin)


READING = Spelling(_SAID, _NAMES, nothing_else, by_sound)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("Minatomachi's mobile shop", "港町's mobile shop", id="a name"),
        pytest.param(
            "in Minato Town today", "in 港町 today", id="a place with its kind translated"
        ),
        pytest.param("Saitama and Toyoake", "Saitama and Toyoake", id="names that entries have"),
        pytest.param("minatomachi", "minatomachi", id="small letters are no name"),
        pytest.param("Minato Bank", "Minato Bank", id="another name"),
    ],
)
def test_a_name_in_latin_letters_is_read_as_an_added_document_writes_it(
    typed: str, meant: str
) -> None:
    assert READING.corrected(typed) == meant
