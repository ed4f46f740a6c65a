"""Last layers that learned something: as trained, and as used beside the model."""

from pathlib import Path

import numpy as np
import pytest

from knowledge.bundled_model import FOLDER_NAME
from knowledge.embeddings import SentenceTransformerEmbeddings
from knowledge.last_layers import LastLayers
from knowledge.layer_training import Learned, Lesson, learn_layers

PLACES = ("買い物", "通院", "配食", "サロン", "体操", "見守り")
TEXTS = [f"{place}は{asked}" for place in PLACES for asked in ("いくらですか", "どこでしますか")]
KINDS = np.array([number % 2 for number in range(len(TEXTS))])


@pytest.fixture(scope="module")
def folder(model_home: Path) -> Path:
    return model_home / "models" / FOLDER_NAME


@pytest.fixture(scope="module")
def learned(folder: Path) -> Learned:
    lesson = Lesson("prices and places", TEXTS, KINDS, times=30, rate=1e-3)
    [learned] = learn_layers(folder, [lesson], kinds=2, on_progress=lambda *_: None)
    return learned


@pytest.mark.parametrize("exact", [True, False])
def test_what_was_learned_holds_for_other_words(
    folder: Path, learned: Learned, *, exact: bool
) -> None:
    model = SentenceTransformerEmbeddings(str(folder), threads=2, exact=exact)
    read = model.reader(learned.layers)
    for question, kind in (("移動販売はいくらですか", 0), ("移動販売はどこでしますか", 1)):
        model.prepare([question, "値段", "長い質問でも、ほかの質問の読み方は変わりません"])
        scores = np.array(read(question)) @ learned.out + learned.out_bias
        assert int(scores.argmax()) == kind


def test_the_model_itself_stays_as_it_is(folder: Path, learned: Learned) -> None:
    model = SentenceTransformerEmbeddings(str(folder), threads=2)
    before = model.embed_documents(["配食"])
    read = model.reader(learned.layers)
    states = np.array(read("配食"))
    assert model.embed_documents(["配食"]) == before
    assert not np.allclose(states / np.linalg.norm(states), before[0], atol=0.05)


def test_each_layer_has_its_own_weights() -> None:
    one, two = np.zeros(1, np.float32), np.ones(1, np.float32)
    layers = LastLayers({"1.output.dense.bias": one, "11.output.dense.bias": two})
    assert layers.of(11) == {"output.dense.bias": two}
