"""A shared folder, and the short way to add files."""

from pathlib import Path

import pytest

from ingest.report import Outcome
from tests.ingest.adding import Add, added, outcomes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty one."""
    made = tmp_path / "共有"
    made.mkdir()
    return made


@pytest.fixture
def add(home: Path) -> Add:
    """Adds to this test's home."""

    def run(*paths: Path, **how: str) -> list[Outcome]:
        return outcomes(added(home, *paths, **how))

    return run
