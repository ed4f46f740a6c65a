"""Questions are held against what is known to be asked about the entries found."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.known_questions import (
    ASKED_NEXT,
    CONTRASTS,
    UNLIKE,
    KnownQuestions,
    known_questions,
    load_known_questions,
)
from knowledge.contrasts import load_contrasts
from knowledge.follow_ups import load_follow_ups
from knowledge.gaps import load_gaps
from knowledge.known_questions import KnownQuestion
from knowledge.settings import BUNDLED_KNOWLEDGE

VECTORS = {
    "料金は？": [1.0, 0.0, 0.0],
    "保険は？": [0.0, 0.0, 1.0],
    "いつ？": [0.0, 1.0, 0.0],
    "誰が？": [0.0, 0.6, 0.8],
}
KNOWN = (
    KnownQuestion("料金は？", "ja", ("a/bus", "a/taxi"), False, "some/fare"),
    KnownQuestion("いつ？", "ja", ("a/bus",), True),
    KnownQuestion("誰が？", "ja", ("a/taxi",), True),
    KnownQuestion("保険は？", "ja", ("a/train",), False),
)


def known() -> KnownQuestions:
    return known_questions(KNOWN, lambda texts: [VECTORS[text] for text in texts])


@pytest.mark.parametrize(
    ("asked", "entry_ids", "answered", "left_open"),
    [
        pytest.param("料金は？", ["a/bus"], UNLIKE, 1.0, id="left open"),
        pytest.param("いつ？", ["a/bus"], 1.0, UNLIKE, id="answered"),
        pytest.param("いつ？", ["a/taxi", "a/bus"], 1.0, UNLIKE, id="by one of two"),
        pytest.param("誰が？", ["a/bus"], UNLIKE, UNLIKE, id="answered elsewhere only"),
        pytest.param("保険は？", ["a/train"], UNLIKE, 1.0, id="left open, without a gap"),
        pytest.param("いつ？", ["a/ship"], UNLIKE, UNLIKE, id="nothing is known"),
        pytest.param("いつ？", [], UNLIKE, UNLIKE, id="nothing was found"),
    ],
)
def test_only_what_is_asked_after_the_entries_found_counts(
    asked: str, entry_ids: list[str], answered: float, left_open: float
) -> None:
    closest = known().closest(VECTORS[asked], entry_ids)
    assert closest.answered == pytest.approx(answered, abs=0.01)
    assert closest.left_open == pytest.approx(left_open, abs=0.01)
    assert closest.gap_id == ("some/fare" if {"a/bus", "a/taxi"} & set(entry_ids) else None)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    known().write(tmp_path / "next.npz")
    again = load_known_questions(tmp_path / "next.npz")
    for vector in VECTORS.values():
        assert again.closest(vector, ["a/bus"]) == known().closest(vector, ["a/bus"])


@pytest.mark.parametrize(
    ("file", "written"),
    [
        pytest.param(
            ASKED_NEXT,
            load_follow_ups(BUNDLED_KNOWLEDGE, load_gaps(BUNDLED_KNOWLEDGE)),
            id="follow-ups",
        ),
        pytest.param(CONTRASTS, load_contrasts(BUNDLED_KNOWLEDGE), id="contrasts"),
    ],
)
def test_what_is_shipped_is_made_from_what_is_written(
    file: Path, written: Sequence[KnownQuestion]
) -> None:
    """After a change of either: `sanpuku knowledge train`."""
    shipped = load_known_questions(file)
    assert shipped.gap_ids == tuple(one.gap_id for one in written)
    assert shipped.is_answered.tolist() == [one.is_answered for one in written]
    assert shipped.vectors.shape == (len(written), 384)
    assert shipped.by_entry.keys() == {entry_id for one in written for entry_id in one.entry_ids}
