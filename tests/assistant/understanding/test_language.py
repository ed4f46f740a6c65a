"""The language of a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.language import language_of


@pytest.mark.parametrize(
    "question",
    [
        "産福共創とは何ですか",
        "SCのKPIは",
        "チョイソコ",
        "KPIの設定方法を教えてください",
        "Choisokoはどこで走っていますか",
        "METIの資料のURLは？",
        "AIとIoTとDXの違い",
        "産福共創",
        "？",
        "123",
    ],
)
def test_japanese_questions(question: str) -> None:
    assert language_of(question) == "ja"


@pytest.mark.parametrize(
    "question",
    [
        "What is sanpuku kyoso?",
        "What is 産福共創?",
        "How does チョイソコ work?",
        "Which towns use うえたん号 and why?",
        "What does 生活支援コーディネーター mean?",
        "KPI?",
        "how do we start",
        "Choisoko fares",
    ],
)
def test_english_questions(question: str) -> None:
    assert language_of(question) == "en"


@given(st.text(max_size=200))
def test_every_text_has_a_language(text: str) -> None:
    assert language_of(text) in ("ja", "en")


@given(st.text(alphabet="あいうえおかきくけこ見守買物支援、。", min_size=1, max_size=60))
def test_text_in_kana_and_kanji_is_japanese(text: str) -> None:
    assert language_of(text) == "ja"
