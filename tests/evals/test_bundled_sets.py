"""The shipped question sets against the knowledge base and the documents."""

import re
from pathlib import Path
from unicodedata import normalize

import pytest

from assistant.api.routes.sources import entry_to_wire
from evals.closeness import too_close
from evals.dataset import Dataset, load_dataset
from knowledge.corpus import load_corpus
from knowledge.settings import BUNDLED_KNOWLEDGE

SOURCES = Path(__file__).parents[3] / "shared" / "sources"


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load_dataset()


def test_no_question_is_in_an_entrys_words(dataset: Dataset) -> None:
    corpus = load_corpus(BUNDLED_KNOWLEDGE)
    entries = [entry_to_wire(entry, corpus.topics) for entry in corpus.entries]
    assert [str(found) for found in too_close(dataset.items, entries)] == []


def test_every_place_names_a_source(dataset: Dataset) -> None:
    sources = load_corpus(BUNDLED_KNOWLEDGE).sources
    named = {place.source for item in dataset.items for place in item.rests_on}
    assert named <= set(sources)


def test_every_passage_stands_in_its_document(dataset: Dataset) -> None:
    if not SOURCES.is_dir():
        pytest.skip("the documents are not beside the project")
    texts = {path.stem: _folded(path.read_text(encoding="utf-8")) for path in SOURCES.glob("*.txt")}
    lost = [
        f"{item.id}: {place.passage}"
        for item in dataset.items
        for place in item.rests_on
        if place.passage and _folded(place.passage) not in texts[place.source]
    ]
    assert lost == []


def _folded(text: str) -> str:
    return re.sub(r"\s+", "", normalize("NFKC", text))
