"""Facts in texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.metrics.facts import facts_found, facts_missing, forbidden_found, holds


@pytest.mark.parametrize(
    ("text", "fact", "expected"),
    [
        pytest.param("全国66自治体で運行", ("66自治体",), True, id="as written"),
        pytest.param("全国６６ 自治体で運行", ("66自治体",), True, id="full width and a space"),
        pytest.param("It runs in 66 Municipalities.", ("66自治体", "66 municipalities"), True, id="second alternative, other case"),
        pytest.param("全国166自治体で運行", ("66自治体",), False, id="end of a longer number"),
        pytest.param("会費は200円", ("200",), True, id="a bare number with its unit"),
        pytest.param("会費は2000円", ("200",), False, id="start of a longer number"),
        pytest.param("0.5%です", ("5%",), False, id="decimals of another number"),
        pytest.param("2,400円", ("400円",), False, id="behind a thousands mark"),
        pytest.param("1. 10回まで", ("10回",), True, id="behind a list number"),
        pytest.param("In 2024 66 municipalities", ("66 municipalities",), True, id="behind another number and a space"),
        pytest.param("移動\n販売", ("移動販売",), True, id="across a line end"),
    ],
)  # fmt: skip
def test_holds(text: str, fact: tuple[str, ...], expected: bool) -> None:
    assert holds(text, fact) is expected


def test_share_of_facts_by_hand() -> None:
    facts = (("66自治体",), ("200円", "200 yen"), ("月1回",))
    assert facts_found("66自治体で運行、運賃は200円", facts) == pytest.approx(2 / 3)
    assert facts_missing("66自治体で運行、運賃は200円", facts) == ("月1回",)


def test_no_facts_is_no_opinion() -> None:
    assert facts_found("何か", ()) is None


def test_another_documents_figure_is_found_as_forbidden() -> None:
    assert forbidden_found("全国90自治体で運行", ("90自治体", "66自治体")) == ("90自治体",)


@given(st.text(max_size=40), st.text(min_size=1, max_size=10))
def test_a_text_holds_each_of_its_words_of_letters(before: str, word: str) -> None:
    letters = "".join(letter for letter in word if letter.isalpha())
    if letters:
        assert holds(f"{before} {letters} {before}", (letters,))
