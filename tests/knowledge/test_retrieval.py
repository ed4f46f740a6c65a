"""Retrieval: what every arm and their fusion must do, then what only the whole does."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from knowledge.documents import LANGUAGES, Audience, Language
from knowledge.errors import ModelUnavailable
from knowledge.retrieval import Filters, Retriever, Tuning
from tests.fakes import MissingModelEmbeddings, ReversingReranker, WordOverlapEmbeddings
from tests.knowledge.building import build, content
from tests.knowledge.retrieving import PLAN, retriever
from tests.knowledge.samples import (
    MEALS,
    SHOP,
    SMALL_CORPUS,
    TAXI,
    chunk,
    corpus,
    entry,
)

ARMS = ("passages", "questions", "keywords", "passages-translated")
ONLY: dict[str, dict[str, float]] = {arm: {a: float(a == arm) for a in ARMS} for arm in ARMS[:3]}
FUSED = Tuning().weights


class CountingEmbeddings(WordOverlapEmbeddings):
    """Remembers the wordings that were searched for."""

    def __init__(self) -> None:
        super().__init__()
        self.wordings: list[str] = []

    def embed_queries(self, texts: Sequence[str]) -> list[list[float]]:
        self.wordings += texts
        return super().embed_queries(texts)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an index of three entries and one added chunk."""
    folder = tmp_path_factory.mktemp("built")
    build(folder, content(SMALL_CORPUS, PLAN))
    return folder


@pytest.fixture(params=[*ONLY.values(), FUSED], ids=[*ONLY, "fused"])
def found_by(request: pytest.FixtureRequest, built: Path) -> Retriever:
    """Each arm by itself, and all together."""
    return retriever(built, tuning=Tuning(weights=request.param, audience_bonus=0.0))


QUESTIONS = [
    pytest.param("移動スーパーを呼びたいが買い物に行けない人がいます", SHOP.id, id="shopping"),
    pytest.param("診療所へ送る乗合タクシーの予約。病院に行く足がない", TAXI.id, id="clinic"),
    pytest.param("弁当の宅配で食事が作れない人に弁当を届けたい", MEALS.id, id="meals"),
    pytest.param("Who brings meals to the house? A dietitian?", MEALS.id, id="meals-in-english"),
]


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_the_best_passage_comes_first(found_by: Retriever, question: str, expected: str) -> None:
    best, *others = found_by.search(question, limit=3, language="ja")
    assert best.chunk.entry_id == expected
    assert all(best.score > other.score for other in others)


def test_no_entry_stands_twice_and_scores_fall(found_by: Retriever) -> None:
    found = found_by.search("移動販売と乗合タクシーと配食", limit=10, language="ja")
    ids = [passage.chunk.entry_id for passage in found]
    assert len(set(ids)) == len(ids) > 1
    scores = [passage.score for passage in found]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("limit", [1, 2, 3])
def test_the_limit_holds_and_the_shorter_list_is_the_start_of_the_longer(
    found_by: Retriever, limit: int
) -> None:
    longer = found_by.search("移動販売と乗合タクシー", limit=4, language="ja")
    assert found_by.search("移動販売と乗合タクシー", limit=limit, language="ja") == longer[:limit]


@pytest.mark.parametrize("language", LANGUAGES)
def test_passages_come_in_the_asked_language_where_they_exist_in_it(
    found_by: Retriever, language: Language
) -> None:
    found = found_by.search("乗合タクシーの予約 shared taxi", limit=4, language=language)
    assert found
    for passage in found:
        assert passage.chunk.language == (language if passage.chunk.is_curated else "ja")


def test_the_same_question_finds_the_same(found_by: Retriever) -> None:
    once = found_by.search("配食の弁当", limit=4, language="ja")
    assert found_by.search("配食の弁当", limit=4, language="ja") == once


@pytest.mark.parametrize("question", ["", " ", "？", "xyzzy", "\ud800", "買" * 4000])
def test_no_question_is_refused(found_by: Retriever, question: str) -> None:
    assert len(found_by.search(question, limit=2, language="ja")) <= 2


def test_only_the_asked_sources(found_by: Retriever) -> None:
    only = Filters(sources=frozenset({"doc-plan-1"}))
    found = found_by.search("乗合タクシーの予約", limit=5, language="ja", filters=only)
    assert {passage.chunk.source for passage in found} <= {"doc-plan-1"}
    nowhere = Filters(sources=frozenset({"nowhere"}))
    assert found_by.search("乗合タクシーの予約", limit=5, language="ja", filters=nowhere) == []


def test_an_empty_index_finds_nothing(home: Path) -> None:
    build(home, content(corpus()))
    assert retriever(home).search("移動販売", limit=3, language="ja") == []


def test_each_passage_tells_where_each_arm_has_it(built: Path) -> None:
    best = retriever(built).search("配食の弁当を手渡し", limit=1, language="ja")[0]
    assert best.ranks["passages"] == best.ranks["keywords"] == 1
    assert "passages-translated" not in best.ranks
    assert 0.75 < best.similarity <= 1.0
    assert max(best.windows.values()) <= best.similarity + 1e-6


def test_the_window_that_matched_is_told(built: Path) -> None:
    question = "栄養士が献立を作る"
    best = retriever(built).search(question, limit=1, language="ja")[0]
    assert best.chunk.entry_id == MEALS.id
    assert max(best.windows, key=best.windows.__getitem__) == 2


