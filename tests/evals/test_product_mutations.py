"""The real product's answers made worse in five ways: the right metric must notice each of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.contract import Answer, Status
from evals.backend import ServiceBackend
from evals.cases import Item
from evals.catalogue import Metric
from evals.comparison import compare_scores
from evals.dataset import Dataset
from evals.evaluating import RunRequest
from evals.provenance import entry_text, searched_entries
from evals.records import AnswerRecord, Manifest, ScoreRecord
from evals.run_store import begin_run
from evals.runner import Runner
from evals.scoring import score_all
from tests.evals.test_mutations import drop_citations, in_the_wrong_language, refuse
from tests.running_product import running_product

Change = Callable[[AnswerRecord], Answer]
CASES = 30
"""Spread over the development questions."""


@dataclass(frozen=True)
class Asked:
    """What the product answered, twice over."""

    dataset: Dataset
    records: tuple[AnswerRecord, ...]
    entries: dict[str, str]

    def scores(self, change: Change | None = None) -> list[ScoreRecord]:
        """Scores of the first round, each answer changed."""
        first = [record for record in self.records if record.repeat == 0]
        changed = [
            one.model_copy(update={"answer": change(one)}) if change and one.answer else one
            for one in first
        ]
        return list(score_all(self.dataset.items, changed, self.entries))


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, prepared_home: Path) -> Asked:
    dataset = RunRequest(chosen_set="dev", limit=CASES).dataset
    folder = tmp_path_factory.mktemp("mutations")
    manifest = Manifest(
        name="run", started_at="2026-11-21", chosen_set="dev", dataset="d", engine="g", repeats=2
    )
    run = begin_run(folder / "runs", manifest)
    with (
        running_product(folder / "home", prepared_home, with_page=False) as product,
        product.client() as client,
    ):
        for _ in Runner(ServiceBackend(client)).run(run, dataset.cases):
            pass
        entries = {one.id: entry_text(one) for one in searched_entries(client).entries}
    return Asked(dataset, tuple(run.answers()), entries)


def _of(record: AnswerRecord) -> Answer:
    assert record.answer is not None
    return record.answer


def _without_citations(record: AnswerRecord) -> Answer:
    return drop_citations(_of(record))


def _two_numbers_swapped(record: AnswerRecord) -> Answer:
    """The first two that differ, each time they occur; not those of citation marks."""
    answer, pattern = _of(record), r"(?<![\[\d.,])\d+(?![\d\]])"
    numbers = list(dict.fromkeys(re.findall(pattern, answer.text)))[:2]
    swap = dict(zip(numbers, reversed(numbers), strict=True))
    text = re.sub(pattern, lambda match: swap.get(match[0], match[0]), answer.text)
    return answer.model_copy(update={"text": text})


def _answering_everything(record: AnswerRecord) -> Answer:
    answer = _of(record)
    if answer.status is Status.ANSWERED:
        return answer
    nearest = record.passages[0].text if record.passages else answer.text
    return answer.model_copy(update={"status": Status.ANSWERED, "text": nearest})


def _refusing_everything(record: AnswerRecord) -> Answer:
    return refuse(_of(record))


def _in_the_wrong_language(record: AnswerRecord) -> Answer:
    return in_the_wrong_language(_of(record))


@pytest.mark.parametrize(
    ("change", "metric"),
    [
        pytest.param(_without_citations, Metric.CITATION_RECALL, id="citations dropped"),
        pytest.param(_two_numbers_swapped, Metric.NUMBERS_SUPPORTED, id="two numbers swapped"),
        pytest.param(_answering_everything, Metric.FALSE_ANSWER, id="everything answered"),
        pytest.param(_refusing_everything, Metric.FALSE_REFUSAL, id="everything refused"),
        pytest.param(_in_the_wrong_language, Metric.LANGUAGE, id="in the wrong language"),
    ],
)
def test_a_worse_product_is_noticed(asked: Asked, change: Change, metric: Metric) -> None:
    comparison = compare_scores(asked.scores(), asked.scores(change))
    assert comparison.verdict(metric) == "worse"
    assert comparison.differences[Metric.RIGHT].mean <= 0


def test_the_same_questions_score_the_same_again(asked: Asked) -> None:
    def scored(repeat: int) -> dict[str, dict[str, float]]:
        # As if it were the first round: search is measured there alone.
        records = [r.model_copy(update={"repeat": 0, "passages": ()}) for r in asked.records if r.repeat == repeat]  # fmt: skip
        found = score_all(asked.dataset.items, records, asked.entries)
        untimed = [one.model_copy(update={"values": _untimed(one.values)}) for one in found]
        return {one.item: one.values for one in untimed}

    assert len(scored(0)) == len(asked.dataset.items)
    assert scored(0) == scored(1)


def _untimed(values: dict[str, float]) -> dict[str, float]:
    return {name: value for name, value in values.items() if name != Metric.MILLISECONDS}


def test_every_question_was_answered_and_searched_for(asked: Asked) -> None:
    def is_served(item: Item, record: AnswerRecord) -> bool:
        return record.failure is None and bool(record.passages or item.turn > 1 or record.repeat)

    items = {item.id: item for item in asked.dataset.items}
    assert all(is_served(items[record.item], record) for record in asked.records)
