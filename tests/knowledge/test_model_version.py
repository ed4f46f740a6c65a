"""A model that was changed in its folder is another model."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.model_version import version_in


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model of sentence-transformers, as far as its files tell its version."""
    made = tmp_path / "model"
    for name in ("config.json", "model.safetensors", "2_Dense/model.safetensors", "README.md"):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(name, encoding="utf-8")
    return made


def test_the_same_model_has_the_same_version_by_every_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    absolute = version_in(folder)
    assert absolute.startswith(f"{folder}@")
    monkeypatch.chdir(folder.parent)
    assert version_in(Path("model")) == version_in(Path("model/../model")) == absolute


def test_a_folder_of_the_same_name_elsewhere_is_another_model(folder: Path) -> None:
    other = folder.parent / "elsewhere" / "model"
    other.mkdir(parents=True)
    assert version_in(other) != version_in(folder)


def _retrained(folder: Path) -> None:
    status = (folder / "model.safetensors").stat()
    os.utime(folder / "model.safetensors", ns=(status.st_atime_ns, status.st_mtime_ns + 1))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda f: (f / "config.json").write_text("other"), id="its configuration"),
        pytest.param(lambda f: (f / "model.safetensors").write_text("w"), id="the size of weights"),
        pytest.param(_retrained, id="weights of the same size"),
        pytest.param(lambda f: (f / "2_Dense/model.safetensors").unlink(), id="a layer left out"),
        pytest.param(lambda f: (f / "pytorch_model.bin").write_text("w"), id="weights beside them"),
    ],
)
def test_what_makes_vectors_makes_the_version(
    folder: Path, change: Callable[[Path], object]
) -> None:
    before = version_in(folder)
    change(folder)
    assert version_in(folder) != before


def test_what_makes_no_vectors_does_not(folder: Path) -> None:
    before = version_in(folder)
    (folder / "README.md").write_text("other", encoding="utf-8")
    assert version_in(folder) == before


def test_a_model_that_cannot_be_looked_at_is_known_by_its_path(folder: Path) -> None:
    (folder / "more.bin").symlink_to("nowhere")
    assert version_in(folder) == str(folder)
