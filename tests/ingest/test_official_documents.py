"""The texts of the official documents, where they stand beside the checkout."""

from pathlib import Path

import pytest

from ingest.chunking import split_blocks
from ingest.cleaning import clean_blocks
from ingest.loaders import load_file
from ingest.token_count import count_tokens
from knowledge.corpus import load_sources
from knowledge.settings import BUNDLED_KNOWLEDGE

SOURCES = Path(__file__).parents[3] / "shared" / "sources"
LIMIT = 1100


@pytest.mark.parametrize("key", load_sources(BUNDLED_KNOWLEDGE))
def test_an_official_document_is_split_without_loss(key: str) -> None:
    file = SOURCES / f"{key}.txt"
    if not file.exists():
        pytest.skip(f"the text of {key} is not beside the checkout (../shared/sources)")
    blocks = clean_blocks(load_file(file).blocks)
    pieces = split_blocks(blocks, chunk_tokens=LIMIT, overlap=100, count_tokens=count_tokens)
    assert len(pieces) > 10
    assert all(count_tokens(piece.text) <= LIMIT for piece in pieces)
    together = "".join("".join(piece.text.split()) for piece in pieces)
    lines = [line for block in blocks for line in block.text.splitlines() if line.strip()]
    lost = [
        line
        for line in lines
        if count_tokens(line) < LIMIT and "".join(line.split()) not in together
    ]
    assert lost == []
    assert any(piece.headings for piece in pieces)
