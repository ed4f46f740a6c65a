"""The index is built whole, swapped in whole and opened whole."""

import shutil
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event, Lock

import pytest

from knowledge.documents import Bilingual
from knowledge.errors import IndexMissing, IndexNotSaved
from knowledge.index_store import IndexStore
from knowledge.index_writing import SearchableContent
from knowledge.vector_cache import VectorCache
from tests.fakes import WordOverlapEmbeddings
from tests.knowledge.building import MODEL, build, content, generations, nearest
from tests.knowledge.samples import MEALS, SHOP, SMALL_CORPUS, TAXI, chunk, corpus, entry

NEW_SHOP = replace(
    SHOP, text=Bilingual("軽トラックで弁当を売ります。", "A small truck sells meals.")
)


def test_nothing_is_there_before_the_first_build(store: IndexStore) -> None:
    assert store.live_generation() is None
    assert store.live_fingerprint() is None
    assert not store.is_sound()
    with pytest.raises(IndexMissing, match="sanpuku knowledge build"):
        store.open()


def test_a_built_index_answers(home: Path, store: IndexStore) -> None:
    generation = build(home, content(SMALL_CORPUS, chunk("デマンド交通の実証を行う。")))
    index = store.open()
    assert index.generation == store.live_generation() == generation
    assert store.is_sound()
    assert set(index.units) == {SHOP.id, TAXI.id, MEALS.id, "doc-plan-1#0"}
    assert [c.language for c in index.units[SHOP.id]] == ["ja", "en"]
    assert index.chunks[f"{SHOP.id}@en"] == SMALL_CORPUS.chunks()[1]
    assert index.chunks["doc-plan-1#0"].pages == (3,)
    assert index.keywords.search(["配食"], limit=1)[0][0] == f"{MEALS.id}@ja"
    assert nearest(home, "乗合タクシーで診療所へ") == TAXI.id


def test_all_windows_and_all_questions_have_vectors(home: Path, store: IndexStore) -> None:
    build(home, content())
    index = store.open()
    # Whole text and statements of three entries in two languages; 3 + 2 questions of each.
    assert index.passages.count() == 2 * (5 + 3 + 3)
    assert index.questions.count() == 3 * 5


def test_an_index_of_nothing_is_an_index(home: Path, store: IndexStore) -> None:
    build(home, SearchableContent([], {}))
    assert store.is_sound()
    index = store.open()
    assert index.passages.search([0.1] * 384, limit=3) == []
    assert index.keywords.search(["移動"], limit=3) == []


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(content(corpus(NEW_SHOP, TAXI, MEALS)), id="a-text"),
        pytest.param(
            content(corpus(replace(SHOP, questions_ja=("あ", "い", "う")), TAXI, MEALS)),
            id="a-question",
        ),
        pytest.param(content(corpus(SHOP, TAXI)), id="an-entry-less"),
        pytest.param(content(SMALL_CORPUS, chunk("追加")), id="a-document-more"),
        pytest.param(content(corpus(replace(SHOP, pages=(99,)), TAXI, MEALS)), id="a-page-number"),
    ],
)
def test_the_fingerprint_changes_with(other: SearchableContent) -> None:
    assert other.fingerprint(MODEL) != content().fingerprint(MODEL)


def test_the_fingerprint_changes_with_the_model_only_then() -> None:
    assert content().fingerprint(MODEL) == content().fingerprint(MODEL)
    assert content().fingerprint(MODEL) != content().fingerprint("another")


def test_a_reader_in_the_middle_of_the_old_index_is_not_disturbed(
    home: Path, store: IndexStore
) -> None:
    build(home, content())
    old = store.open()
    build(home, content(corpus(NEW_SHOP)))
    assert old.passages.count() == 22
    assert old.chunks[f"{SHOP.id}@ja"].text == SHOP.text.ja
    new = store.open()
    assert new.chunks[f"{SHOP.id}@ja"].text == NEW_SHOP.text.ja
    assert TAXI.id not in new.units


