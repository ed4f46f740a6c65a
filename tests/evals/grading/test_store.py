"""Tasks, grades, who gets what."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from assistant.feedback_contract import RatedAnswer
from evals.errors import GradeRefused
from evals.grading.blind import pair_tasks, single_tasks
from evals.grading.rubric import Criterion, Preference
from evals.grading.store import GradeStore
from evals.grading.tasks import Grade
from evals.grading.thumbs import tasks_from_thumbs
from evals.records import AnswerRecord, Manifest
from evals.run_store import AnswerFile, Run, begin_run
from tests.evals.builders import make_answer, make_item, make_record
from tests.evals.grading.samples import compared, graded, new_task, scores


@pytest.fixture
def store(tmp_path: Path) -> GradeStore:
    return GradeStore.at(tmp_path / "grading.sqlite")


def test_two_graders_for_each_task_and_no_third(store: GradeStore) -> None:
    assert store.add([new_task("t1"), new_task("t2")]) == 2
    assert store.add([new_task("t1")]) == 0
    store.save(graded("t1", "mari"))
    # The first one waits for its second grade.
    assert [task.id for task in store.waiting_for("ken")] == ["t1", "t2"]
    store.save(graded("t1", "ken"))
    with pytest.raises(GradeRefused, match="twice"):
        store.save(graded("t1", "yuki"))
    assert [task.id for task in store.waiting_for("mari")] == ["t2"]
    assert [grade.grader for grade in store.grades()] == ["mari", "ken"]


@pytest.mark.parametrize(
    ("grade", "told"),
    [
        pytest.param(graded("nowhere", "mari"), "no task", id="unknown task"),
        pytest.param(graded("t1", "ken"), "already", id="graded before"),
        pytest.param(compared("t1", "mari", Preference.TIE), "number of answers", id="a comparison of one answer"),
    ],
)  # fmt: skip
def test_refused_grades(store: GradeStore, grade: Grade, told: str) -> None:
    store.add([new_task("t1")])
    store.save(graded("t1", "ken"))
    with pytest.raises(GradeRefused, match=told):
        store.save(grade)
    assert len(store.grades()) == 1


def test_half_a_rubric_is_no_grade() -> None:
    with pytest.raises(ValidationError, match="not graded: complete"):
        Grade(task="t", grader="mari", left={c: 1 for c in Criterion if c != Criterion.COMPLETE})
    with pytest.raises(ValidationError, match="from 0 to 3"):
        Grade(task="t", grader="mari", left=scores({Criterion.CORRECT: 4}))
    with pytest.raises(ValidationError, match="which is preferred"):
        Grade(task="t", grader="mari", left=scores(), right=scores())


def _run(folder: Path, name: str, engine: str, text: str) -> Run:
    manifest = Manifest(name=name, started_at="", chosen_set="dev", dataset="d", engine=engine)
    run = begin_run(folder, manifest)
    records: list[AnswerRecord] = [
        make_record(f"i{number}", answer=make_answer(f"{text}{number % 5}。[1]"))
        for number in range(30)
    ]
    AnswerFile(run).append([*records, make_record("down", failure="timed out")])
    return run


ITEMS = [make_item(f"i{number}") for number in range(30)] + [make_item("down")]


def test_pairs_are_blind_and_both_sides_are_drawn(tmp_path: Path) -> None:
    one = _run(tmp_path, "grounded-run", "grounded", "甲")
    other = _run(tmp_path, "model-run", "llm:a:b", "乙")
    tasks = pair_tasks(one, other, ITEMS, sample=20, seed=1)
    assert len(tasks) == 20
    assert {task.left.run for task in tasks} == {"grounded-run", "model-run"}
    seen = "".join(task.task.model_dump_json() for task in tasks)
    assert "grounded" not in seen
    assert "model-run" not in seen
    assert tasks == pair_tasks(one, other, ITEMS, sample=20, seed=1)
    assert tasks != pair_tasks(one, other, ITEMS, sample=20, seed=2)


def test_equal_answers_are_not_worth_comparing(tmp_path: Path) -> None:
    one = _run(tmp_path, "a", "grounded", "甲")
    other = _run(tmp_path, "b", "grounded", "甲")
    assert pair_tasks(one, other, ITEMS, sample=20, seed=1) == []


def test_failed_answers_are_not_graded(tmp_path: Path) -> None:
    tasks = single_tasks(_run(tmp_path, "a", "grounded", "甲"), ITEMS, sample=100, seed=1)
    assert len(tasks) == 30
    assert "down" not in {task.left.item for task in tasks}


def test_thumbs_down_become_tasks(store: GradeStore) -> None:
    down = RatedAnswer(question="何", answer=make_answer(), rating="down", reason="古い")
    up = RatedAnswer(question="何", answer=make_answer(), rating="up")
    tasks = tasks_from_thumbs([down, up])
    assert [task.task.remark for task in tasks] == ["古い"]
    assert store.add(tasks) == 1
    assert store.add(tasks) == 0
