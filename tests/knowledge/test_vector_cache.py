"""No text is embedded twice, and no damaged file stands in the way."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from knowledge.errors import IndexNotSaved
from knowledge.vector_cache import VectorCache, content_key, read_shipped, write_shipped
from tests.fakes import DIMENSIONS, WordOverlapEmbeddings

TEXTS = ["移動販売", "乗合タクシー", "配食"]


def unheard(_done: int, _total: int) -> None:
    """Nobody listens."""


@pytest.fixture
def model() -> WordOverlapEmbeddings:
    return WordOverlapEmbeddings()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home" / "vectors.sqlite"


def cache(file: Path, model: WordOverlapEmbeddings, shipped: Path | None = None) -> VectorCache:
    return VectorCache(file, "model-1", model, shipped)


def test_vectors_come_in_the_order_of_the_texts(file: Path, model: WordOverlapEmbeddings) -> None:
    vectors = cache(file, model).vectors([*TEXTS, TEXTS[0]], on_progress=unheard)
    assert vectors.shape == (4, DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.allclose(vectors, model.embed_queries([*TEXTS, TEXTS[0]]))
    assert model.embedded == TEXTS


def test_no_texts_are_no_vectors(file: Path, model: WordOverlapEmbeddings) -> None:
    assert cache(file, model).vectors([], on_progress=unheard).shape[0] == 0
    assert not file.exists()


def test_a_text_is_embedded_once_for_all_time(file: Path, model: WordOverlapEmbeddings) -> None:
    cache(file, model).vectors(TEXTS[:2], on_progress=unheard)
    again = cache(file, model).vectors(TEXTS, on_progress=unheard)
    assert model.embedded == TEXTS
    assert np.allclose(again, model.embed_queries(TEXTS))


def test_another_model_sees_none_of_them(file: Path, model: WordOverlapEmbeddings) -> None:
    cache(file, model).vectors(TEXTS, on_progress=unheard)
    VectorCache(file, "model-2", model, None).vectors(TEXTS, on_progress=unheard)
    assert model.embedded == TEXTS * 2


def test_shipped_vectors_are_used_before_anything_else(
    tmp_path: Path, file: Path, model: WordOverlapEmbeddings
) -> None:
    shipped = tmp_path / "vectors" / "model-1.npz"
    known = np.asarray(model.embed_queries(TEXTS[:2]), dtype=np.float32)
    write_shipped(shipped, [content_key("model-1", text) for text in TEXTS[:2]], known)
    vectors = cache(file, model, shipped).vectors(TEXTS, on_progress=unheard)
    assert model.embedded == TEXTS[2:]
    # Half precision: e5's cosines are told apart in the third place.
    assert np.allclose(vectors[:2], known, atol=5e-4)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-6)


def test_shipped_vectors_are_read_back(tmp_path: Path) -> None:
    write_shipped(tmp_path / "v.npz", ["a", "b"], np.asarray([[3, 4], [0, 2]], dtype=np.float32))
    read = read_shipped(tmp_path / "v.npz")
    assert list(read) == ["a", "b"]
    assert np.allclose(read["a"], [0.6, 0.8], atol=1e-6)


@pytest.mark.parametrize(
    "written", [b"", b"PK\x03\x04 cut short", b"x" * 5000], ids=["empty", "cut-short", "noise"]
)
def test_damaged_shipped_vectors_are_computed_anew(
    tmp_path: Path, file: Path, model: WordOverlapEmbeddings, written: bytes
) -> None:
    shipped = tmp_path / "model-1.npz"
    shipped.write_bytes(written)
    vectors = cache(file, model, shipped).vectors(TEXTS, on_progress=unheard)
    assert np.allclose(vectors, model.embed_queries(TEXTS))


def test_missing_shipped_vectors_are_computed(
    tmp_path: Path, file: Path, model: WordOverlapEmbeddings
) -> None:
    cache(file, model, tmp_path / "none.npz").vectors(TEXTS, on_progress=unheard)
    assert model.embedded == TEXTS


def _overwrite(file: Path, start: int, noise: bytes) -> None:
    with file.open("r+b") as opened:
        opened.seek(start)
        opened.write(noise)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.write_bytes(b"no database" * 500), id="noise"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:5000]), id="cut-short"),
        pytest.param(lambda file: _overwrite(file, 4096, b"\xff" * 20_000), id="pages-overwritten"),
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
    ],
)
def test_a_damaged_file_is_begun_anew(
    file: Path, model: WordOverlapEmbeddings, damage: Callable[[Path], object]
) -> None:
    many = [f"文{i}" for i in range(60)]
    cache(file, model).vectors(many, on_progress=unheard)
    damage(file)
    assert np.allclose(
        cache(file, model).vectors(many, on_progress=unheard), model.embed_queries(many)
    )
    model.embedded.clear()
    cache(file, model).vectors(many, on_progress=unheard)
    assert model.embedded == []


def test_a_locked_file_is_not_taken_for_a_damaged_one(
    file: Path, model: WordOverlapEmbeddings
) -> None:
    cache(file, model).vectors(TEXTS, on_progress=unheard)
    with ThreadPoolExecutor(1) as other, sqlite3.connect(file) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        waiting = other.submit(cache(file, model).vectors, TEXTS, on_progress=unheard)
        lock.rollback()
        assert waiting.result(timeout=30).shape == (3, DIMENSIONS)
    lock.close()
    assert model.embedded == TEXTS


@pytest.mark.parametrize("what", ["a file in place of the folder", "a folder in place of the file"])
def test_a_place_that_cannot_be_written_is_named(
    file: Path, model: WordOverlapEmbeddings, what: str
) -> None:
    if what.startswith("a file"):
        file.parent.write_text("in the way", encoding="utf-8")
    else:
        file.mkdir(parents=True)
    with pytest.raises(IndexNotSaved, match="Vectors cannot be kept in"):
        cache(file, model).vectors(TEXTS, on_progress=unheard)


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from knowledge.errors import IndexNotSaved
from knowledge.vector_cache import VectorCache
from tests.fakes import WordOverlapEmbeddings
file = Path(sys.argv[1])
cache = VectorCache(file, "model-1", WordOverlapEmbeddings(), None)
cache.vectors(["before"], on_progress=lambda *_: None)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    cache.vectors([f"text {i}" for i in range(200)], on_progress=lambda *_: None)
except IndexNotSaved as error:
    print("named", error)
"""


