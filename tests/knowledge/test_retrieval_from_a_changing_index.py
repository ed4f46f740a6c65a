"""Searching while the index is missing, damaged, or built anew by somebody else."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.errors import IndexMissing, IndexUnavailable
from knowledge.index_store import IndexStore, SearchIndex
from knowledge.reranking import FusedOrder
from knowledge.retrieval import HybridRetriever, Tuning
from tests.fakes import WordOverlapEmbeddings
from tests.knowledge.building import build, content, in_another_process
from tests.knowledge.retrieving import EXPANSION, PLAN, retriever
from tests.knowledge.samples import MEALS, SHOP, SMALL_CORPUS, TAXI


def test_without_an_index_the_error_says_what_to_do(home: Path) -> None:
    search = retriever(home)
    for use in _uses(search):
        with pytest.raises(IndexMissing, match="sanpuku knowledge build"):
            use()


def _uses(search: HybridRetriever) -> list[Callable[[], object]]:
    return [
        lambda: search.search("移動販売", limit=1, language="ja"),
        lambda: search.rarity(["移動"]),
        lambda: search.passage(SHOP.id, language="ja"),
    ]


def test_an_index_that_becomes_damaged_is_named(home: Path) -> None:
    build(home, content())
    search = retriever(home)
    assert search.search("配食", limit=1, language="ja")
    (home / "index" / "current").write_text("20200101000000-000000", encoding="utf-8")
    with pytest.raises(IndexUnavailable, match="sanpuku knowledge build"):
        search.search("配食", limit=1, language="ja")
    build(home, content())
    assert search.search("配食", limit=1, language="ja")


BUILDS = """
import sys
from pathlib import Path
from tests.knowledge.building import build, content
from tests.knowledge.samples import SMALL_CORPUS, chunk
build(Path(sys.argv[1]), content(SMALL_CORPUS, chunk("火星の移住計画を立てる。")))
"""


def test_what_another_process_builds_is_found_at_once(home: Path) -> None:
    build(home, content())
    search = retriever(home)
    assert search.knows(["火星"]) == [False]
    with in_another_process(BUILDS, str(home)) as process:
        assert process.wait(timeout=60) == 0
    assert search.search("火星の移住", limit=1, language="ja")[0].chunk.id == "doc-plan-1#0"
    assert search.knows(["火星"]) == [True]


def test_many_ask_at_once_while_the_index_changes(home: Path) -> None:
    build(home, content())
    search = retriever(home)

    def ask(number: int) -> str:
        question, expected = [("配食の弁当", MEALS.id), ("乗合タクシー", TAXI.id)][number % 2]
        best = search.search(question, limit=1, language="ja")[0]
        assert best.chunk.entry_id == expected
        return best.chunk.entry_id

    with ThreadPoolExecutor(6) as threads:
        asked = [threads.submit(ask, number) for number in range(60)]
        for number in range(4):
            changed = content(SMALL_CORPUS, replace(PLAN, text=f"計画 {number}"))
            build(home, changed, kept_seconds=60)
        asked += [threads.submit(ask, number) for number in range(60)]
        assert {one.result(timeout=60) for one in asked} == {MEALS.id, TAXI.id}


class OpenedBy(IndexStore):
    """Counts how often it is opened."""

    times = 0

    def open(self) -> SearchIndex:
        self.times += 1
        return super().open()


def test_an_index_that_is_new_is_opened_once_however_many_ask(home: Path) -> None:
    build(home, content())
    store = OpenedBy(home / "index", None)
    search = HybridRetriever(store, WordOverlapEmbeddings(), EXPANSION, FusedOrder(), Tuning())
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: search.knows(["配食"]), range(40)))
    assert found == [[True]] * 40
    assert store.times == 1
