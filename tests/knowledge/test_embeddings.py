"""The real model: small, but with meaning."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic_ns
from typing import cast

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from knowledge.bundled_model import FOLDER_NAME
from knowledge.embeddings import SentenceTransformerEmbeddings
from knowledge.errors import ModelUnavailable
from knowledge.last_layers import LastLayers
from knowledge.settings import KnowledgeSettings
from knowledge.wiring import LazyEmbeddings, model_identity, shipped_vectors

PASSAGES = [
    "移動販売車が集会所の前に来て、買い物に困る高齢者の暮らしを支えています。",
    "乗合タクシーは、予約した人の家をまわって診療所へ送ります。",
    "配食の弁当は毎日手渡しし、返事がないときは家族に電話します。",
]


@pytest.fixture(scope="module")
def model(model_home: Path) -> SentenceTransformerEmbeddings:
    return SentenceTransformerEmbeddings(str(model_home / "models" / FOLDER_NAME), threads=2)


def unheard(_done: int) -> None:
    """Nobody listens."""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("店が遠くて買い物に行けません", 0, id="shopping"),
        pytest.param("病院まで送ってほしい", 1, id="clinic"),
        pytest.param("食事を届けてくれる人はいますか", 2, id="meals"),
        pytest.param("Our residents cannot get to the shops", 0, id="shopping-in-english"),
        pytest.param("Who brings meals to the house?", 2, id="meals-in-english"),
    ],
)
def test_a_question_lies_nearest_to_its_answer(
    model: SentenceTransformerEmbeddings, question: str, expected: int
) -> None:
    passages = np.asarray(model.embed_documents(PASSAGES))
    assert int(np.argmax(passages @ np.asarray(model.embed_query(question)))) == expected


def test_order_is_kept_whatever_the_lengths(model: SentenceTransformerEmbeddings) -> None:
    texts = [f"{PASSAGES[i % 3]} {'詳しく' * (i * 7 % 10)}{i}" for i in range(40)]
    heard: list[int] = []
    together = np.asarray(model.embed_passages(texts, on_progress=heard.append))
    for position in (0, 31, 39):
        [alone] = model.embed_passages([texts[position]], on_progress=unheard)
        cosines = together @ np.asarray(alone)
        assert int(np.argmax(cosines)) == position
        assert cosines[position] > 0.995
    assert heard == sorted(heard)
    assert heard[-1] == 40


def test_questions_are_read_while_passages_are_embedded(
    model: SentenceTransformerEmbeddings,
) -> None:
    wordings = ["店は何軒？", "店は何軒？ 移動販売車 スーパー コンビニ"]
    expected = model.embed_queries(wordings)
    [passage] = model.embed_documents(["店"])
    with ThreadPoolExecutor() as pool:
        busy = [pool.submit(model.embed_documents, ["店"]) for _ in range(600)]
        while not all(one.done() for one in busy):
            asked = [f"{wordings[0]} {monotonic_ns()}", wordings[1]]
            assert np.dot(model.embed_queries(asked)[1], expected[1]) > 0.999
    assert all(np.dot(one.result()[0], passage) > 0.999 for one in busy)


def test_vectors_have_unit_length(model: SentenceTransformerEmbeddings) -> None:
    texts = ["", " ", "a", "買" * 3000, *PASSAGES]
    vectors = np.asarray(model.embed_documents(texts))
    assert vectors.shape == (7, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(7), abs=1e-3)


def test_questions_and_passages_are_told_apart(model: SentenceTransformerEmbeddings) -> None:
    [passage] = model.embed_documents(["買い物"])
    assert np.dot(model.embed_query("買い物"), passage) < 0.999


def test_several_wordings_mean_what_each_means_alone(model: SentenceTransformerEmbeddings) -> None:
    wordings = ["shops", "shops 買い物 店"]
    together = np.asarray(model.embed_queries(wordings))
    alone = np.asarray([model.embed_query(wording) for wording in wordings])
    assert np.sum(together * alone, axis=1).min() > 0.99


def test_a_question_has_the_same_vectors_whatever_was_asked_before(
    model: SentenceTransformerEmbeddings,
) -> None:
    wordings = ["shops", "shops 買い物 店"]
    first = model.embed_queries(wordings)
    model.embed_query("shops 買い物 店")
    assert model.embed_queries(wordings) == first


def test_nothing_to_embed_is_nothing(model: SentenceTransformerEmbeddings) -> None:
    assert model.embed_documents([]) == []
    assert model.embed_queries([]) == []


def test_what_a_caller_does_to_a_vector_is_not_remembered(
    model: SentenceTransformerEmbeddings,
) -> None:
    vector = model.embed_query("配食")
    vector[0] = 99.0
    assert model.embed_query("配食")[0] != 99.0


def test_threads_do_not_disturb_each_other(model: SentenceTransformerEmbeddings) -> None:
    questions = [f"質問 {i} {'買い物' * (i % 5)}" for i in range(12)]
    with ThreadPoolExecutor(6) as threads:
        together = list(threads.map(model.embed_query, questions))
    for question, vector in zip(questions, together, strict=True):
        alone = model.embed_queries([question] * 5)[0]  # so many are not remembered
        assert np.dot(alone, vector) > 0.9999


def test_quick_vectors_mean_what_exact_ones_do(
    model: SentenceTransformerEmbeddings, model_home: Path
) -> None:
    folder = str(model_home / "models" / FOLDER_NAME)
    exact = SentenceTransformerEmbeddings(folder, threads=2, exact=True)
    for question in ("店が遠くて買い物に行けません", "Who brings meals?", "", "買" * 2000):
        assert 0.998 < np.dot(model.embed_query(question), exact.embed_query(question)) < 1.0
    quick, other = (np.asarray(one.embed_documents(PASSAGES)) for one in (model, exact))
    assert np.sum(quick * other, axis=1).min() > 0.999


def test_what_is_exact_is_what_the_library_says(model_home: Path) -> None:
    folder = str(model_home / "models" / FOLDER_NAME)
    library = SentenceTransformer(folder, device="cpu", local_files_only=True)
    expected = library.encode([f"passage: {text}" for text in PASSAGES], normalize_embeddings=True)
    found = SentenceTransformerEmbeddings(folder, threads=2, exact=True).embed_documents(PASSAGES)
    assert np.allclose(found, expected, atol=1e-4)


@pytest.mark.parametrize("made", ["nothing", "an empty folder", "a damaged model"])
def test_a_model_that_does_not_load_is_named_with_the_setting(
    tmp_path: Path, model_home: Path, made: str
) -> None:
    folder = tmp_path / "model"
    if made != "nothing":
        folder.mkdir()
    if made == "a damaged model":
        for path in (model_home / "models" / FOLDER_NAME).iterdir():
            (folder / path.name).symlink_to(path)
        (folder / "model.safetensors").unlink()
        (folder / "model.safetensors").write_bytes(b"\x10\0\0\0\0\0\0\0 cut short")
    with pytest.raises(ModelUnavailable, match="SANPUKU_EMBEDDING_MODEL") as raised:
        SentenceTransformerEmbeddings(str(folder), threads=1)
    assert str(folder) in str(raised.value)


def test_a_lazy_model_is_loaded_once_by_all_who_ask(model: SentenceTransformerEmbeddings) -> None:
    loads: list[int] = []

    def load() -> SentenceTransformerEmbeddings:
        loads.append(1)
        return model

    lazy = LazyEmbeddings(load)
    assert loads == []
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lazy.embed_query, ["買い物"] * 4))
    assert loads == [1]
    assert found[0] == model.embed_query("買い物")
    assert lazy.embed_documents(["a"]) == model.embed_documents(["a"])


def test_another_model_never_sees_the_bundled_vectors() -> None:
    assert model_identity(KnowledgeSettings()) == FOLDER_NAME
    other = model_identity(KnowledgeSettings(embedding_model="folder/of/another"))
    assert other == "folder/of/another"
    assert shipped_vectors(other) is None
    assert shipped_vectors(FOLDER_NAME) is not None


def test_the_packaged_models_vectors_are_kept_under_the_same_name_for_ever() -> None:
    assert model_identity(KnowledgeSettings()) == "multilingual-e5-small-q4-1"


def test_a_folder_named_like_the_packaged_model_is_another_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / FOLDER_NAME).mkdir()
    monkeypatch.chdir(tmp_path)
    identity = model_identity(KnowledgeSettings(embedding_model=FOLDER_NAME))
    assert identity.startswith(f"{tmp_path / FOLDER_NAME}@")
    assert shipped_vectors(identity) is None


@dataclass(eq=False)
class ReadingModel:
    """A loaded model, as far as it makes readers."""

    made: list[LastLayers] = field(default_factory=list)

    def embed_query(self, text: str) -> list[float]:
        return [1.0]

    def reader(self, layers: LastLayers) -> Callable[[str], list[float]]:
        self.made.append(layers)
        return lambda text: [float(len(text))]


def test_readers_are_made_with_the_model_and_once() -> None:
    model = ReadingModel()
    lazy = LazyEmbeddings(lambda: cast(SentenceTransformerEmbeddings, model))
    read = lazy.reader(LastLayers({}))
    assert model.made == []
    lazy.embed_query("配食")
    assert len(model.made) == 1
    assert read("配食") == [2.0]
    assert len(model.made) == 1
