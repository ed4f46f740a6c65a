"""Recipes, JSQuAD, and how they are measured."""

import json
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import pytest
from langchain_core.embeddings import Embeddings

from evals.errors import DatasetBroken, PeerUnavailable
from evals.peers.documents import PlainDocument, read_documents
from evals.peers.jsquad import load_jsquad
from evals.peers.langchain_recipe import LangChainRecipe
from evals.peers.llama_index_recipe import LlamaIndexRecipe
from evals.peers.measuring import measure_recipe
from evals.retrieval import measure_search, search_groups, searchable
from tests.evals.builders import make_item
from tests.evals.fake_assistant import NoteAssistant, UnreachableAssistant

DOCUMENTS = (
    PlainDocument("transport", "チョイソコは66自治体で運行するデマンド交通です。" * 10),
    PlainDocument("shopping", "うえたん号は31台が走る移動販売車です。" * 10),
)


class LetterPairEmbeddings(Embeddings):
    """Texts that share pairs of letters lie close together: enough meaning for a test."""

    def embed_query(self, text: str) -> list[float]:
        vector = [0.0] * 512
        for first, second in pairwise(text):
            vector[(ord(first) * 31 + ord(second)) % 512] += 1.0
        return vector

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]


@pytest.mark.parametrize(
    ("recipe", "library"),
    [
        pytest.param(LangChainRecipe, "langchain_chroma", id="LangChain"),
        pytest.param(LlamaIndexRecipe, "llama_index", id="LlamaIndex"),
    ],
)
def test_a_recipe_finds_the_right_document(
    recipe: type[LangChainRecipe] | type[LlamaIndexRecipe], library: str
) -> None:
    if not find_spec(library):
        pytest.skip(f"{library} is not installed (optional group `peers`)")
    searcher = recipe(DOCUMENTS, LetterPairEmbeddings())
    first, *_ = searcher.search("移動販売車うえたん号は何台ですか", limit=2)
    assert first.source == "shopping"
    assert "31台" in first.text


def test_a_missing_library_is_a_result_not_a_crash() -> None:
    def build() -> NoteAssistant:
        raise PeerUnavailable("llama-index-core is not installed")

    result = measure_recipe("LlamaIndex", "dev", build, [make_item()])
    assert result.problem == "llama-index-core is not installed"
    assert result.in_5 == {}


def test_a_recipe_is_measured_by_language() -> None:
    items = [
        make_item("a", question="チョイソコは何自治体で運行していますか", facts=[("66自治体",)]),
        make_item(
            "b", question="How many vehicles has Uetan?", language="en", facts=[("31 vehicles",)]
        ),
        make_item("c", question="うえたん号は何台ありますか", facts=[("99台",)]),
    ]
    result = measure_recipe("notes", "dev", NoteAssistant, items)
    assert {group: held.mean for group, held in result.in_5.items()} == {
        "all": pytest.approx(2 / 3),
        "ja": 0.5,
        "en": 1.0,
    }


def test_searches_that_all_fail_have_no_figures() -> None:
    result = measure_recipe("down", "dev", UnreachableAssistant, [make_item()])
    assert result.problem
    outcome = measure_search(UnreachableAssistant(), make_item())
    assert outcome.scores is None
    assert outcome.failure
    assert search_groups([outcome]) == []


def test_only_questions_that_stand_alone_and_have_facts_are_searched_for() -> None:
    items = [make_item("a"), make_item("b", facts=()), make_item("c#2", turn=2)]
    assert [item.id for item in searchable(items)] == ["a"]


def _jsquad(folder: Path, articles: object) -> Path:
    file = folder / "jsquad.json"
    file.write_text(json.dumps({"data": articles}), encoding="utf-8")
    return file


def test_jsquad_asks_for_the_answer_where_it_stands(tmp_path: Path) -> None:
    context = "梅雨 [SEP] 梅雨は北海道と小笠原諸島を除く日本でみられる。小笠原諸島には来ない。"
    answers = [{"text": "小笠原諸島", "answer_start": context.index("小笠原諸島")}]
    article = {
        "title": "梅雨",
        "paragraphs": [
            {
                "context": context,
                "qas": [
                    {"id": "q1", "question": "北海道とどこか", "answers": answers},
                    {"id": "q2", "question": "答えがない", "answers": []},
                ],
            }
        ],
    }
    task = load_jsquad(_jsquad(tmp_path, [article]), sample=10, seed=1)
    [item] = task.items
    assert item.facts == (("梅雨は北海道と小笠原諸島を除く日本でみられる。小笠原諸",),)
    assert task.documents[0].text.startswith("梅雨は北海道")
    assert "[SEP]" not in task.documents[0].text


@pytest.mark.parametrize(
    "articles", [pytest.param([{"title": "x"}], id="no paragraphs"), pytest.param(3, id="no list")]
)
def test_another_file_is_not_jsquad(tmp_path: Path, articles: object) -> None:
    with pytest.raises(DatasetBroken, match="JSQuAD"):
        load_jsquad(_jsquad(tmp_path, articles), sample=10, seed=1)


def test_missing_documents_are_named(tmp_path: Path) -> None:
    with pytest.raises(PeerUnavailable, match="No text documents"):
        read_documents(tmp_path)
