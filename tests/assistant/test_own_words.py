"""The official document's own words beside an entry."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.own_words import OwnWords, best_stretch, read_stretches
from knowledge.added_documents import AddedDocument, AddedDocuments
from knowledge.documents import Chunk
from tests.assistant.small_services import CHOISOKO, EVENT, UETAN, document_passage, passage_of


def stretches(*texts: str) -> tuple[Chunk, ...]:
    return tuple(document_passage(text, position=i).chunk for i, text in enumerate(texts))


RIGHT = "うえたん号は全国29自治体で31台が稼働（2025年1月現在）。35自治体で運行（2025年7月時点）。"
OTHER = "高齢者の移動を支えるため、停留所を結ぶ乗合送迎を運行している。"


def test_the_stretch_that_says_the_same() -> None:
    assert (
        best_stretch(passage_of(UETAN, "ja").chunk, read_stretches(stretches(OTHER, RIGHT)))
        == RIGHT
    )


def test_an_english_entry_finds_the_japanese_stretch_by_page_and_numbers() -> None:
    entry = passage_of(CHOISOKO, "en").chunk
    page_30 = "チョイソコ（アイシン×豊明市） 66自治体 2024年7月"
    on_page = replace(stretches(page_30)[0], pages=(30,), heading="事例①チョイソコ")
    assert best_stretch(entry, read_stretches([on_page, *stretches(OTHER)])) == page_30


def test_nothing_near_is_nothing() -> None:
    nothing_near = read_stretches(stretches("目次", "奥付"))
    assert best_stretch(passage_of(UETAN, "ja").chunk, nothing_near) is None
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


@pytest.mark.parametrize(
    ("sha256", "settings"),
    [pytest.param("1", "", id="another file"), pytest.param("0", "500", id="split otherwise")],
)
def test_a_replaced_or_deleted_document_is_not_quoted_from_memory(
    tmp_path: Path, sha256: str, settings: str
) -> None:
    documents = AddedDocuments(tmp_path)
    own = OwnWords(documents)
    official = _document("doc-points", "points-2026", RIGHT)
    documents.save(official)
    assert own.of(passage_of(UETAN, "ja")) == RIGHT
    newer = RIGHT.replace("29自治体", "30自治体")
    changed = replace(official, chunks=stretches(newer), sha256=sha256, settings=settings)
    documents.save(changed)
    assert own.of(passage_of(UETAN, "ja")) == newer
    documents.delete("doc-points")
    assert own.of(passage_of(UETAN, "ja")) is None


class ChunksRead(tuple[Chunk, ...]):
    """Chunks that know how often they were read."""

    times = 0

    def __iter__(self) -> Iterator[Chunk]:
        self.times += 1
        return super().__iter__()


class HeldDocuments(AddedDocuments):
    """Documents that lie in no folder, and know how often they were looked up."""

    def __init__(self, *documents: AddedDocument) -> None:
        self.documents, self.times = documents, 0

    def all(self) -> list[AddedDocument]:
        self.times += 1
        return list(self.documents)


def test_preview_and_answer_look_documents_up_once_each_and_read_them_once() -> None:
    chunks = ChunksRead(stretches(OTHER, RIGHT))
    held = HeldDocuments(replace(_document("doc-points", "points-2026", RIGHT), chunks=chunks))
    own = OwnWords(held)
    for own_words in (own.for_one_answer(), own.for_one_answer()):
        found = [own_words(passage_of(entry, "ja")) for entry in (UETAN, EVENT, UETAN)]
        assert found == [RIGHT, None, RIGHT]
    assert (held.times, chunks.times) == (2, 1)


def test_of_two_that_are_the_same_document_the_first_is_quoted() -> None:
    held = HeldDocuments(
        _document("doc-1", "points-2026", RIGHT), _document("doc-2", "points-2026", RIGHT + "続き")
    )
    assert OwnWords(held).of(passage_of(UETAN, "ja")) == RIGHT


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
