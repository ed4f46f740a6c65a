"""The official document's own words beside an entry."""

from dataclasses import replace
from pathlib import Path

from assistant.own_words import OwnWords, best_stretch
from knowledge.added_documents import AddedDocument, AddedDocuments
from knowledge.documents import Chunk
from tests.assistant.small_services import CHOISOKO, UETAN, document_passage, passage_of


def stretches(*texts: str) -> tuple[Chunk, ...]:
    return tuple(document_passage(text, position=i).chunk for i, text in enumerate(texts))


RIGHT = "うえたん号は全国29自治体で31台が稼働（2025年1月現在）。35自治体で運行（2025年7月時点）。"
OTHER = "高齢者の移動を支えるため、停留所を結ぶ乗合送迎を運行している。"


def test_the_stretch_that_says_the_same() -> None:
    assert best_stretch(passage_of(UETAN, "ja").chunk, stretches(OTHER, RIGHT)) == RIGHT


def test_an_english_entry_finds_the_japanese_stretch_by_page_and_numbers() -> None:
    entry = passage_of(CHOISOKO, "en").chunk
    page_30 = "チョイソコ（アイシン×豊明市） 66自治体 2024年7月"
    on_page = replace(stretches(page_30)[0], pages=(30,), heading="事例①チョイソコ")
    assert best_stretch(entry, (on_page, *stretches(OTHER))) == page_30


def test_nothing_near_is_nothing() -> None:
    assert best_stretch(passage_of(UETAN, "ja").chunk, stretches("目次", "奥付")) is None
    assert best_stretch(passage_of(UETAN, "ja").chunk, ()) is None


def test_only_the_document_that_is_the_entrys_source_is_quoted(tmp_path: Path) -> None:
    documents = AddedDocuments(tmp_path)
    own = OwnWords(documents)
    passage = passage_of(UETAN, "ja")
    assert own.of(passage) is None
    for source, text in ((None, OTHER), ("points-2026", RIGHT)):
        documents.save(_document(f"doc-{source or 'plan'}", source, text))
    assert own.of(passage) == RIGHT
    assert own.of(document_passage(RIGHT)) is None


def _document(document_id: str, as_source: str | None, text: str) -> AddedDocument:
    return AddedDocument(
        id=document_id,
        name="文書.pdf",
        sha256="0",
        added_at="2026-04-01T00:00:00+00:00",
        pages=1,
        as_source=as_source,
        chunks=stretches(text),
    )
