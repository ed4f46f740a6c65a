"""Runs at the desk: listed, looked into, compared, reported."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from evals.catalogue import Metric
from evals.desk import Outcome, RunDesk, RunState
from evals.errors import EvaluationError, RunBusy, RunMissing, RunUnreadable, ServiceNotStarted
from evals.run_state import ask_to_stop, running
from evals.settings import EvaluationSettings
from tests.evals.fake_assistant import NoteAssistant
from tests.evals.runs import begun_run, finished_run, part_of


@pytest.fixture
def desk(home: Path) -> RunDesk:
    return RunDesk(EvaluationSettings(home=home))


def test_there_is_nothing_at_first(desk: RunDesk) -> None:
    assert desk.overviews() == []
    assert desk.sets() == ("dev", "test", "all")
    with pytest.raises(RunMissing):
        desk.overview("nowhere")


def test_runs_are_listed_latest_first_whatever_their_names(desk: RunDesk, home: Path) -> None:
    finished_run(home, "b-earlier", day=1)
    finished_run(home, "a-later", day=2)
    listed = desk.overviews()
    assert [run.name for run in listed] == ["a-later", "b-earlier"]
    assert {run.state for run in listed} == {RunState.FINISHED}
    assert listed[0].done == listed[0].to_ask == 8
    assert listed[0].set_name == "questions"


def test_what_is_going_on_with_a_run_is_told(desk: RunDesk, home: Path) -> None:
    run = begun_run(home, "one")
    part_of(run, 3)
    assert desk.overview("one").state is RunState.CRASHED
    with running(run.folder):
        assert desk.overview("one").state is RunState.RUNNING
        assert (desk.overview("one").done, desk.overview("one").to_ask) == (3, 8)
        with pytest.raises(RunBusy):
            desk.details("one")
        desk.stop("one")
        assert desk.overview("one").state is RunState.STOPPING
    stopped = desk.overview("one")
    assert stopped.state is RunState.STOPPED
    assert stopped.can_be_resumed


def test_a_run_that_broke_off_says_why_as_soon_as_it_has_ended(desk: RunDesk, home: Path) -> None:
    run = begun_run(home, "one")
    with pytest.raises(ServiceNotStarted), running(run.folder):
        raise ServiceNotStarted("no memory left")
    assert desk.overview("one").state is RunState.CRASHED
    assert desk.overview("one").last_words == "ServiceNotStarted: no memory left"
    with running(run.folder):
        pass
    assert desk.overview("one").last_words == ""


def test_the_figures_of_a_part_do_not_make_a_run_finished(desk: RunDesk, home: Path) -> None:
    run = begun_run(home, "one")
    part_of(run, 3)
    ask_to_stop(run.folder)
    assert len(desk.details("one").cases) == 3
    assert desk.overview("one").state is RunState.STOPPED


def test_a_damaged_run_is_listed_and_stops_nothing(desk: RunDesk, home: Path) -> None:
    finished_run(home, "fine")
    run = finished_run(home, "broken", day=2)
    (run.folder / "manifest.json").write_text("{", encoding="utf-8")
    listed = {each.name: each for each in desk.overviews()}
    assert "manifest.json" in listed["broken"].damage
    assert not listed["broken"].can_be_resumed
    assert listed["fine"].state is RunState.FINISHED
    with pytest.raises(RunUnreadable):
        desk.details("broken")


@pytest.mark.parametrize("name", ["../elsewhere", "/etc", "latest", "", "."])
def test_names_from_an_address_open_nothing_else(desk: RunDesk, home: Path, name: str) -> None:
    finished_run(home, "one")
    other = finished_run(home / "other", "run")
    (home / "elsewhere").symlink_to(other.folder)
    with pytest.raises(RunMissing):
        desk.details(name)
    with pytest.raises(RunMissing):
        desk.stop(name)


def test_cases_tell_what_was_missing_and_what_came_before(desk: RunDesk, home: Path) -> None:
    forgetful = NoteAssistant(nearest_enough=2.0)
    finished_run(home, "one", assistant=forgetful)
    held = desk.details("one").by_item
    assert held["conversation-ja#2"].earlier == ("チョイソコは何自治体で運行していますか",)
    assert held["premium-ja"].outcome is Outcome.RIGHT
    refused = [case for case in held.values() if case.outcome is Outcome.FALSE_REFUSAL]
    assert refused
    assert all(case.score and case.score.missing for case in refused)


def test_two_runs_are_compared_by_question(desk: RunDesk, home: Path) -> None:
    finished_run(home, "before", assistant=NoteAssistant(nearest_enough=2.0))
    finished_run(home, "after", day=2)
    found = desk.compare("before", "after")
    assert found.shared == 8
    assert found.comparison.verdict(Metric.RIGHT) == "better"
    assert not found.comparison.worse


def test_a_trend_is_of_finished_runs_of_the_set(desk: RunDesk, home: Path) -> None:
    finished_run(home, "one", day=1)
    finished_run(home, "two", day=2)
    part_of(begun_run(home, "three", day=3), 2)
    points = desk.trend(Metric.RIGHT, "questions")
    assert [point.run for point in points] == ["one", "two"]
    assert desk.trend(Metric.RIGHT, "dev") == []


def test_reports_are_files_that_open(desk: RunDesk, home: Path) -> None:
    finished_run(home, "one")
    finished_run(home, "two", day=2)
    page = desk.report("two", "html", language="en", before="one").decode()
    assert "Answer quality report" in page
    assert "Compared with" in page
    book = load_workbook(BytesIO(desk.report("two", "xlsx", language="ja")))
    assert "回答一覧" in book.sheetnames


def test_only_one_run_goes_on_at_a_time(desk: RunDesk, home: Path) -> None:
    run = begun_run(home, "one")
    part_of(begun_run(home, "two"), 1)
    with running(run.folder), pytest.raises(RunBusy):
        desk.resume("two")


def test_problems_are_told_in_both_languages() -> None:
    error: EvaluationError = RunMissing("run-1")
    assert error.message("ja") == "この評価は見つかりません。（run-1）"
    assert error.message("en") == "This run was not found. (run-1)"
    assert RunBusy().message("en") == "This run is going on at the moment."
