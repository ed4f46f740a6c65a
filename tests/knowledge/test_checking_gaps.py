"""Each rule for gaps, with a gap that breaks it, and likeness of wordings."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.checking.check import check_knowledge
from knowledge.checking.gap_form import check_gaps
from knowledge.checking.likeness import NEARLY_EQUAL, Wording, letter_groups, nearly_equal
from knowledge.documents import Bilingual
from knowledge.gaps import Ask, Gap
from tests.knowledge.samples import corpus, entry, write_files
from tests.knowledge.test_check_report import knowledge  # noqa: F401  # a fixture

CORPUS = corpus(entry())
FARE = Gap(
    id="shops/fare",
    missing=Bilingual("移動販売の手数料", "what the mobile shop charges on top"),
    near=("guide-2026/mobile-shop",),
    ask=Ask.OPERATOR,
    questions=(
        "移動販売は店より高いですか", "手数料はいくら", "値段の上乗せ",
        "Does the mobile shop charge more than the store?", "How much is the うえたん号 surcharge?",
    ),
)  # fmt: skip


def rules(**changed: Any) -> list[str]:
    return [finding.rule for finding in check_gaps([replace(FARE, **changed)], CORPUS)]


def test_a_sound_gap_has_no_finding() -> None:
    assert rules() == []


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        pytest.param({"near": ("guide-2026/nowhere",)}, "link", id="near-to-nothing"),
        pytest.param({"missing": Bilingual("the fare", "the fare")}, "language", id="no-japanese"),
        pytest.param({"missing": Bilingual("運賃", "いくらかかるか")}, "language", id="no-english"),
        pytest.param({"questions": FARE.questions[:4]}, "questions", id="one-in-english"),
        pytest.param({"questions": FARE.questions[2:]}, "questions", id="two-in-japanese"),
        pytest.param(
            {"questions": (*FARE.questions, "買い物に行けない人が居ます", "買い物に行けない人がいます。")},
            "answered", id="an-entry-has-the-question",
        ),
    ],
)  # fmt: skip
def test_a_broken_gap_is_found_by_its_rule(changed: dict[str, Any], rule: str) -> None:
    assert set(rules(**changed)) == {rule}


def test_a_question_that_stands_twice_is_found() -> None:
    twice = (*FARE.questions, "手数料は いくら？")
    assert rules(questions=twice) == ["questions", "questions"]


def test_the_whole_check_looks_at_gaps(knowledge: Path, tmp_path: Path) -> None:  # noqa: F811
    gap = """\
- id: fare
  missing: {ja: 運賃, en: the fare}
  near: [guide-2026/nowhere]
  ask: operator
  questions: {ja: [一つ目, 二つ目, 三つ目], en: [What is the fare?, How much is it?]}
"""
    report = check_knowledge(write_files(knowledge, {"gaps/shops.yaml": gap}), tmp_path)
    assert report.gaps == 1
    assert [str(finding) for finding in report.findings] == [
        "gaps/shops/fare: link: guide-2026/nowhere is not an entry"
    ]
    assert not report.holds


def near(first: str, second: str) -> bool:
    return bool(list(nearly_equal([Wording("a", first)], [Wording("b", second)])))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param("うえたん号はいつ？", "ｳｴﾀﾝ号 はいつ", False, id="another-script"),
        pytest.param("How many people use it?", "how many people use it", True, id="punctuation"),
        pytest.param("移動販売の車は市内を何台走っていますか", "移動販売の車は市内を何台走っていますかね", True, id="one-letter"),
        pytest.param("How many people use the meals?", "How many people used the meals in 2024?", False, id="a-year-more"),
        pytest.param("値段", "値段", True, id="shorter-than-a-group"),
        pytest.param("値段", "段値", False, id="short-and-another"),
        pytest.param("？", "！", False, id="no-letters"),
    ],
)  # fmt: skip
def test_nearly_equal(first: str, second: str, expected: bool) -> None:
    assert near(first, second) is expected


@given(
    st.text(alphabet="あいうえおかきabc ", max_size=12),
    st.text(alphabet="あいうえおかきabc ", max_size=12),
)
def test_the_short_cut_finds_what_comparing_all_would(first: str, second: str) -> None:
    ours, theirs = letter_groups(first), letter_groups(second)
    alike = bool(ours) and 2 * len(ours & theirs) >= NEARLY_EQUAL * (len(ours) + len(theirs))
    assert near(first, second) is alike
