"""A stream of text cut into sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.generation.sentences import LONGEST, sentences, without_thoughts


def cut(text: str, size: int = 3) -> list[str]:
    return list(sentences(text[i : i + size] for i in range(0, len(text), size)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("甲です[1]。乙です[2]。", ["甲です[1]。", "乙です[2]。"], id="marks before the stop"),
        pytest.param("甲です。[1][2]乙です。[3]", ["甲です。[1][2]", "乙です。[3]"], id="marks behind the stop"),
        pytest.param("A is so [1]. B is so [12].", ["A is so [1].", " B is so [12]."], id="English"),
        pytest.param("A is so. [1] B is so. [2]", ["A is so. [1]", " B is so. [2]"], id="English, marks behind"),
        pytest.param("- 甲[1]\n- 乙[2]", ["- 甲[1]\n", "- 乙[2]"], id="a list"),
        pytest.param("約3.5倍です。次", ["約3.5倍です。", "次"], id="a decimal point is no end"),
        pytest.param("see http://a.example/?q=1 now", ["see http://a.example/?q=1 now"], id="an address is not cut"),
        pytest.param("甲", ["甲"], id="no end at all"),
        pytest.param("", [], id="nothing"),
    ],
)  # fmt: skip
def test_cutting(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize("size", [1, 2, 5, 100])
def test_thoughts_are_left_out_however_they_arrive(size: int) -> None:
    assert (
        "".join(cut("<think>甲です[1]。</think>乙です[2]。丙です[3]。", size))
        == "乙です[2]。丙です[3]。"
    )


def test_a_thought_that_never_ends_is_no_answer() -> None:
    assert "".join(cut("<think>甲です[1]。乙です[2]。")) == ""


def test_what_is_no_thought_does_not_wait() -> None:
    arriving = iter(["甲", "乙<thi", "nk>丙", "丁</thin", "king>戊", "己 < 3"])
    assert list(filter(None, without_thoughts(arriving))) == ["甲", "乙戊", "己 < 3"]


def test_a_smaller_sign_is_no_thought() -> None:
    assert "".join(cut("3 < 5 です[1]。")) == "3 < 5 です[1]。"


def test_a_model_that_does_not_stop_is_stopped() -> None:
    read = "".join(sentences("あ" * 1000 for _ in range(10_000)))
    assert LONGEST <= len(read) <= LONGEST + 1000


@given(st.text(alphabet="あい。.!? \n[]123ab-", max_size=80), st.integers(1, 9))
def test_nothing_is_lost_and_nothing_added(text: str, size: int) -> None:
    assert "".join(cut(text, size)) == text
