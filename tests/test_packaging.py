"""What is installed from a wheel is all that the product reads."""

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("knowledge", "ingest", "assistant", "ui", "evals")
_BESIDE = ("pyproject.toml", "README.md", "LICENSE", "THIRD_PARTY_LICENSES.md")
_BUILD = "import sys; from setuptools import build_meta; print(build_meta.build_wheel(sys.argv[1]))"
_LEFT_BY_PYTHON = shutil.ignore_patterns("__pycache__", "*.pyc")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of this checkout, built in a copy of it: building leaves its traces beside it."""
    pytest.importorskip("setuptools", minversion="80", reason="setuptools 80 is not installed")
    copy, target = tmp_path_factory.mktemp("checkout"), tmp_path_factory.mktemp("wheel")
    for name in PACKAGES:
        shutil.copytree(ROOT / name, copy / name, ignore=_LEFT_BY_PYTHON)
    for name in _BESIDE:
        shutil.copy(ROOT / name, copy)
    done = subprocess.run(
        [sys.executable, "-c", _BUILD, str(target)],
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    [built] = target.glob("*.whl")
    return built


def test_the_wheel_holds_every_file_of_every_package(wheel: Path) -> None:
    here = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert sorted(here - packed) == [], "add them to [tool.setuptools.package-data]"
    assert sorted(packed - here) == []


def test_the_wheel_names_its_commands_and_its_licences(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        about = {Path(name).name: name for name in archive.namelist() if ".dist-info/" in name}
        commands = archive.read(about["entry_points.txt"]).decode()
    assert "sanpuku = assistant.command_line.app:main" in commands
    assert "command = ui.launch:command" in commands
    assert {"LICENSE", "THIRD_PARTY_LICENSES.md"} <= set(about)
