"""Runs in a process of their own: begun, stopped, resumed, broken off."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from evals.desk import COLLECTED_SET, RunDesk, RunState, StartRequest
from evals.evaluating import RunRequest
from evals.grading.new_case import COLLECTED
from evals.launching import launch
from evals.local_service import local_service
from evals.settings import EvaluationSettings
from tests.evals.question_set import QUESTIONS
from tests.evals.test_commands import HERE, SMALL


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    log = tmp_path_factory.mktemp("service") / "service.log"
    with local_service(HERE, log=log, application=SMALL, patience=60) as service:
        yield service.url


@pytest.fixture
def desk(home: Path) -> RunDesk:
    settings = EvaluationSettings(home=home)
    settings.collected.mkdir(parents=True)
    (settings.collected / COLLECTED).write_text(QUESTIONS, encoding="utf-8")
    return RunDesk(settings)


def _until(desk: RunDesk, name: str, reached: Callable[[RunState], bool]) -> RunState:
    deadline = time.monotonic() + 90
    while not reached(state := desk.overview(name).state):
        assert time.monotonic() < deadline, state
        time.sleep(0.005)
    return state


def _works_on(process: Path, name: str, home: Path) -> bool:
    """Another test may have begun a run of the same name in the same second, in its own home."""
    try:
        command, environment = (
            (process / "cmdline").read_bytes(),
            (process / "environ").read_bytes(),
        )
    except OSError:  # It has ended, or is somebody else's.
        return False
    return name.encode() in command and str(home).encode() in environment


def _has_ended(state: RunState) -> bool:
    return state in (RunState.FINISHED, RunState.STOPPED, RunState.CRASHED)


OFTEN = 25
"""Makes a run so long that it is stopped or killed while it goes on, on any machine."""
BROKEN = """
- name: broken
  question: この質問には種類がありません
  language: ja
  split: dev
"""


@pytest.mark.parametrize(
    "questions",
    [
        pytest.param(QUESTIONS, id="a sound question set"),
        pytest.param(QUESTIONS + BROKEN, id="one with a defect that is told at the beginning"),
    ],
)
def test_a_run_goes_on_in_a_process_of_its_own_and_never_looks_broken(
    desk: RunDesk, home: Path, url: str, questions: str
) -> None:
    file = EvaluationSettings(home=home).collected / COLLECTED
    file.write_text(questions, encoding="utf-8")
    name = desk.start(StartRequest(set_name=COLLECTED_SET, url=url, engine="grounded"))
    assert desk.overview(name).is_going_on
    # `_until` looks again and again: one moment in which the run looked broken off would end it.
    assert _until(desk, name, _has_ended) is RunState.FINISHED
    assert len(desk.details(name).manifest.defects) == (questions != QUESTIONS)
    run = desk.overview(name)
    assert (run.done, run.set_name) == (8, COLLECTED_SET)
    assert run.summary is not None
    assert run.summary.failures == 0
    assert run.last_words == ""


def test_a_run_can_be_stopped_and_resumed(desk: RunDesk, url: str) -> None:
    wanted = StartRequest(set_name=COLLECTED_SET, url=url, engine="grounded", repeats=OFTEN)
    name = desk.start(wanted)
    # Stopped earlier, it might not have asked anything yet.
    _until(desk, name, lambda _: desk.overview(name).done > 0)
    desk.stop(name)
    assert _until(desk, name, _has_ended) is RunState.STOPPED
    stopped = desk.overview(name)
    assert 0 < stopped.done < stopped.to_ask == 8 * OFTEN
    desk.resume(name)
    assert _until(desk, name, _has_ended) is RunState.FINISHED
    assert desk.overview(name).done == 8 * OFTEN


def test_a_run_that_cannot_begin_tells_why(desk: RunDesk, home: Path, url: str) -> None:
    wanted = StartRequest(set_name=COLLECTED_SET, url=url, engine="grounded")
    (EvaluationSettings(home=home).collected / COLLECTED).unlink()
    name = desk.start(wanted)
    assert _until(desk, name, _has_ended) is RunState.CRASHED
    failed = desk.overview(name)
    assert "No question set" in failed.last_words
    assert failed.done == 0
    assert failed.can_be_resumed


def test_a_run_that_was_begun_otherwise_is_not_resumed(desk: RunDesk, home: Path, url: str) -> None:
    name = desk.start(StartRequest(set_name=COLLECTED_SET, url=url, engine="grounded"))
    assert _until(desk, name, _has_ended) is RunState.FINISHED
    (EvaluationSettings(home=home).collected / COLLECTED).write_text(
        QUESTIONS.replace("66自治体", "67自治体"), encoding="utf-8"
    )
    (home / "evals" / name / "complete").unlink()
    desk.resume(name)
    assert _until(desk, name, _has_ended) is RunState.CRASHED
    assert "other settings or questions" in desk.overview(name).last_words


@pytest.mark.skipif(sys.platform != "linux", reason="looks for the process in /proc")
def test_a_killed_run_is_shown_as_broken_off_and_can_be_resumed(
    desk: RunDesk, home: Path, url: str
) -> None:
    wanted = StartRequest(set_name=COLLECTED_SET, url=url, engine="grounded", repeats=OFTEN)
    name = desk.start(wanted)
    _until(desk, name, lambda state: state is RunState.RUNNING)
    for process in Path("/proc").glob("[0-9]*"):
        if _works_on(process, name, home):
            os.kill(int(process.name), signal.SIGKILL)
    assert _until(desk, name, _has_ended) is RunState.CRASHED
    desk.resume(name)
    assert _until(desk, name, _has_ended) is RunState.FINISHED
    assert desk.overview(name).done == 8 * OFTEN


def test_a_launch_keeps_a_given_name(home: Path, url: str, desk: RunDesk) -> None:
    file = EvaluationSettings(home=home).collected / COLLECTED
    request = RunRequest(chosen_set="all", files=(file,), url=url, name="mine", limit=2)
    assert launch(request, EvaluationSettings(home=home)) == "mine"
    _until(desk, "mine", _has_ended)
    assert desk.overview("mine").to_ask == 2
