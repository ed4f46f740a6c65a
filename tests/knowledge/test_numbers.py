"""Numbers in either language come to one form."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.numbers import find_numbers, lenient_values, normalised, number_values

FULL_WIDTH = str.maketrans("0123456789,.", "０１２３４５６７８９，．")
COUNTS = st.integers(min_value=0, max_value=10**15)
DECIMALS = st.decimals(min_value=0, max_value=10**6, places=2, allow_nan=False)


def values(text: str) -> list[Decimal]:
    return [number.value for number in find_numbers(text)]


@given(count=COUNTS)
def test_a_number_is_the_same_in_every_dress(count: int) -> None:
    plain, grouped = str(count), f"{count:,}"
    for written in (plain, grouped, plain.translate(FULL_WIDTH), grouped.translate(FULL_WIDTH)):
        assert values(f"利用者は{written}人です。") == [count]
        assert values(f"It has {written} users.") == [count]


@given(value=DECIMALS)
def test_a_decimal_is_the_same_in_both_widths(value: Decimal) -> None:
    assert values(f"割合は{value}%") == [value]
    assert values(f"割合は{str(value).translate(FULL_WIDTH)}％") == [value]


@given(
    count=st.integers(min_value=1, max_value=9999),
    scale=st.sampled_from(
        [
            ("百", 100),
            ("千", 1000),
            ("万", 10**4),
            ("百万", 10**6),
            ("千万", 10**7),
            ("億", 10**8),
            ("兆", 10**12),
        ]
    ),
)
def test_a_japanese_scale_multiplies(count: int, scale: tuple[str, int]) -> None:
    word, times = scale
    [number] = find_numbers(f"約{count}{word}円の市場")
    assert number.value == count * times
    assert number.written == count


@given(
    value=st.decimals(min_value="0.1", max_value=999, places=1),
    scale=st.sampled_from([("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12)]),
    joint=st.sampled_from([" ", "-", ""]),
)
def test_an_english_scale_multiplies(value: Decimal, scale: tuple[str, int], joint: str) -> None:
    word, power = scale
    for written in (word, word.capitalize()):
        assert values(f"a market of {value}{joint}{written} yen") == [value * 10**power]


@given(
    chou=st.integers(1, 9999),
    oku=st.integers(1, 9999),
    man=st.integers(1, 9999),
    rest=st.integers(1, 9999),
)
def test_parts_of_one_number_are_joined(chou: int, oku: int, man: int, rest: int) -> None:
    expected = chou * 10**12 + oku * 10**8 + man * 10**4 + rest
    assert values(f"{chou}兆{oku:,}億{man}万{rest:,}円") == [expected]


@given(year=st.integers(2019, 2060), width=st.booleans())
def test_an_era_year_is_its_western_year(year: int, width: bool) -> None:
    reiwa = str(year - 2018).translate(FULL_WIDTH) if width else str(year - 2018)
    for written in (f"令和{reiwa}年度", f"令和 {reiwa} 年", f"Reiwa {reiwa}", f"R{reiwa}年"):
        assert Decimal(year) in number_values(written)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("令和元年", 2019, id="first-year-of-reiwa"),
        pytest.param("平成30年度", 2018, id="heisei"),
        pytest.param("Heisei 30", 2018, id="heisei-in-english"),
        pytest.param("H.29", 2017, id="a-letter-with-a-dot"),
        pytest.param("昭和50年代", 1975, id="showa"),
        pytest.param("'25年", 2025, id="short-year"),
        pytest.param("’３０年", 2030, id="short-year-in-full-width"),
        pytest.param("18 July 2025", 7, id="a-month-after-its-day"),
        pytest.param("July 18", 7, id="a-month-before-its-day"),
        pytest.param("in December 2024", 12, id="a-month-before-its-year"),
    ],
)
def test_dates_state_numbers_too(text: str, expected: int) -> None:
    assert Decimal(expected) in number_values(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2兆1,000億円", [2_100_000_000_000], id="trillions-and-hundred-millions"),
        pytest.param("2億5千万円", [250_000_000], id="ten-millions-after-hundred-millions"),
        pytest.param("1万2千人", [12_000], id="thousands-after-ten-thousands"),
        pytest.param("2千3百人", [2_300], id="hundreds-after-thousands"),
        pytest.param("28万人と280,000人", [280_000, 280_000], id="two-numbers"),
        pytest.param("3,5,7", [3, 5, 7], id="commas-of-a-list"),
        pytest.param("5・6年生", [5, 6], id="a-dot-between-two"),
        pytest.param("-28.4%", [Decimal("28.4")], id="a-sign-is-not-part"),
        pytest.param("①地域の②企業", [], id="circled-numbers-count-nothing"),
        pytest.param("3⑩", [3], id="a-circled-number-joins-nothing"),
        pytest.param("covid19 v2 B2B", [], id="digits-of-a-word"),
        pytest.param("1.2.3", [Decimal("1.2")], id="a-version-is-no-chain-of-numbers"),
        pytest.param("5 millionaires", [5], id="a-scale-within-a-word"),
        pytest.param("2千葉県", [2], id="a-place-is-no-scale"),
        pytest.param("2百貨店", [2], id="a-shop-is-no-scale"),
        pytest.param("10 km, 5 m", [10, 5], id="units"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_numbers_in_reading_order(text: str, expected: list[int]) -> None:
    assert values(text) == expected


def test_months_are_words_and_not_parts_of_words() -> None:
    assert number_values("The Mayor said that we may 5 times march") == {Decimal(5)}


@given(text=st.text(alphabet="0123456789０１２,.．万億兆千百年令和RH'①⑳ aMy月日人", max_size=30))
def test_positions_hold_the_number(text: str) -> None:
    plain = normalised(text)
    last = 0
    for number in find_numbers(text):
        assert last <= number.start < number.end <= len(plain)
        assert plain[number.start].isdigit()
        last = number.end


@given(text=st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert number_values(text) <= lenient_values(text)


def test_lenient_reading_finds_bare_digits() -> None:
    assert Decimal(66) in lenient_values("チョイソコ66自治体 2024 7月")
    assert Decimal(28) in lenient_values("28万人")
    assert Decimal(28) not in number_values("28万人")


@pytest.mark.parametrize("text", ["5 MİLLİON yen", "5 mıllıon yen", "５ ＭＩＬＬＩＯＮ yen"])
def test_an_i_with_another_dot_is_an_i(text: str) -> None:
    assert values(text) == [5_000_000]


@given(text=st.text(alphabet="ıİiI0123456789 RHSmlthondMaybrct令和年月", max_size=30))
def test_any_text_of_letters_that_look_alike_is_read(text: str) -> None:
    assert all(value >= 0 for value in number_values(text))