def test_the_live_and_the_former_generation_are_kept(home: Path) -> None:
    built = [build(home, content(corpus(entry(f"guide-2026/e{i}")))) for i in range(4)]
    assert generations(home) == sorted(built[-2:])


def test_what_was_swapped_out_just_now_is_left_to_its_readers(home: Path) -> None:
    built = [
        build(home, content(corpus(entry(f"guide-2026/e{i}"))), kept_seconds=60) for i in range(4)
    ]
    assert generations(home) == sorted(built)
    last = build(home, content(), kept_seconds=0)
    assert generations(home) == sorted([built[-1], last])


def test_progress_is_told(home: Path, store: IndexStore) -> None:
    heard: list[tuple[str, int, int]] = []
    cache = VectorCache(home / "vectors.sqlite", MODEL, WordOverlapEmbeddings(), None)
    store.build(content(), cache, MODEL, on_progress=lambda *told: heard.append(told))
    assert heard[0][0] == "vectors"
    assert heard[-1] == ("index", 3, 3)
    assert all(0 <= done <= total for _, done, total in heard)


class FailingEmbeddings(WordOverlapEmbeddings):
    """A model that breaks off."""

    def embed_queries(self, texts: Sequence[str]) -> list[list[float]]:
        raise MemoryError("no memory left")


def test_a_build_that_fails_leaves_the_old_index(home: Path, store: IndexStore) -> None:
    live = build(home, content())
    with pytest.raises(IndexNotSaved, match="no memory left"):
        build(home, content(corpus(NEW_SHOP)), embeddings=FailingEmbeddings())
    assert store.live_generation() == live
    assert store.is_sound()
    assert generations(home) == [live]
    build(home, content(corpus(NEW_SHOP)))
    assert store.live_generation() != live


@pytest.mark.parametrize("where", ["index", "."])
def test_a_place_that_cannot_be_written_is_named(home: Path, where: str) -> None:
    blocked = home / where
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexNotSaved):
        build(home, content())


def test_what_a_killed_builder_left_is_removed(home: Path) -> None:
    live = build(home, content())
    abandoned = home / "index" / "20260101000000-abc123"
    shutil.copytree(home / "index" / live, abandoned)
    (abandoned / "manifest.json").unlink()
    (home / "index" / "my notes").mkdir()
    new = build(home, content(corpus(NEW_SHOP)))
    assert generations(home) == sorted([live, new, "my notes"])


class WatchedEmbeddings(WordOverlapEmbeddings):
    """Knows whether two builds were at work at once."""

    def __init__(self) -> None:
        super().__init__()
        self._busy = Lock()
        self.met = False

    def embed_queries(self, texts: Sequence[str]) -> list[list[float]]:
        if not self._busy.acquire(blocking=False):
            self.met = True
            return super().embed_queries(texts)
        time.sleep(0.1)
        self._busy.release()
        return super().embed_queries(texts)


def test_builders_in_threads_wait_for_each_other(home: Path, store: IndexStore) -> None:
    watched = WatchedEmbeddings()

    def one(number: int) -> str:
        return build(
            home,
            content(corpus(entry(f"guide-2026/e{number}", heading=str(number)))),
            embeddings=watched,
        )

    with ThreadPoolExecutor(4) as threads:
        built = list(threads.map(one, range(4)))
    assert not watched.met
    assert store.live_generation() in built
    assert store.is_sound()
    assert len(generations(home)) == 2


def test_readers_never_meet_a_half_built_index(home: Path) -> None:
    build(home, content())
    stop = Event()

    def read() -> int:
        reads = 0
        while not stop.is_set():
            assert nearest(home, "配食の弁当を届ける") == MEALS.id
            reads += 1
        return reads

    with ThreadPoolExecutor(2) as threads:
        readers = [threads.submit(read) for _ in range(2)]
        for number in range(6):
            build(home, content(SMALL_CORPUS, chunk(f"追加 {number}")), kept_seconds=60)
        stop.set()
        assert all(reader.result(timeout=60) > 0 for reader in readers)
