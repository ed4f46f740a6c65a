"""Figures in every way of writing them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.verification.figures import figures_of, unsupported_figures


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("全国百二十自治体", 120, id="kanji"),
        pytest.param("三十万人", 300_000, id="kanji with a scale"),
        pytest.param("二千三百円", 2300, id="kanji in thousands"),
        pytest.param("６６自治体", 66, id="full width"),
        pytest.param("28万人", 280_000, id="digits with a scale"),
        pytest.param("3割", 30, id="tenths as per cent"),
        pytest.param("令和7年", 2025, id="an era's year"),
        pytest.param("令和元年", 2019, id="an era's first year"),
        pytest.param("twenty-five municipalities", 25, id="words in English"),
        pytest.param("three hundred people", 300, id="hundreds in English"),
        pytest.param("July 2024", 7, id="a month"),
    ],
)
def test_a_figure_is_read(text: str, value: int) -> None:
    assert Decimal(value) in {figure.value for figure in figures_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "一人ひとりに合わせて",
        "一部の地域",
        "第三者の目",
        "数百円程度",
        "十分な説明",
        "三重県の例",
        "one of them",
    ],
)
def test_words_that_only_look_like_figures(text: str) -> None:
    assert figures_of(text) == frozenset()


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        pytest.param("66の自治体です", "全国66自治体で走る", id="a unit with の"),
        pytest.param("30%です", "3割です", id="per cent and tenths"),
        pytest.param("2025年です", "令和7年です", id="Western and era year"),
        pytest.param("令和7年です", "2025年です", id="era and Western year"),
        pytest.param("5か所", "5ヶ所", id="ways to write か所"),
        pytest.param("10名", "10人", id="two words for people"),
        pytest.param("3者の協定", "三者の協定", id="digits and kanji"),
        pytest.param("twice as many", "2倍になった", id="twice in two languages"),
        pytest.param("half of the cost", "費用の半分", id="half in two languages"),
        pytest.param("66 municipalities", "全国66自治体", id="units in two languages"),
        pytest.param("In 29 municipalities with 31 vehicles", "31 vehicles in 29 municipalities", id="another order"),
        pytest.param("in July 2024", "2024年7月", id="a month in two languages"),
        pytest.param("No figures here", "none", id="nothing to support"),
    ],
)  # fmt: skip
def test_the_same_in_other_words(sentence: str, evidence: str) -> None:
    assert unsupported_figures(sentence, evidence) == []


@pytest.mark.parametrize(
    ("sentence", "evidence"),
    [
        pytest.param("31自治体で29台", "29自治体で31台", id="swapped counters"),
        pytest.param("29 vehicles", "31 vehicles in 29 municipalities", id="swapped counts"),
        pytest.param("66万人", "66自治体", id="a scale added"),
        pytest.param("百円", "数百円", id="some hundreds are not a hundred"),
        pytest.param("倍増した", "増えた", id="a multiple added"),
        pytest.param("大半が参加した", "一部が参加した", id="some made most"),
        pytest.param("March 2024", "three parties agreed in July 2024", id="a month is no count"),
        pytest.param("2019年", "2024年", id="another year"),
        pytest.param("7.5%", "75%", id="a decimal point"),
        pytest.param("thirty people", "thirteen people", id="similar words"),
    ],
)
def test_what_the_evidence_does_not_count(sentence: str, evidence: str) -> None:
    assert unsupported_figures(sentence, evidence)


@given(st.integers(2, 99_999), st.sampled_from(["人", "台", "自治体", "か所", "件"]))
def test_every_count_is_supported_by_itself_and_by_no_other(count: int, unit: str) -> None:
    assert unsupported_figures(f"全部で{count:,}{unit}です", f"合計{count}{unit}") == []
    assert unsupported_figures(f"全部で{count}{unit}です", f"合計{count + 1}{unit}")
