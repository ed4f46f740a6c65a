"""Damage to an index is named when it is opened, and mended by the next build."""

import gc
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import IndexMissing, IndexUnavailable
from knowledge.index_store import IndexStore
from tests.knowledge.building import build, content, nearest
from tests.knowledge.samples import MEALS

LARGE = content(more_questions=1200)


@pytest.fixture(scope="module")
def large_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index large enough for Chroma to write its graph out."""
    folder = tmp_path_factory.mktemp("large")
    build(folder, LARGE)
    gc.collect()
    return folder


def _cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _spoil(file: Path) -> None:
    file.write_bytes(b"\xa5" * file.stat().st_size)


def _all_counted(store: IndexStore) -> int:
    index = store.open()
    return index.passages.count() + index.questions.count()


@pytest.mark.parametrize(
    ("file", "damage"),
    [
        pytest.param("manifest.json", _cut, id="manifest-cut-short"),
        pytest.param("manifest.json", Path.unlink, id="manifest-missing"),
        pytest.param(
            "manifest.json", lambda file: file.write_text("[]"), id="manifest-of-another-kind"
        ),
        pytest.param("chunks.jsonl", _cut, id="chunks-cut-short"),
        pytest.param("chunks.jsonl", Path.unlink, id="chunks-missing"),
        pytest.param(
            "chunks.jsonl", lambda file: file.write_text("{}\n"), id="chunks-without-fields"
        ),
        pytest.param("keywords/ids.json", _spoil, id="keywords-spoilt"),
        pytest.param("keywords/vocab.index.json", Path.unlink, id="words-missing"),
        pytest.param("chroma/chroma.sqlite3", _spoil, id="database-spoilt"),
        pytest.param("chroma/chroma.sqlite3", _cut, id="database-cut-short"),
        pytest.param("chroma/chroma.sqlite3", Path.unlink, id="database-missing"),
        pytest.param("chroma/*/data_level0.bin", _spoil, id="graph-spoilt"),
        pytest.param("chroma/*/data_level0.bin", _cut, id="graph-cut-short"),
        pytest.param("chroma/*/link_lists.bin", Path.unlink, id="graph-without-its-links"),
        pytest.param("chroma/*/index_metadata.pickle", Path.unlink, id="graph-without-its-list"),
        pytest.param(".", shutil.rmtree, id="the-whole-generation-missing"),
    ],
)
def test_damage_is_named_and_mended_by_the_next_build(
    large_home: Path, home: Path, file: str, damage: Callable[[Path], object]
) -> None:
    shutil.copytree(large_home, home)
    store = IndexStore(home / "index", None)
    folder = home / "index" / str(store.live_generation())
    matching = [folder] if file == "." else sorted(folder.glob(file))
    # Graphs that Chroma has not written out hold nothing yet.
    written = [
        f
        for f in matching
        if "data_level0" not in file or (f.parent / "index_metadata.pickle").exists()
    ]
    damage(max(written, key=lambda found: found.stat().st_size))
    assert not store.is_sound()
    with pytest.raises(IndexUnavailable):
        _all_counted(store)
    build(home, content())
    assert store.is_sound()


@pytest.mark.parametrize(
    ("written", "error"),
    [
        pytest.param(b"", IndexMissing, id="empty"),
        pytest.param(b"\xff\xfe\xff", IndexMissing, id="not-text"),
        pytest.param(b"20200101000000-000000", IndexUnavailable, id="a-generation-that-is-gone"),
    ],
)
def test_a_damaged_pointer_is_named_and_mended(
    home: Path, store: IndexStore, written: bytes, error: type[Exception]
) -> None:
    build(home, content())
    (home / "index" / "current").write_bytes(written)
    with pytest.raises(error, match="sanpuku knowledge build"):
        store.open()
    assert store.live_fingerprint() is None
    build(home, content())
    assert store.is_sound()


def test_an_index_of_another_version_is_named(home: Path, store: IndexStore) -> None:
    live = build(home, content())
    file = home / "index" / live / "manifest.json"
    file.write_text(json.dumps({**json.loads(file.read_text("utf-8")), "format": 1}), "utf-8")
    assert store.live_fingerprint() is None
    with pytest.raises(IndexUnavailable, match="another version"):
        store.open()


def test_opening_and_searching_never_looks_like_damage(large_home: Path, home: Path) -> None:
    shutil.copytree(large_home, home)
    for _ in range(3):
        assert IndexStore(home / "index", None).is_sound()
        assert nearest(home, "配食の弁当") == MEALS.id
        gc.collect()
