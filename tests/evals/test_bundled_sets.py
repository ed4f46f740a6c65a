"""The shipped question sets against the knowledge base and the documents."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from unicodedata import normalize

import pytest
import yaml

from assistant.api.routes.sources import entry_to_wire
from assistant.contract import LanguageCode
from evals.cases import Kind
from evals.closeness import Wording, likeness, too_close, wordings_of
from evals.composition import composition_of, shortfalls
from evals.dataset import Dataset, load_dataset
from evals.metrics.language import is_japanese
from knowledge.contrasts import load_contrasts
from knowledge.corpus import load_corpus
from knowledge.gaps import load_gaps
from knowledge.settings import BUNDLED_KNOWLEDGE

SOURCES = Path(__file__).parents[3] / "shared" / "sources"


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load_dataset()


def _entries() -> Iterator[Wording]:
    corpus = load_corpus(BUNDLED_KNOWLEDGE)
    yield from wordings_of(entry_to_wire(entry, corpus.topics) for entry in corpus.entries)


def _gaps() -> Iterator[Wording]:
    for gap in load_gaps(BUNDLED_KNOWLEDGE):
        for question in gap.questions:
            yield Wording(gap.id, "ja" if is_japanese(question) else "en", question)


def _contrasts() -> Iterator[Wording]:
    for one in load_contrasts(BUNDLED_KNOWLEDGE):
        yield Wording(one.entry_ids[0], one.language, one.asked)


def _screening_examples() -> Iterator[Wording]:
    for file in files("assistant").joinpath("screening_examples").iterdir():
        examples: dict[LanguageCode, list[str]] = yaml.safe_load(file.read_text(encoding="utf-8"))
        for language, texts in examples.items():
            yield from (Wording(file.name, language, text) for text in texts)


@pytest.mark.parametrize(
    "wordings",
    [
        pytest.param(_entries, id="an entry's title or question"),
        pytest.param(_gaps, id="a question that is known to have no answer"),
        pytest.param(_contrasts, id="a question that sounds like one that is answered"),
        pytest.param(_screening_examples, id="an example that screening learnt from"),
    ],
)
def test_no_question_is_in_the_products_own_words(
    dataset: Dataset, wordings: Callable[[], Iterator[Wording]]
) -> None:
    carried = list(wordings())
    assert len(carried) > 500
    assert [str(found) for found in too_close(dataset.items, carried)] == []


def test_the_nearest_wording_of_many_is_found(dataset: Dataset) -> None:
    item = dataset.items[0]
    near = Wording("near", item.language, item.question.replace("。", "") + "ね")
    [found] = too_close([item], [*_entries(), near])
    assert found.owner == "near"
    assert found.likeness == pytest.approx(likeness(item.question, near.text))


def test_there_is_enough_of_every_sort(dataset: Dataset) -> None:
    sources = tuple(load_corpus(BUNDLED_KNOWLEDGE).sources)
    assert len(sources) == 5
    assert list(shortfalls(composition_of(dataset), sources)) == []


def test_what_a_set_lacks_is_named(dataset: Dataset) -> None:
    held = composition_of(dataset)
    kinds = {**held.kinds, Kind.UNANSWERABLE: 39, Kind.INJECTION: 0}
    poor = replace(
        held, questions=299, english=119, conversations=19, follow_ups=0, kinds=kinds, sources={}
    )
    assert list(shortfalls(poor, ["points-2026"])) == [
        "299 questions, 300 are needed",
        "39 unanswerable questions, 40 are needed",
        "19 conversations of two to four turns, 20 are needed",
        "119 of 299 questions are English, 40% are needed",
        "no question of injection",
        "no question of follow_up",
        "no question of source points-2026",
    ]


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