def test_an_english_question_finds_japanese_documents(built: Path) -> None:
    counting = CountingEmbeddings()
    found = retriever(built, embeddings=counting).search(
        "Is there a clinic taxi?", limit=4, language="en"
    )
    assert {TAXI.id, PLAN.entry_id} <= {passage.chunk.entry_id for passage in found[:2]}
    assert counting.wordings == [
        "Is there a clinic taxi?",
        "Is there a clinic taxi? 診療所 タクシー",
    ]
    assert "passages-translated" in found[0].ranks


def test_what_stands_beside_a_good_passage_comes_before_what_stands_alone(home: Path) -> None:
    fares = [
        chunk("みどり号の運賃は300円です。", position=0),
        chunk("運賃は降りるときに払います。", position=1),
        chunk("運賃は降りるときに払います。", document="doc-bus-1", position=1),
    ]
    build(home, content(corpus(), *fares))
    found = retriever(home).search("みどり号の運賃を払うのは？", limit=3, language="ja")
    assert [passage.chunk.id for passage in found][:2] == ["doc-plan-1#0", "doc-plan-1#1"]


def test_a_documents_name_and_headings_find_what_stands_under_them(home: Path) -> None:
    named = chunk("大人は300円です。", title="みどり号のご案内.md", heading="料金")
    other = chunk("大人は500円です。", document="doc-bus-1", title="あお号.md", heading="料金")
    build(home, content(corpus(), other, named))
    found = retriever(home).search("みどり号の料金は？", limit=2, language="ja")
    assert found[0].chunk == named


def test_another_place_in_a_series_stands_behind(home: Path) -> None:
    likelier = chunk(
        "協議会で話し合ったこと。", document="doc-3", title="第3回協議会.md", heading=""
    )
    asked_for = chunk(
        "運賃の案を話し合った。", document="doc-2", title="第2回協議会.md", heading=""
    )
    build(home, content(corpus(), likelier, asked_for))
    search = retriever(home).search
    found = search("第2回の協議会で話し合ったことは？", limit=2, language="ja")
    assert [passage.chunk for passage in found] == [asked_for, likelier]


def test_a_misspelt_question_finds_what_was_meant(built: Path) -> None:
    words_only = retriever(built, tuning=Tuning(weights=ONLY["keywords"]))
    assert words_only.search("配色弁当", limit=1, language="ja")[0].chunk.entry_id == MEALS.id


def test_passages_for_the_askers_side_come_a_little_higher(home: Path) -> None:
    twins = [
        entry("guide-2026/a", audience=(Audience.MUNICIPALITY,)),
        entry("guide-2026/b", audience=(Audience.COMPANY,)),
    ]
    build(home, content(corpus(*twins, TAXI, MEALS)))
    search = retriever(home).search

    def order(audience: Audience | None) -> list[str]:
        found = search("移動販売の手順", limit=2, language="ja", filters=Filters(audience=audience))
        return [passage.chunk.entry_id[-1] for passage in found]

    assert order(None) == order(Audience.MUNICIPALITY) == ["a", "b"]
    assert order(Audience.COMPANY) == ["b", "a"]


def test_the_askers_side_never_beats_a_much_better_passage(built: Path) -> None:
    company = Filters(audience=Audience.COMPANY)
    found = retriever(built).search("配食の弁当を手渡し", limit=3, language="ja", filters=company)
    assert found[0].chunk.entry_id == MEALS.id
    assert len(found) == 3, "passages for others are not lost"


def test_a_reranker_sees_more_than_are_asked_for_and_decides(built: Path) -> None:
    reversing = ReversingReranker()
    fused = retriever(built).search("移動販売と乗合タクシー", limit=4, language="ja")
    found = retriever(built, reranker=reversing).search(
        "移動販売と乗合タクシー", limit=2, language="ja"
    )
    assert reversing.given == [4]
    assert [p.chunk.id for p in found] == [p.chunk.id for p in reversed(fused)][:2]


def test_an_entry_is_given_by_its_id(built: Path) -> None:
    search = retriever(built)
    japanese, english = (search.passage(SHOP.id, language=language) for language in ("ja", "en"))
    assert japanese is not None
    assert english is not None
    assert (japanese.chunk.text, english.chunk.text) == (SHOP.text.ja, SHOP.text.en)
    added = search.passage("doc-plan-1#0", language="en")
    assert added is not None
    assert added.chunk == PLAN
    assert search.passage("guide-2026/nowhere", language="ja") is None


def test_words_are_judged_by_what_is_searched(built: Path) -> None:
    search = retriever(built)
    assert search.knows(["タクシー", "宇宙"]) == [True, False]
    rare, common = search.rarity(["宇宙", "タクシー"])
    assert rare > common


def test_without_a_model_the_error_is_the_models(built: Path) -> None:
    search = retriever(built, embeddings=MissingModelEmbeddings())
    with pytest.raises(ModelUnavailable):
        search.search("移動販売", limit=1, language="ja")


def test_a_small_document_is_found_among_many_where_only_it_is_asked(home: Path) -> None:
    others = [
        chunk("配食の弁当、配食の弁当。", document=f"doc-{n}", title=f"{n}.txt") for n in range(30)
    ]
    small = chunk("配食は火曜日に休む。会議は月曜日、清掃は水曜日、体操は木曜日。")
    build(home, content(corpus(), *others, small))
    only = Filters(sources=frozenset({"doc-plan-1"}))
    narrow = retriever(home, tuning=Tuning(width=2))
    [found] = narrow.search("配食の弁当は？", limit=3, language="ja", filters=only)
    assert found.chunk == small
