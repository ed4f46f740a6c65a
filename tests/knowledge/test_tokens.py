"""Words of Japanese and English text."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.tokens import is_japanese, proper_nouns, tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("  \n\t ", [], id="white-space"),
        pytest.param("、。！？（）", [], id="only-signs"),
        pytest.param("のはがをに", [], id="only-particles"),
        pytest.param("How do we?", [], id="only-question-words"),
        pytest.param("mobile shops", ["mobil", "shop"], id="english-stems"),
        pytest.param(
            "１，２００円 1,200", ["円", "1200", "1200"], id="numbers-without-their-commas"
        ),
        pytest.param("ＳＣ sc", ["sc", "sc"], id="one-case-and-one-width"),
    ],
)
def test_content_words(text: str, expected: list[str]) -> None:
    assert tokenise(text) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("買物支援", {"買い物", "支援"}, id="a-compound-in-its-parts"),
        pytest.param("移動販売の車", {"移動", "販売", "車"}, id="without-particles"),
        pytest.param("ﾊﾞｽに乗る", {"バス", "乗る"}, id="half-width-kana"),
        pytest.param("高齢者向けのmobile shop", {"高齢", "mobil", "shop"}, id="both-languages"),
    ],
)
def test_japanese_words(text: str, words: set[str]) -> None:
    assert words <= set(tokenise(text))


def test_different_spellings_are_one_word() -> None:
    assert set(tokenise("買物")) & set(tokenise("買い物"))
    assert set(tokenise("引っ越し")) & set(tokenise("引越し"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "買い物に困る高齢者の移動を支える。" * 6000, id="a-hundred-thousand-characters"
        ),
        pytest.param("𠮷" * 40_000, id="four-bytes-each"),
        pytest.param("\ufdfa" * 5_000, id="characters-that-grow-when-normalised"),
    ],
)
def test_texts_longer_than_the_tokenizer_takes(text: str) -> None:
    once = set(tokenise(text[:2000]))
    assert once <= set(tokenise(text))


def test_nothing_of_a_long_text_is_dropped() -> None:
    text = "".join(f"{word}がある。" * 3000 for word in ("買い物", "移動", "支援", "配食"))
    words = tokenise(text)
    for word in ("買い物", "移動", "支援", "配食"):
        assert 2990 <= words.count(word) <= 3000


@given(text=st.text(alphabet=st.characters(), max_size=80))
def test_no_text_is_refused(text: str) -> None:
    words = tokenise(text)
    assert all(words)
    assert tokenise(text) == words


@given(text=st.text(alphabet="買い物移動販売車高齢者のはが。 abcd12", max_size=60))
def test_width_and_case_make_no_difference(text: str) -> None:
    wide = "".join(chr(ord(ch) + 0xFEE0) if "!" <= ch <= "~" else ch for ch in text)
    assert tokenise(wide) == tokenise(text) == tokenise(text.upper())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("\ud800", []), ("買い物\udfffを", ["買い物"]), ("\x00買い物", ["買い物"])],
    ids=["half-a-surrogate-pair", "another-within-words", "a-null"],
)
def test_broken_characters_do_no_harm(text: str, expected: list[str]) -> None:
    assert tokenise(text) == expected


def test_threads_do_not_disturb_each_other() -> None:
    texts = [
        f"{place}で移動販売と見守りを{number}年続けた"
        for number, place in enumerate(["豊明市", "行田市", "王寺町", "雲南市"] * 10)
    ]
    alone = [tokenise(text) for text in texts]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(tokenise, texts * 5))
    assert together == alone * 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("買い物", True, id="japanese"),
        pytest.param("ｱｲｳ", False, id="half-width-kana-before-normalising"),
        pytest.param("SC とは", True, id="mixed"),
        pytest.param("sanpuku kyōsō", False, id="latin-with-marks"),
        pytest.param("123、", False, id="signs-and-digits"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_is_japanese(text: str, expected: bool) -> None:
    assert is_japanese(text) is expected


def test_proper_nouns_stand_where_they_stand() -> None:
    text = "愛知県に住む山田さん"
    found = proper_nouns(text)
    assert [(noun.text, noun.is_person) for noun in found] == [("愛知県", False), ("山田", True)]
    assert all(text[noun.start : noun.end] == noun.text for noun in found)


def test_proper_nouns_of_a_long_text_keep_their_places() -> None:
    text = "あ" * 12_500 + "。山田さん"
    [noun] = [noun for noun in proper_nouns(text) if noun.is_person]
    assert text[noun.start : noun.end] == "山田"
