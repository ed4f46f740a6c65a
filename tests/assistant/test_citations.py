"""Marks: numbered in the order of use, and nothing points to nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.citations import Citing, without_marks
from knowledge.documents import Passage
from tests.assistant.small_services import (
    CHOISOKO,
    EVENT,
    UETAN,
    document_passage,
    passage_of,
    small_corpus,
)


@pytest.fixture
def citing() -> Citing:
    corpus = small_corpus()
    return Citing("ja", corpus.sources.get, corpus.by_id)


@given(st.text(max_size=200))
def test_a_text_without_marks_has_none(text: str) -> None:
    assert not re.search(r"\[\d{1,3}\](?!\])", without_marks(re.sub(r"[\[\]]", "", text)))


def test_a_passage_keeps_its_number_and_collects_its_quotes(citing: Citing) -> None:
    first, second = passage_of(UETAN, "ja"), passage_of(CHOISOKO, "ja")
    marks = [citing.mark(first, "甲"), citing.mark(second, "乙"), citing.mark(first, "丙")]
    assert marks == ["[1]", "[2]", "[1]"]
    found = citing.citations()
    assert [(c.number, c.entry_id) for c in found] == [(1, UETAN), (2, CHOISOKO)]
    assert found[0].quote == "甲\n丙"


def test_a_quote_used_twice_stands_once(citing: Citing) -> None:
    passage = passage_of(UETAN, "ja")
    citing.mark(passage, "甲")
    citing.mark(passage, "甲")
    assert citing.citations()[0].quote == "甲"


def test_a_citation_names_document_publisher_date_pages_and_heading(citing: Citing) -> None:
    citing.mark(passage_of(CHOISOKO, "ja"), "甲")
    (found,) = citing.citations()
    assert found.title == "産福共創に向けたポイント集"
    assert found.publisher == "経済産業省"
    assert (found.published, found.as_of) == ("2026-04", "2026-04")
    assert found.pages == (30, 31)
    assert "事例①チョイソコ" in found.heading
    assert (found.kind, found.entry_title) == ("case", "チョイソコ（アイシン×愛知県豊明市）")


def test_citations_of_an_english_answer_are_english() -> None:
    corpus = small_corpus()
    citing = Citing("en", corpus.sources.get, corpus.by_id)
    citing.mark(passage_of(EVENT, "en"), "q")
    (found,) = citing.citations()
    assert found.title == "Guide to prefectural platforms"
    assert found.publisher == "The Japan Research Institute"
    assert found.url == "https://www.example.org/tebiki"


def test_a_document_that_has_gone_is_still_named(citing: Citing) -> None:
    citing.mark(document_passage("移動販売を始めます。"), "移動販売を始めます。")
    (found,) = citing.citations()
    assert found.title == "計画.pdf"
    assert (found.publisher, found.published, found.url) == ("", "", None)


def test_the_documents_own_words_come_along() -> None:
    def own_words(passage: Passage) -> str | None:
        return f"原文：{passage.chunk.entry_id}"

    corpus = small_corpus()
    citing = Citing("ja", corpus.sources.get, corpus.by_id, own_words)
    citing.mark(passage_of(UETAN, "ja"), "甲")
    assert citing.citations()[0].document_quote == f"原文：{UETAN}"
