"""A worse assistant must score worse, on the metric that is there to notice."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.contract import Answer, AskRequest, Persona, Status
from assistant.library_contract import FoundPassage
from evals.backend import Backend
from evals.catalogue import Metric
from evals.evaluating import score_run
from evals.records import Manifest
from evals.run_store import begin_run
from evals.runner import Runner
from evals.summary import RunSummary
from tests.evals.fake_assistant import NoteAssistant
from tests.evals.question_set import question_set

Change = Callable[[Answer], Answer]


@dataclass
class Mutated:
    """The assistant with every answer changed."""

    honest: NoteAssistant
    change: Change

    def ask(self, request: AskRequest) -> Answer:
        return self.change(self.honest.ask(request))

    def search(
        self, question: str, *, limit: int, persona: Persona | None = None
    ) -> Sequence[FoundPassage]:
        return self.honest.search(question, limit=limit, persona=persona)


def _evaluated(folder: Path, name: str, backend: Backend) -> RunSummary:
    dataset = question_set(folder)
    manifest = Manifest(
        name=name, started_at="2026-11-21", chosen_set="all", dataset="d", engine="grounded"
    )
    run = begin_run(folder, manifest)
    for _ in Runner(backend).run(run, dataset.cases):
        pass
    run.write_entry_texts(NoteAssistant().entry_texts)
    return score_run(run, dataset)


def drop_citations(answer: Answer) -> Answer:
    text = re.sub(r"\[\d+\]", "", answer.text)
    return answer.model_copy(update={"text": text, "citations": ()})


def swap_two_numbers(answer: Answer) -> Answer:
    numbers = re.findall(r"(?<!\[)\d+", answer.text)
    if len(numbers) < 2:
        return answer
    first, second = numbers[0], numbers[1]
    swapped = {first: second, second: first}
    text = re.sub(r"(?<!\[)\d+", lambda match: swapped.get(match[0], match[0]), answer.text)
    return answer.model_copy(update={"text": text})


def refuse(answer: Answer) -> Answer:
    changes = {"status": Status.NOT_IN_SOURCES, "text": "資料では確認できません。", "citations": ()}
    return answer.model_copy(update=changes)


def in_the_wrong_language(answer: Answer) -> Answer:
    text = {
        "ja": "They work on it together with companies.[1]",
        "en": "企業と一緒に取り組みます。[1]",
    }[answer.language]
    return answer.model_copy(update={"text": text})


@pytest.fixture
def honest(tmp_path: Path) -> RunSummary:
    return _evaluated(tmp_path, "honest", NoteAssistant())


@pytest.mark.parametrize(
    ("change", "metric", "better"),
    [
        pytest.param(drop_citations, Metric.CITATION_RECALL, "higher", id="citations dropped"),
        pytest.param(swap_two_numbers, Metric.NUMBERS_SUPPORTED, "higher", id="two numbers swapped"),
        pytest.param(refuse, Metric.FALSE_REFUSAL, "lower", id="everything refused"),
        pytest.param(in_the_wrong_language, Metric.LANGUAGE, "higher", id="wrong language"),
    ],
)  # fmt: skip
def test_a_mutation_is_noticed(
    tmp_path: Path, honest: RunSummary, change: Change, metric: Metric, better: str
) -> None:
    mutated = _evaluated(tmp_path, "mutated", Mutated(NoteAssistant(), change))
    before, after = honest.overall[metric], mutated.overall[metric]
    perfect = 1.0 if better == "higher" else 0.0
    assert before.mean == perfect
    assert abs(after.mean - perfect) >= 0.3
    assert mutated.overall[Metric.RIGHT].mean <= honest.overall[Metric.RIGHT].mean


def test_answering_everything_is_noticed(tmp_path: Path, honest: RunSummary) -> None:
    reckless = _evaluated(tmp_path, "reckless", NoteAssistant(nearest_enough=0.0))
    assert honest.overall[Metric.FALSE_ANSWER].mean == 0
    assert reckless.overall[Metric.FALSE_ANSWER].mean == 1
    assert reckless.overall[Metric.RIGHT].mean < honest.overall[Metric.RIGHT].mean


def test_refusing_everything_gains_nothing_from_the_mentioned_facts(
    tmp_path: Path, honest: RunSummary
) -> None:
    def refuse_with_the_facts(answer: Answer) -> Answer:
        return answer.model_copy(update={"status": Status.NOT_IN_SOURCES})

    refusing = _evaluated(tmp_path, "refusing", Mutated(NoteAssistant(), refuse_with_the_facts))
    assert honest.overall[Metric.FACTS_FOUND].mean == 1
    assert refusing.overall[Metric.FACTS_FOUND].mean == 0
