"""Names that are told apart."""

import pytest

from ui.distinct_names import distinct


@pytest.mark.parametrize(
    ("names", "told"),
    [
        pytest.param(["送迎", "見守り"], ["送迎", "見守り"], id="different names stay"),
        pytest.param(["送迎", "見守り", "送迎"], ["送迎1日", "見守り", "送迎3日"], id="longer"),
        pytest.param(
            ["送迎", "送迎1日", "送迎"],
            ["送迎1日（1）", "送迎1日（2）", "送迎3日"],
            id="longer is another one's name",
        ),
    ],
)
def test_a_name_that_repeats_is_told_longer(names: list[str], told: list[str]) -> None:
    longer = {at: f"{name}{at + 1}日" for at, name in enumerate(names)}
    assert list(distinct(dict(enumerate(names)), longer).values()) == told


def test_what_is_the_same_to_the_last_is_numbered() -> None:
    names = dict(enumerate(["送迎", "送迎（1）", "送迎"]))
    assert list(distinct(names).values()) == ["送迎（2）", "送迎（1）", "送迎（3）"]
