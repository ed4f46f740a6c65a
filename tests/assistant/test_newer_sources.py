"""Cited documents that are older than another one on the same point."""

import pytest

from assistant.contract import Citation
from assistant.newer_sources import newer_sources, spoken_date
from tests.assistant.small_services import CHOISOKO, CHOISOKO_90, small_corpus


def citation(entry_id: str) -> Citation:
    return Citation(
        number=1,
        entry_id=entry_id,
        source="points-2026",
        title="ポイント集",
        publisher="経済産業省",
        published="2026-04",
        heading="",
        pages=(),
        quote="",
        score=1.0,
    )


def test_an_older_document_points_to_the_newer_one_with_both_dates() -> None:
    (alert,) = newer_sources([citation(CHOISOKO_90)], small_corpus().by_id, "ja")
    assert (alert.number, alert.entry_id) == (1, CHOISOKO)
    assert "2025年1月" in alert.sentence
    assert "2026年4月" in alert.sentence


def test_the_newest_document_stands_without_an_alert() -> None:
    assert newer_sources([citation(CHOISOKO)], small_corpus().by_id, "en") == ()


def test_added_documents_have_no_alert() -> None:
    assert newer_sources([citation("doc-plan#1")], small_corpus().by_id, "ja") == ()


@pytest.mark.parametrize(
    ("date", "japanese", "english"),
    [
        ("2025", "2025年", "2025"),
        ("2025-06", "2025年6月", "June 2025"),
        ("2025-06-03", "2025年6月3日", "3 June 2025"),
        ("令和7年", "令和7年", "令和7年"),
        ("", "", ""),
    ],
)
def test_dates_are_read_out(date: str, japanese: str, english: str) -> None:
    assert (spoken_date(date, "ja"), spoken_date(date, "en")) == (japanese, english)
