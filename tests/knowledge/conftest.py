"""The store of a test's own home."""

from pathlib import Path

import pytest

from knowledge.index_store import IndexStore


@pytest.fixture
def store(home: Path) -> IndexStore:
    """Empty until something is built."""
    return IndexStore(home / "index", None)
