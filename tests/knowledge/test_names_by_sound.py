"""Words of added documents are found by how they sound."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.added_documents import AddedDocument, AddedDocuments
from knowledge.documents import Chunk
from knowledge.names_by_sound import NamesBySound
from tests.knowledge.samples import document

PLAN = (
    "港町の移動販売車「しおかぜ号」は、汐見地区と浜崎地区を回ります。",
    "運行は株式会社マルハマ商店に委託します。港町の担当課は福祉健康課です。",
)


class ChunksRead(tuple[Chunk, ...]):
    """Chunks that know how often they were read."""

    times = 0

    def __iter__(self) -> Iterator[Chunk]:
        self.times += 1
        return super().__iter__()


class HeldDocuments(AddedDocuments):
    """Documents that lie in no folder."""

    def __init__(self, *documents: AddedDocument) -> None:
        self.documents = list(documents)

    def all(self) -> list[AddedDocument]:
        return self.documents


@pytest.fixture
def documents(tmp_path: Path) -> AddedDocuments:
    added = AddedDocuments(tmp_path)
    added.save(document("doc-plan-1", *PLAN))
    return added


@pytest.mark.parametrize(
    ("latin", "written"),
    [
        pytest.param("Minatomachi", "港町", id="a place"),
        pytest.param("Minato-machi", "港町", id="with a hyphen"),
        pytest.param("Shiokaze-go", "しおかぜ号", id="of two words"),
        pytest.param("Maruhama", "マルハマ", id="a name that no dictionary has"),
        pytest.param("Hamasaki", "浜崎", id="voiced otherwise"),
        pytest.param("Kitamachi", None, id="another place"),
        pytest.param("Kaku", None, id="a sound shorter than a name's"),
        pytest.param("Care", None, id="English"),
    ],
)
def test_a_name_is_found_as_the_document_writes_it(
    latin: str, written: str | None, documents: AddedDocuments
) -> None:
    assert NamesBySound(documents).written(latin) == written


def test_of_several_that_sound_so_the_most_frequent_is_meant(documents: AddedDocuments) -> None:
    documents.save(document("doc-other-2", "湊町の地図", sha256="1" * 64))
    assert NamesBySound(documents).written("Minatomachi") == "港町"


def test_a_document_added_later_is_read_and_a_removed_one_forgotten(
    documents: AddedDocuments,
) -> None:
    names = NamesBySound(documents)
    assert names.written("Tsurumidai") is None
    documents.save(document("doc-other-2", "鶴見台への延伸", sha256="1" * 64))
    assert names.written("Tsurumidai") == "鶴見台"
    documents.delete("doc-other-2")
    assert names.written("Tsurumidai") is None


def test_without_documents_nothing_is_found(tmp_path: Path) -> None:
    assert NamesBySound(AddedDocuments(tmp_path)).written("Minatomachi") is None


def test_however_many_documents_there_are_each_is_read_once() -> None:
    numbered = [document(f"doc-{n}", f"{n}ページ", sha256=f"{n:064}") for n in range(100)]
    held = HeldDocuments(*(replace(one, chunks=ChunksRead(one.chunks)) for one in numbered))
    names = NamesBySound(held)
    for name in ("Minatomachi", "Tsurumidai", "Kitamachi"):
        assert names.written(name) is None
    assert {one.chunks.times for one in held.documents if isinstance(one.chunks, ChunksRead)} == {1}


def test_a_document_split_with_other_settings_is_read_again() -> None:
    held = HeldDocuments(document("doc-plan-1", "港町"))
    names = NamesBySound(held)
    assert names.written("Tsurumidai") is None
    held.documents = [document("doc-plan-1", "鶴見台", settings="500")]
    assert names.written("Tsurumidai") == "鶴見台"
