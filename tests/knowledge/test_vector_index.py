"""Search by meaning: embedded Chroma, a Chroma server, and one that is gone."""

import gc
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from knowledge.errors import IndexUnavailable
from knowledge.vector_index import VectorIndex, lasting_files, open_chroma

RANDOM = np.random.default_rng(7)


def unit_vectors(count: int, dimensions: int = 16) -> NDArray[np.float32]:
    vectors = RANDOM.normal(size=(count, dimensions)).astype(np.float32)
    normed: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return normed


@contextmanager
def chroma_server(folder: Path) -> Iterator[str]:
    """A Chroma server of its own, for as long as the block lasts."""
    program = Path(sys.executable).with_name("chroma")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [str(program), "run", "--path", str(folder), "--host", "127.0.0.1", "--port", str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the Chroma server did not start")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if not Path(sys.executable).with_name("chroma").exists():
        pytest.skip("Chroma's command is not installed beside Python")
    with chroma_server(tmp_path_factory.mktemp("server")) as url:
        yield url


@pytest.fixture(params=["embedded", "server"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> VectorIndex:
    url = request.getfixturevalue("server") if request.param == "server" else None
    return VectorIndex.opened(tmp_path / "chroma", url, f"passages-{tmp_path.name}")


def test_the_nearest_come_first_with_their_cosine(index: VectorIndex) -> None:
    vectors = unit_vectors(50)
    index.add([f"id-{i}" for i in range(50)], vectors)
    hits = index.search(vectors[7].tolist(), limit=5)
    cosines = vectors @ vectors[7]
    assert [hit.id for hit in hits] == [f"id-{i}" for i in np.argsort(-cosines)[:5]]
    assert [hit.similarity for hit in hits] == pytest.approx(
        sorted(cosines, reverse=True)[:5], abs=1e-5
    )
    assert index.count() == 50


def test_more_than_there_are_is_all(index: VectorIndex) -> None:
    index.add(["a", "b"], unit_vectors(2))
    assert {hit.id for hit in index.search([1.0] * 16, limit=99)} == {"a", "b"}


def test_an_empty_collection_finds_nothing(index: VectorIndex) -> None:
    index.add([], unit_vectors(0))
    assert index.search([1.0] * 16, limit=3) == []
    assert index.count() == 0


def test_a_collection_that_is_not_there_is_named(index: VectorIndex) -> None:
    with pytest.raises(IndexUnavailable, match="cannot be searched"):
        index.search([1.0] * 16, limit=3)
    with pytest.raises(IndexUnavailable, match="cannot be searched"):
        index.count()


def test_a_dropped_collection_is_gone_and_may_be_dropped_again(index: VectorIndex) -> None:
    index.add(["a"], unit_vectors(1))
    index.drop()
    index.drop()
    with pytest.raises(IndexUnavailable):
        index.count()


def test_a_vector_of_another_length_is_named(index: VectorIndex) -> None:
    index.add(["a"], unit_vectors(1))
    with pytest.raises(IndexUnavailable):
        index.search([1.0] * 5, limit=1)


def test_many_vectors_are_found_exactly(tmp_path: Path) -> None:
    vectors = unit_vectors(2300, 32)
    VectorIndex.opened(tmp_path, None, "passages").add([str(i) for i in range(2300)], vectors)
    gc.collect()
    read = VectorIndex.opened(tmp_path, None, "passages")
    missed = 0
    for question in unit_vectors(20, 32):
        exact = {str(i) for i in np.argsort(-(vectors @ question))[:10]}
        missed += len(exact - {hit.id for hit in read.search(question.tolist(), limit=10)})
    assert missed <= 2


def test_a_server_that_does_not_answer_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(IndexUnavailable, match=rf"127\.0\.0\.1:{port} does not open"):
        open_chroma(Path(), f"http://127.0.0.1:{port}")


def test_a_server_that_goes_away_is_named(tmp_path: Path, server: str) -> None:
    with chroma_server(tmp_path / "server") as url:
        index = VectorIndex.opened(tmp_path, url, "passages")
        index.add(["a"], unit_vectors(1))
    with pytest.raises(IndexUnavailable, match="cannot be searched"):
        index.search([1.0] * 16, limit=1)
    with pytest.raises(IndexUnavailable):
        index.drop()


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "chroma").write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexUnavailable, match="does not open"):
        open_chroma(tmp_path / "chroma", None)


@pytest.mark.parametrize(
    "content", [b"x" * 4000, b"SQLite format 3\x00" + b"\xff" * 4000], ids=["noise", "damaged"]
)
def test_a_damaged_database_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(content)
    with pytest.raises(IndexUnavailable):
        VectorIndex.opened(tmp_path, None, "passages").search([1.0] * 16, limit=1)


def _open_files(folder: Path) -> list[Path]:
    links = Path("/proc/self/fd").iterdir()
    targets = [link.readlink() for link in links if link.is_symlink()]
    return [target for target in targets if target.is_relative_to(folder)]


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="open files cannot be listed here")
def test_files_are_closed_when_nobody_holds_the_index(tmp_path: Path) -> None:
    index = VectorIndex.opened(tmp_path, None, "passages")
    index.add(["a"], unit_vectors(1))
    assert index.count() == 1
    assert _open_files(tmp_path)
    del index
    gc.collect()
    assert _open_files(tmp_path) == []


def test_two_collections_of_one_folder_do_not_close_each_other(tmp_path: Path) -> None:
    one, two = (VectorIndex.opened(tmp_path, None, name) for name in ("passages", "questions"))
    one.add(["a"], unit_vectors(1))
    two.add(["b"], unit_vectors(1))
    del one
    gc.collect()
    assert [hit.id for hit in two.search([1.0] * 16, limit=1)] == ["b"]


def test_lasting_files_never_change_by_reading(tmp_path: Path) -> None:
    vectors = unit_vectors(2300)
    VectorIndex.opened(tmp_path, None, "passages").add([str(i) for i in range(2300)], vectors)
    VectorIndex.opened(tmp_path, None, "questions").add([str(i) for i in range(30)], vectors[:30])
    gc.collect()
    before = {file: file.read_bytes() for file in lasting_files(tmp_path)}
    assert before
    for _ in range(3):
        for name in ("passages", "questions"):
            assert VectorIndex.opened(tmp_path, None, name).search(vectors[3].tolist(), limit=2)
        gc.collect()
    assert {file: file.read_bytes() for file in lasting_files(tmp_path)} == before
    shutil.rmtree(tmp_path)