def test_a_full_disk_is_named_and_harms_nothing(file: Path, model: WordOverlapEmbeddings) -> None:
    root = Path(__file__).parents[2]
    ran = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(file)],
        capture_output=True, text=True, check=True, cwd=root,
        env={**os.environ, "PYTHONPATH": str(root)},
    )  # fmt: skip
    assert ran.stdout.startswith("named Vectors cannot be kept")
    cache(file, model).vectors(["before"], on_progress=unheard)
    assert model.embedded == []


class StoppingModel(WordOverlapEmbeddings):
    """Is stopped by the user after some hundred texts."""

    def embed_passages(
        self, texts: Sequence[str], *, on_progress: Callable[[int], None]
    ) -> list[list[float]]:
        if len(self.embedded) >= 500:
            raise KeyboardInterrupt
        return super().embed_passages(texts, on_progress=on_progress)


def test_work_done_before_a_stop_is_kept(file: Path, model: WordOverlapEmbeddings) -> None:
    many = [f"text {i}" for i in range(1200)]
    with pytest.raises(KeyboardInterrupt):
        cache(file, StoppingModel()).vectors(many, on_progress=unheard)
    cache(file, model).vectors(many, on_progress=unheard)
    assert len(model.embedded) == 700


def test_progress_counts_known_texts_as_done(file: Path, model: WordOverlapEmbeddings) -> None:
    cache(file, model).vectors(TEXTS[:1], on_progress=unheard)
    heard: list[tuple[int, int]] = []
    cache(file, model).vectors(TEXTS, on_progress=lambda done, total: heard.append((done, total)))
    assert heard == [(3, 3), (3, 3)]
    cache(file, model).vectors(TEXTS, on_progress=lambda done, total: heard.append((done, total)))
    assert heard[-1] == (3, 3)
    assert len(heard) == 3


def test_two_at_once_keep_both(file: Path, model: WordOverlapEmbeddings) -> None:
    halves = [[f"文{i}" for i in range(start, start + 300)] for start in (0, 200)]
    with ThreadPoolExecutor(2) as threads:
        list(
            threads.map(
                lambda texts: cache(file, model).vectors(texts, on_progress=unheard), halves
            )
        )
    model.embedded.clear()
    cache(file, model).vectors([f"文{i}" for i in range(500)], on_progress=unheard)
    assert model.embedded == []


def test_the_key_changes_with_model_and_text() -> None:
    keys = {content_key(model, text) for model in ("a", "b") for text in ("x", "x ", "X")}
    assert len(keys) == 6
