"""Percentiles, ranking figures, and the files they stand in."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evals.bench.figures import (
    BenchFigures,
    IngestionFigures,
    Latency,
    SearchFigures,
    ServiceFigures,
    UploadFigures,
    write_figures,
)
from evals.bench.jsquad import load_paragraphs, score_places
from evals.bench.running import chosen_questions
from evals.errors import DatasetBroken

QUICK = Latency(count=3, p50=10.0, p95=20.0)
FIGURES = BenchFigures(
    made_at=datetime(2026, 4, 1, 9, 30, tzinfo=UTC),
    processor="a processor",
    threads=2,
    load_before=None,
    service=ServiceFigures(
        start_seconds=(3.0,),
        memory_mb=None,
        search=QUICK,
        answers=QUICK,
        answers_inside=QUICK,
        first_event=QUICK,
    ),
    search=SearchFigures(
        texts=2,
        product=QUICK,
        recipe=Latency(count=3, p50=20.0, p95=30.0),
        recipe_build_seconds=1.0,
    ),
    ingestion=IngestionFigures(
        tokens=100,
        embedding_float32=3000.0,
        embedding_bfloat16=None,
        upload=UploadFigures(tokens=2000.0, tiktoken_tokens=4000.0, passages=4.0),
    ),
    jsquad=None,
)


@pytest.mark.parametrize(
    ("times", "p50", "p95"),
    [
        pytest.param([7.0], 7.0, 7.0, id="a single request is every percentile"),
        pytest.param([float(n) for n in range(100, 0, -1)], 51.0, 96.0, id="in any order"),
        pytest.param([1.0] * 19 + [900.0], 1.0, 900.0, id="one slow request in twenty is p95"),
    ],
)
def test_percentiles(times: list[float], p50: float, p95: float) -> None:
    assert Latency.of(times) == Latency(count=len(times), p50=p50, p95=p95)


def test_nothing_measured_is_an_error() -> None:
    with pytest.raises(ValueError, match="no request"):
        Latency.of([])


def test_ranking_figures_count_a_miss_as_nothing() -> None:
    scored = score_places("keywords", [1, 3, None, None])
    assert (scored.recall_at_1, scored.recall_at_10) == (0.25, 0.5)
    assert scored.ndcg_at_10 == pytest.approx((1 + 0.5) / 4)


def test_figures_are_kept_under_the_time_of_the_run(tmp_path: Path) -> None:
    file = write_figures(FIGURES, tmp_path / "bench")
    assert file.name == "20260401-093000.json"
    assert BenchFigures.model_validate_json(file.read_bytes()) == FIGURES
    assert FIGURES.search.ratio == 0.5


def test_a_paragraph_that_stands_twice_is_one(tmp_path: Path) -> None:
    paragraph = {"context": "題 [SEP] 本文", "qas": [{"question": "何？"}]}
    file = tmp_path / "jsquad.json"
    file.write_text(json.dumps({"data": [{"paragraphs": [paragraph, paragraph]}]}), "utf-8")
    loaded = load_paragraphs(file)
    assert list(loaded.texts) == ["0"]
    assert loaded.questions == [("何？", "0"), ("何？", "0")]


def test_another_file_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text("{}", "utf-8")
    with pytest.raises(DatasetBroken, match=r"other\.json"):
        load_paragraphs(file)


def test_the_same_questions_are_asked_in_every_run() -> None:
    chosen = chosen_questions(30)
    assert chosen == chosen_questions(30)
    assert len({item.question for item in chosen}) == 30
    assert {item.language for item in chosen} == {"ja", "en"}
