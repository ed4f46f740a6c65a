"""The index follows the entries and the added documents."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from knowledge.added_documents import AddedDocuments
from knowledge.corpus import Corpus
from knowledge.errors import IndexNotSaved
from knowledge.index_store import IndexStore
from knowledge.indexing import Indexer
from knowledge.vector_cache import VectorCache
from tests.fakes import WordOverlapEmbeddings
from tests.knowledge.building import MODEL, unheard
from tests.knowledge.samples import MEALS, SHOP, SMALL_CORPUS, TAXI, corpus, document


def indexer(
    home: Path, entries: Corpus = SMALL_CORPUS, *, model: str = MODEL, with_entries: bool = True
) -> Indexer:
    return Indexer(
        corpus=entries,
        documents=AddedDocuments(home / "documents"),
        store=IndexStore(home / "index", None),
        cache=VectorCache(home / "vectors.sqlite", model, WordOverlapEmbeddings(), None),
        model_identity=model,
        with_entries=with_entries,
    )


def units(home: Path) -> set[str]:
    return set(IndexStore(home / "index", None).open().units)


def test_the_first_refresh_builds_and_the_second_does_not(home: Path) -> None:
    one = indexer(home)
    assert not one.is_current()
    assert one.refresh(on_progress=unheard)
    assert one.is_current()
    generation = one.store.live_generation()
    assert not one.refresh(on_progress=unheard)
    assert one.store.live_generation() == generation
    assert units(home) == {SHOP.id, TAXI.id, MEALS.id}


def test_entries_are_found_by_their_questions_in_each_language(home: Path) -> None:
    questions = indexer(home).content().questions
    assert questions[f"{SHOP.id}@ja"] == SHOP.questions_ja
    assert questions[f"{SHOP.id}@en"] == SHOP.questions_en


def test_added_changed_and_removed_documents_are_followed(home: Path) -> None:
    one = indexer(home)
    one.refresh(on_progress=unheard)
    one.documents.save(document("doc-plan-1", "一", "二"))
    assert not one.is_current()
    assert one.refresh(on_progress=unheard)
    assert {"doc-plan-1#0", "doc-plan-1#1"} < units(home)
    one.documents.save(document("doc-plan-1", "一"))
    assert one.refresh(on_progress=unheard)
    assert "doc-plan-1#1" not in units(home)
    one.documents.delete("doc-plan-1")
    assert one.refresh(on_progress=unheard)
    assert units(home) == {SHOP.id, TAXI.id, MEALS.id}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"entries": corpus(SHOP)}, id="other-entries"),
        pytest.param({"model": "another"}, id="another-model"),
        pytest.param({"with_entries": False}, id="without-the-bundled-entries"),
    ],
)
def test_what_it_is_built_from_decides(home: Path, other: dict[str, object]) -> None:
    indexer(home).refresh(on_progress=unheard)
    changed = indexer(home, **other)  # type: ignore[arg-type]  # one keyword of each kind
    assert not changed.is_current()
    assert changed.refresh(on_progress=unheard)
    assert changed.is_current()
    assert not indexer(home).is_current()


def test_only_the_users_own_documents(home: Path) -> None:
    own = indexer(home, with_entries=False)
    own.documents.save(document("doc-plan-1", "一"))
    own.refresh(on_progress=unheard)
    assert units(home) == {"doc-plan-1#0"}


def test_a_damaged_index_is_built_anew(home: Path) -> None:
    one = indexer(home)
    one.refresh(on_progress=unheard)
    damaged = home / "index" / str(one.store.live_generation()) / "chunks.jsonl"
    damaged.write_text("", encoding="utf-8")
    assert not one.is_current()
    assert one.refresh(on_progress=unheard)
    assert units(home) == {SHOP.id, TAXI.id, MEALS.id}


def test_what_was_added_while_another_built_is_not_lost(home: Path) -> None:
    def add(number: int) -> bool:
        own = indexer(home)
        own.documents.save(document(f"doc-{number}", f"文 {number}"))
        return own.refresh(on_progress=unheard)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(add, range(6)))
    assert {f"doc-{number}#0" for number in range(6)} < units(home)
    assert indexer(home).is_current()


def test_a_place_that_cannot_be_written_is_named_and_the_old_index_stays(home: Path) -> None:
    one = indexer(home)
    one.refresh(on_progress=unheard)
    one.documents.save(document("doc-plan-1", "一"))
    (home / "vectors.sqlite").unlink()
    (home / "vectors.sqlite").mkdir()
    with pytest.raises(IndexNotSaved):
        one.refresh(on_progress=unheard)
    assert units(home) == {SHOP.id, TAXI.id, MEALS.id}
    (home / "vectors.sqlite").rmdir()
    assert one.refresh(on_progress=unheard)
    assert "doc-plan-1#0" in units(home)
