"""An index that took over the former one's graphs finds what one built anew finds."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.documents import Bilingual
from knowledge.index_store import IndexStore, SearchIndex
from knowledge.index_writing import SearchableContent
from knowledge.vector_cache import VectorCache
from tests.fakes import WordOverlapEmbeddings
from tests.knowledge.building import MODEL, build, content, unheard
from tests.knowledge.samples import MEALS, SHOP, SMALL_CORPUS, TAXI, chunk, corpus

TEXTS = ("配食の車が毎日まわる。", "集会所で体操をする。", "商店街が電話で注文を受ける。")
QUESTION = WordOverlapEmbeddings().embed_query("集会所の体操")


def documents(*texts: str) -> SearchableContent:
    """The small corpus and one added document for each text."""
    return content(
        SMALL_CORPUS,
        *(replace(chunk(text), id=f"doc-{n}#0", entry_id=f"doc-{n}#0") for n, text in texts_of(texts)),
    )  # fmt: skip


def texts_of(texts: tuple[str, ...]) -> list[tuple[int, str]]:
    return [(number, text) for number, text in enumerate(texts) if text]


def graph_after(home: Path, what: SearchableContent) -> str:
    """Build, and tell which graph of passages there is then: a copy keeps its name."""
    database = home / "index" / build(home, what) / "chroma" / "chroma.sqlite3"
    with closing(sqlite3.connect(database)) as connection:
        [[graph]] = connection.execute("SELECT id FROM collections WHERE name LIKE 'passages-%'")
    return str(graph)


def taken_over(home: Path, first: SearchableContent, then: SearchableContent) -> bool:
    """Whether the graph of the second build is the first one's, changed."""
    return graph_after(home, first) == graph_after(home, then)


def told(index: SearchIndex) -> tuple[object, ...]:
    """All that a search can see of an index."""
    hits = index.passages.search(QUESTION, limit=99)
    return (
        index.chunks,
        index.units,
        sorted((hit.id, round(hit.similarity, 5)) for hit in hits),
        index.questions.count(),
        sorted(index.keywords.search(["配食", "体操", "タクシー"], limit=99)),
    )


@pytest.mark.parametrize(
    ("first", "then"),
    [
        pytest.param(documents(), documents(TEXTS[0]), id="first-document"),
        pytest.param(documents(TEXTS[0]), documents(*TEXTS), id="more-documents"),
        pytest.param(documents(*TEXTS), documents(), id="all-removed"),
        pytest.param(documents(TEXTS[0]), documents(TEXTS[1]), id="replaced"),
        pytest.param(
            content(SMALL_CORPUS, chunk("体操。\n" + "長い。" * 200 + "\n終わり。")),
            content(SMALL_CORPUS, chunk("体操。")),
            id="shorter",
        ),
    ],
)
def test_a_change_of_documents_leaves_the_graphs(
    tmp_path: Path, first: SearchableContent, then: SearchableContent
) -> None:
    assert taken_over(tmp_path / "a", first, then)
    build(tmp_path / "b", then)
    [changed, anew] = (IndexStore(tmp_path / home / "index", None).open() for home in "ab")
    assert told(changed) == told(anew)


@pytest.mark.parametrize(
    "then",
    [
        pytest.param(
            content(corpus(replace(SHOP, text=Bilingual("別。", "Other.")), TAXI, MEALS)), id="text"
        ),
        pytest.param(
            content(corpus(replace(SHOP, questions_ja=("あ", "い", "う")), TAXI, MEALS)),
            id="question",
        ),
        pytest.param(content(corpus(SHOP, TAXI)), id="entry-less"),
    ],
)
def test_a_change_of_entries_builds_anew(tmp_path: Path, then: SearchableContent) -> None:
    assert not taken_over(tmp_path, documents(), then)


def test_a_worn_graph_is_built_anew(tmp_path: Path) -> None:
    graphs = [graph_after(tmp_path, documents(text)) for text in TEXTS * 4]
    assert 1 < len(set(graphs)) < len(graphs)


def test_what_is_asked_for_anew_takes_nothing_over(tmp_path: Path) -> None:
    build(tmp_path, documents())
    store = IndexStore(tmp_path / "index", None)
    cache = VectorCache(tmp_path / "vectors.sqlite", MODEL, WordOverlapEmbeddings(), None)
    damaged = store.open()
    for file in (tmp_path / "index" / damaged.generation).rglob("words.json"):
        file.write_text("{}", encoding="utf-8")
    store.build(documents(TEXTS[0]), cache, MODEL, on_progress=unheard, anew=True)
    assert store.open().keywords.search(["タクシー"], limit=3)


def test_a_damaged_index_hands_nothing_on(tmp_path: Path) -> None:
    generation = build(tmp_path, documents())
    (tmp_path / "index" / generation / "words.json").write_text("{}", encoding="utf-8")
    build(tmp_path, documents(TEXTS[0]))
    assert IndexStore(tmp_path / "index", None).open().keywords.search(["タクシー"], limit=3)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(*[st.sampled_from(["", *TEXTS])] * 3), min_size=2, max_size=4))
def test_any_history_of_documents_ends_in_the_same_index(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[str, str, str]]
) -> None:
    home = tmp_path_factory.mktemp("history")
    for texts in history:
        build(home / "a", documents(*texts))
    build(home / "b", documents(*history[-1]))
    [lived, anew] = (IndexStore(home / name / "index", None).open() for name in "ab")
    assert told(lived) == told(anew)
