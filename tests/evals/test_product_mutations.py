"""The real product's answers made worse in five ways: the right metric must notice each of them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.contract import Answer, Status
from evals.backend import ServiceBackend
from evals.cases import Case, Item, items_of
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
from tests.running_product import Product

Change = Callable[[AnswerRecord], Answer]
TO_ANSWER, TO_DECLINE = 20, 10
"""Cases of each, spread over the development questions."""
EVERY = 4
"""One case of so many is asked again."""


@dataclass(frozen=True)
class Asked:
    """What the product answered, and what it answered to some of it when it was asked again."""

    dataset: Dataset
    records: tuple[AnswerRecord, ...]
    again: tuple[AnswerRecord, ...]
    entries: dict[str, str]

    def scores(self, change: Change | None = None) -> list[ScoreRecord]:
        """Scores of the first round, each answer changed."""
        changed = [
            one.model_copy(update={"answer": change(one)}) if change and one.answer else one
            for one in self.records
        ]
        return list(score_all(self.dataset.items, changed, self.entries))


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory, running: Product) -> Asked:
    dataset = _chosen()
    runs = tmp_path_factory.mktemp("mutations")
    with running.client() as client:
        backend = ServiceBackend(client)
        first = _answers(backend, runs, "first", dataset.cases)
        again = _answers(backend, runs, "again", dataset.cases[::EVERY])
        entries = {one.id: entry_text(one) for one in searched_entries(client).entries}
    return Asked(dataset, first, again, entries)


def _chosen() -> Dataset:
    cases = RunRequest(chosen_set="dev").dataset.cases
    to_answer = [case for case in cases if any(item.to_be_answered for item in items_of(case))]
    to_decline = [case for case in cases if case not in to_answer]
    return Dataset((*_spread(to_answer, TO_ANSWER), *_spread(to_decline, TO_DECLINE)), ())


def _spread(cases: Sequence[Case], count: int) -> Sequence[Case]:
    return cases[:: len(cases) // count][:count]


def _answers(
    backend: ServiceBackend, runs: Path, name: str, cases: Sequence[Case]
) -> tuple[AnswerRecord, ...]:
    manifest = Manifest(
        name=name, started_at="2026-11-21", chosen_set="dev", dataset="d", engine="g"
    )
    run = begin_run(runs, manifest)
    for _ in Runner(backend).run(run, cases):
        pass
    return tuple(run.answers())


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
    assert comparison.verdict(metric) == "worse", comparison.differences[metric]
    assert comparison.differences[Metric.RIGHT].mean <= 0


def test_the_same_questions_score_the_same_again(asked: Asked) -> None:
    def scored(records: Sequence[AnswerRecord]) -> dict[str, dict[str, float]]:
        found = score_all(asked.dataset.items, records, asked.entries)
        return {one.item: _untimed(one.values) for one in found}

    first, again = scored(asked.records), scored(asked.again)
    assert len(again) >= (TO_ANSWER + TO_DECLINE) // EVERY
    assert {item: first[item] for item in again} == again


def _untimed(values: dict[str, float]) -> dict[str, float]:
    return {name: value for name, value in values.items() if name != Metric.MILLISECONDS}


def test_every_question_was_answered_and_searched_for(asked: Asked) -> None:
    def is_served(item: Item, record: AnswerRecord) -> bool:
        return record.failure is None and bool(record.passages or item.turn > 1)

    items = {item.id: item for item in asked.dataset.items}
    assert len(asked.records) == len(items)
    assert all(is_served(items[record.item], record) for record in asked.records)
