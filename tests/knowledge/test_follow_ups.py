"""What people are known to ask next: read from its files, and checked."""

from pathlib import Path
from typing import Any

import pytest

from knowledge.checking.known_question_form import check_known_questions
from knowledge.documents import Bilingual
from knowledge.errors import SourcesUnreadable
from knowledge.follow_ups import load_follow_ups
from knowledge.gaps import Ask, Gap, load_gaps
from knowledge.known_questions import KnownQuestion
from knowledge.settings import BUNDLED_KNOWLEDGE
from tests.knowledge.samples import corpus, entry

SHOP = "guide-2026/mobile-shop"
FARE = Gap("shops/fare", Bilingual("手数料", "the surcharge"), (SHOP,), Ask.OPERATOR, ())


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / "follow_ups" / name / "some.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return folder


def test_those_of_an_entry_are_answered_by_it(tmp_path: Path) -> None:
    folder = written(tmp_path, "answered", f"{SHOP}: {{ja: [週に何回？], en: [how often]}}")
    assert load_follow_ups(folder, ()) == (
        KnownQuestion("週に何回？", "ja", (SHOP,), True),
        KnownQuestion("how often", "en", (SHOP,), True),
    )


def test_others_after_an_entry_are_answered_by_none(tmp_path: Path) -> None:
    folder = written(tmp_path, "beyond", f"{SHOP}: {{ja: [2027年も？], en: [and in 2027]}}")
    assert load_follow_ups(folder, ()) == (
        KnownQuestion("2027年も？", "ja", (SHOP,), False),
        KnownQuestion("and in 2027", "en", (SHOP,), False),
    )


def test_those_of_a_gap_are_asked_after_the_entries_near_it(tmp_path: Path) -> None:
    folder = written(tmp_path, "left_open", "shops/fare: {ja: [手数料は], en: [and the fee]}")
    assert load_follow_ups(folder, (FARE,)) == (
        KnownQuestion("手数料は", "ja", (SHOP,), False, "shops/fare"),
        KnownQuestion("and the fee", "en", (SHOP,), False, "shops/fare"),
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("shops/nowhere: {ja: [いくら], en: [how much]}", id="no such gap"),
        pytest.param("shops/fare: {ja: [], en: [how much]}", id="none in Japanese"),
        pytest.param("shops/fare: {ja: [いくら]}", id="no English"),
        pytest.param("- just text", id="no mapping"),
        pytest.param("{", id="no YAML"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourcesUnreadable, match=r"some\.yaml"):
        load_follow_ups(written(tmp_path, "left_open", text), (FARE,))


def rules(*follow_ups: KnownQuestion) -> list[str]:
    return [
        finding.rule
        for finding in check_known_questions(follow_ups, corpus(entry()), folder="follow_ups")
    ]


SOUND: dict[str, Any] = {
    "asked": "週に何回？",
    "language": "ja",
    "entry_ids": (SHOP,),
    "is_answered": True,
}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        pytest.param({}, [], id="sound"),
        pytest.param({"entry_ids": ("guide-2026/nowhere",)}, ["link"], id="after no entry"),
        pytest.param({"asked": "how often"}, ["language"], id="English for Japanese"),
        pytest.param({"language": "en", "asked": "いくらですか"}, ["language"], id="the other way"),
    ],
)
def test_a_broken_one_is_found_by_its_rule(changed: dict[str, Any], found: list[str]) -> None:
    assert rules(KnownQuestion(**SOUND | changed)) == found


def test_none_is_both_answered_and_left_open_after_one_entry() -> None:
    answered = KnownQuestion(**SOUND)
    left_open = KnownQuestion(**SOUND | {"asked": "週に 何回", "is_answered": False})
    assert rules(answered, left_open) == ["answered"]


def test_every_entry_and_gap_has_some() -> None:
    gaps = load_gaps(BUNDLED_KNOWLEDGE)
    follow_ups = load_follow_ups(BUNDLED_KNOWLEDGE, gaps)
    assert {one.gap_id for one in follow_ups} >= {gap.id for gap in gaps if gap.near}
    assert all(one.entry_ids for one in follow_ups)
