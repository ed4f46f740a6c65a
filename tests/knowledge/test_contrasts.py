"""Questions that sound alike: read from their files, and checked."""

from pathlib import Path

import pytest

from knowledge.checking.known_question_form import check_contrasts
from knowledge.contrasts import load_contrasts
from knowledge.corpus import load_corpus
from knowledge.errors import SourcesUnreadable
from knowledge.known_questions import KnownQuestion
from knowledge.settings import BUNDLED_KNOWLEDGE
from tests.knowledge.samples import corpus, entry

SHOP = "guide-2026/mobile-shop"


def written(folder: Path, text: str) -> Path:
    file = folder / "contrasts" / "some.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return folder


def test_both_sides_of_an_entry_are_read(tmp_path: Path) -> None:
    told, left_open = (
        "{ja: [移動販売は週何回？], en: [stops a week]}",
        "{ja: [車は何台？], en: [vans]}",
    )
    folder = written(tmp_path, f"{SHOP}: {{told: {told}, open: {left_open}}}")
    assert load_contrasts(folder) == (
        KnownQuestion("移動販売は週何回？", "ja", (SHOP,), True),
        KnownQuestion("stops a week", "en", (SHOP,), True),
        KnownQuestion("車は何台？", "ja", (SHOP,), False),
        KnownQuestion("vans", "en", (SHOP,), False),
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{SHOP}: {{told: {{ja: [いくら], en: [how much]}}}}", id="one side only"),
        pytest.param("- just text", id="no mapping"),
        pytest.param("{", id="no YAML"),
    ],
)
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourcesUnreadable, match=r"contrasts/some\.yaml"):
        load_contrasts(written(tmp_path, text))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        pytest.param("移動販売の車は全部で何台ありますか", [], id="left open"),
        pytest.param(
            "移動販売は週に何回、来ますか", ["answered"], id="a letter apart from one that is told"
        ),
    ],
)
def test_what_any_entry_answers_is_not_left_open(asked: str, found: list[str]) -> None:
    told = KnownQuestion("移動販売は週に何回来ますか？", "ja", (SHOP,), True)
    left_open = KnownQuestion(asked, "ja", ("guide-2026/other",), False)
    findings = check_contrasts((told, left_open), corpus(entry()), folder="contrasts")
    assert [finding.rule for finding in findings] == found


def test_every_entry_has_some_of_both() -> None:
    contrasts = load_contrasts(BUNDLED_KNOWLEDGE)
    entry_ids = set(load_corpus(BUNDLED_KNOWLEDGE).by_id)
    for is_answered in (True, False):
        of_kind = (one for one in contrasts if one.is_answered == is_answered)
        assert {entry_id for one in of_kind for entry_id in one.entry_ids} == entry_ids
