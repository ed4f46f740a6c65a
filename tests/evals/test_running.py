"""Asking, keeping, resuming, scoring."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.contract import Answer, AskRequest, Persona
from assistant.library_contract import FoundPassage
from evals.backend import Backend
from evals.cases import Case
from evals.catalogue import Metric
from evals.dataset import Dataset
from evals.errors import BackendFailed, RunDiffers, RunMissing, RunUnreadable
from evals.evaluating import score_run
from evals.records import Manifest
from evals.run_store import Run, begin_run, new_run_name, open_run, run_names
from evals.runner import NO_TEXT, Runner
from evals.trends import trend
from tests.evals.fake_assistant import NOTES, Note, NoteAssistant, UnreachableAssistant
from tests.evals.question_set import question_set


@pytest.fixture
def dataset(tmp_path: Path) -> Dataset:
    return question_set(tmp_path)


def _manifest(**changes: object) -> Manifest:
    return Manifest(
        name="run-1", started_at="2026-11-21", chosen_set="all", dataset="d", engine="grounded"
    ).model_copy(update=changes)


def _run(folder: Path, backend: Backend, cases: Sequence[Case], **changes: object) -> Run:
    run = begin_run(folder, _manifest(**changes), resume=True)
    for _ in Runner(backend).run(run, cases):
        pass
    return run


@dataclass
class Wayward(NoteAssistant):
    """Fails, breaks or says nothing, depending on what it is asked."""

    def ask(self, request: AskRequest) -> Answer:
        if "Choisoko" in request.question:
            raise BackendFailed("timed out")
        if "Osaka" in request.question:
            raise RuntimeError("a bug in a peer")
        answer = super().ask(request)
        return answer.model_copy(update={"text": " "}) if "何台" in request.question else answer


def test_every_question_is_asked_and_scored(tmp_path: Path, dataset: Dataset) -> None:
    assistant = NoteAssistant()
    run = _run(tmp_path, assistant, dataset.cases)
    run.write_entry_texts(assistant.entry_texts)
    summary = score_run(run, dataset)
    assert summary.questions == len(dataset.items) == 8
    assert summary.failures == 0
    assert summary.overall[Metric.RIGHT].mean == 1
    assert summary.overall[Metric.CITATIONS_GENUINE].mean == 1
    assert summary.confusion.refused_rightly == 2
    assert open_run(tmp_path, "latest").summary() == summary


def test_the_turns_of_a_conversation_share_one(tmp_path: Path, dataset: Dataset) -> None:
    assistant = NoteAssistant()
    _run(tmp_path, assistant, [case for case in dataset.cases if case.turns])
    assert [request.conversation_id for request in assistant.asked] == [None, "c1"]


def test_follow_ups_count_later_turns_alone(tmp_path: Path, dataset: Dataset) -> None:
    """Two of the eight questions have every fact missing; only one of them is a later turn."""
    notes = [
        Note(note.id, note.ja[:1], note.en[:1]) if note.id == "n/choisoko" else note
        for note in NOTES
    ]
    summary = score_run(_run(tmp_path, NoteAssistant(notes), dataset.cases), dataset)
    held = summary.overall[Metric.FOLLOW_UPS_COMPLETE]
    assert (held.mean, held.count) == (0, 1)
    assert summary.overall[Metric.FACTS_COMPLETE].count == 6
    assert [
        group.value for group in summary.by("kind") if Metric.FOLLOW_UPS_COMPLETE in group.metrics
    ] == ["fact"]


def test_failures_are_recorded_and_not_scored(tmp_path: Path, dataset: Dataset) -> None:
    run = _run(tmp_path, Wayward(), dataset.cases)
    summary = score_run(run, dataset)
    failures = {record.item: record.failure for record in run.answers() if record.failure}
    assert failures == {
        "choisoko-fare-en": "timed out",
        "uetan-ja": NO_TEXT,
        "weather-en": "RuntimeError: a bug in a peer",
    }
    assert summary.failures == 3
    assert summary.overall[Metric.RIGHT].mean == 1
    assert summary.overall[Metric.RIGHT].count == 5
    scored = {score.item: score.values for score in run.scores()}
    assert Metric.RIGHT not in scored["uetan-ja"]
    assert Metric.FACTS_FOUND not in scored["uetan-ja"]


def test_a_service_that_is_down_fails_every_question_and_stops_nothing(
    tmp_path: Path, dataset: Dataset
) -> None:
    summary = score_run(_run(tmp_path, UnreachableAssistant(), dataset.cases), dataset)
    assert summary.failures == summary.questions == 8
    assert Metric.RIGHT not in summary.overall
    assert summary.latency is None


def test_a_run_goes_on_where_it_crashed_and_asks_failures_again(
    tmp_path: Path, dataset: Dataset
) -> None:
    run = _run(tmp_path, Wayward(), dataset.cases[:4])
    answers = run.folder / "answers.jsonl"
    with answers.open("a", encoding="utf-8") as file:
        file.write('{"item": "premium-ja", "ans')  # the crash
    assistant = NoteAssistant()
    resumed = _run(tmp_path, assistant, dataset.cases)
    assert len(resumed.answers()) == 8
    assert not [record for record in resumed.answers() if record.failure == "timed out"]
    asked = {request.question for request in assistant.asked}
    assert "チョイソコは何自治体で運行していますか" in asked  # by the conversation only
    assert len(assistant.asked) == 5


def test_nothing_is_asked_twice(tmp_path: Path, dataset: Dataset) -> None:
    _run(tmp_path, NoteAssistant(), dataset.cases)
    assistant = NoteAssistant()
    _run(tmp_path, assistant, dataset.cases)
    assert assistant.asked == []


def test_a_run_of_other_work_is_not_resumed(tmp_path: Path) -> None:
    begin_run(tmp_path, _manifest())
    with pytest.raises(RunDiffers, match="exists"):
        begin_run(tmp_path, _manifest())
    with pytest.raises(RunDiffers, match="other settings"):
        begin_run(tmp_path, _manifest(corpus="changed"), resume=True)


def test_a_damaged_line_in_the_middle_is_an_error(tmp_path: Path, dataset: Dataset) -> None:
    run = _run(tmp_path, NoteAssistant(), dataset.cases)
    file = run.folder / "answers.jsonl"
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([lines[0], "{damaged", *lines[1:]]), encoding="utf-8")
    with pytest.raises(RunUnreadable, match="line 2"):
        run.answers()


def test_unknown_runs_are_named(tmp_path: Path) -> None:
    with pytest.raises(RunMissing, match="no run"):
        open_run(tmp_path, "latest")
    with pytest.raises(RunMissing, match="other"):
        open_run(tmp_path, "other")
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "manifest.json").write_text("{}", encoding="utf-8")
    with pytest.raises(RunUnreadable, match=r"manifest\.json"):
        open_run(tmp_path, "bad")


def test_names_of_runs_sort_by_time(tmp_path: Path) -> None:
    begin_run(tmp_path, _manifest(name="20260101-000000-grounded-dev"))
    begin_run(tmp_path, _manifest(name="20261121-000000-grounded-dev"))
    assert run_names(tmp_path)[0].startswith("20261121")
    assert new_run_name("llm:openai:gpt", "dev").endswith("-llm-openai-gpt-dev")


def test_repeats_and_wordings_give_consistency(tmp_path: Path, dataset: Dataset) -> None:
    run = _run(tmp_path, NoteAssistant(), dataset.cases, repeats=2, variants=True)
    summary = score_run(run, dataset)
    assert summary.answers == 16
    assert summary.overall[Metric.CONSISTENCY_REPEATS].mean == 1
    assert 0 < summary.overall[Metric.CONSISTENCY_WORDINGS].mean <= 1
    # Changed wordings count for consistency only.
    assert summary.overall[Metric.RIGHT].count == 8


def test_the_same_answers_score_the_same(tmp_path: Path, dataset: Dataset) -> None:
    run = _run(tmp_path, NoteAssistant(), dataset.cases)
    assert score_run(run, dataset) == score_run(run, dataset)


class SearchDown(NoteAssistant):
    """Answers, but cannot be searched."""

    def search(
        self, question: str, *, limit: int, persona: Persona | None = None
    ) -> Sequence[FoundPassage]:
        raise BackendFailed("no search")


def test_a_failed_search_leaves_the_answer_scored(tmp_path: Path, dataset: Dataset) -> None:
    summary = score_run(_run(tmp_path, SearchDown(), dataset.cases), dataset)
    assert summary.search_failures == 7
    assert Metric.MRR not in summary.overall
    assert summary.overall[Metric.RIGHT].mean == 1


def test_a_trend_leaves_out_other_sets_and_unfinished_runs(
    tmp_path: Path, dataset: Dataset
) -> None:
    scored = []
    for day, changes in enumerate([{}, {"chosen_set": "dev"}, {"engine": "llm:a:b"}], start=1):
        at = f"2026-11-0{day}"
        run = _run(tmp_path, NoteAssistant(), dataset.cases, name=at, started_at=at, **changes)
        scored.append((run.manifest, score_run(run, dataset)))
    points = trend(reversed(scored), Metric.RIGHT, set_name="all")
    assert [(point.run, point.engine, point.mean) for point in points] == [
        ("2026-11-01", "grounded", 1.0),
        ("2026-11-03", "llm:a:b", 1.0),
    ]
    assert points[0].count == 8
