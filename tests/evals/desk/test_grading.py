"""Grading at the desk."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.contract import Status
from assistant.feedback_contract import RatedAnswer
from evals.cases import Kind
from evals.dataset import load_dataset
from evals.desk import (
    Criterion,
    EvaluationSettings,
    GradeRefused,
    GradingDesk,
    Opinion,
    Preference,
    RunMissing,
    yaml_of,
)
from tests.evals.builders import make_answer
from tests.evals.fake_assistant import NoteAssistant
from tests.evals.grading.samples import scores
from tests.evals.runs import finished_run

DOWN = RatedAnswer(question="バスは何時ですか", answer=make_answer(), rating="down", reason="違う")


@pytest.fixture
def desk(home: Path) -> GradingDesk:
    finished_run(home, "one")
    finished_run(home, "two", assistant=NoteAssistant(nearest_enough=2.0))
    return GradingDesk(EvaluationSettings(home=home), with_users=True)


def test_two_graders_see_the_same_answers_blind(desk: GradingDesk) -> None:
    assert desk.draw("one", "two", sample=3, seed=1) > 0
    assert desk.draw("one", "two", sample=3, seed=1) == 0
    first, second = desk.waiting_for("mari"), desk.waiting_for("ken")
    assert first == second
    told = "".join(task.model_dump_json() for task in first)
    for hint in ('"one"', '"two"', "grounded"):
        assert hint not in told
    task = first[0]
    opinion = Opinion(left=scores(), right=scores(), preferred=Preference.TIE)
    desk.give(task, "mari", opinion)
    desk.give(task, "ken", opinion)
    assert task not in desk.waiting_for("mari")
    results = desk.results()
    assert results.graders == {"mari": 1, "ken": 1}
    assert results.finished == 1
    assert results.preferred == {"tie": 2}
    assert set(results.means) == {"one", "two"}


@pytest.mark.parametrize(
    ("opinion", "told"),
    [
        pytest.param(Opinion(left={}), "採点されていない", id="nothing"),
        pytest.param(Opinion(left={Criterion.CORRECT: 3}), "十分さ、出典", id="a part"),
        pytest.param(Opinion(left=scores(), right=scores()), "どちらがよいか", id="no preference"),
    ],
)
def test_an_incomplete_opinion_is_refused_with_what_is_missing(
    desk: GradingDesk, opinion: Opinion, told: str
) -> None:
    desk.draw("one", "two", sample=1, seed=1)
    with pytest.raises(GradeRefused) as refused:
        desk.give(desk.waiting_for("mari")[0], "mari", opinion)
    assert told in refused.value.message("ja")
    assert refused.value.message("en").isascii()


def test_users_answers_are_shown_only_to_who_may_see_them(home: Path, desk: GradingDesk) -> None:
    up = DOWN.model_copy(update={"rating": "up"})
    assert desk.queue_rated([DOWN, up]) == 1
    assert desk.queue_rated([DOWN]) == 0
    (task,) = desk.waiting_for("mari")
    assert (task.question, task.remark) == ("バスは何時ですか", "違う")
    barred = GradingDesk(EvaluationSettings(home=home), with_users=False)
    assert barred.waiting_for("mari") == []
    assert barred.bad_answers() == []
    assert barred.results().tasks == 0


def test_only_questions_in_a_graders_language_are_drawn(desk: GradingDesk) -> None:
    assert desk.draw("one", None, sample=8, seed=1, language="en") == 3
    assert {task.language for task in desk.waiting_for("mari")} == {"en"}


def test_a_sheet_goes_out_and_comes_back_whole_or_not_at_all(
    desk: GradingDesk, tmp_path: Path
) -> None:
    desk.draw("one", None, sample=2, seed=1)
    path = tmp_path / "mari.xlsx"
    path.write_bytes(desk.sheet_for("mari", "ja"))
    book = load_workbook(path)
    sheet = book.worksheets[0]
    graded = [n for n, cell in enumerate(sheet[1], start=1) if str(cell.value).startswith("A ")]
    for row in (2, 3):
        for column in graded:
            sheet.cell(row, column, 2)
    sheet.cell(3, 1, "unknown")
    book.save(path)
    with pytest.raises(GradeRefused, match="no task unknown"):
        desk.take_sheet(path.read_bytes(), "mari.xlsx", "mari")
    assert len(desk.waiting_for("mari")) == 2
    sheet.delete_rows(3)
    book.save(path)
    assert desk.take_sheet(path.read_bytes(), "mari.xlsx", "mari") == 1
    assert len(desk.waiting_for("mari")) == 1


def test_a_bad_answer_becomes_a_test_case_in_one_step(home: Path, desk: GradingDesk) -> None:
    desk.draw("one", None, sample=8, seed=1)
    task = next(task for task in desk.waiting_for("mari") if "何台" in task.question)
    desk.give(task, "mari", Opinion(left=scores({Criterion.CORRECT: 1}), comment="数が違う"))
    fine = next(one for one in desk.waiting_for("mari") if one != task)
    desk.give(fine, "mari", Opinion(left=scores()))
    (bad,) = desk.bad_answers()
    assert bad.comments == ("数が違う",)
    case = desk.propose(bad)
    assert case is not None
    assert case.facts == (("31台", "31 vehicles"), ("35自治体", "35 towns"))
    assert "31台" in yaml_of(case)
    assert load_dataset([desk.save_case(case)]).cases == (case,)
    with pytest.raises(GradeRefused):
        desk.save_case(case)


def test_either_side_of_a_comparison_can_be_the_bad_one(desk: GradingDesk) -> None:
    desk.draw("one", "two", sample=1, seed=1)
    (task,) = desk.waiting_for("mari")
    bad_right = Opinion(
        left=scores(), right=scores({Criterion.COMPLETE: 0}), preferred=Preference.LEFT
    )
    desk.give(task, "mari", bad_right)
    (bad,) = desk.bad_answers()
    assert bad.task.left == task.right
    assert bad.task.right is None


def test_a_users_answered_question_needs_facts_from_a_person(desk: GradingDesk) -> None:
    desk.queue_rated([DOWN])
    (bad,) = desk.bad_answers()
    assert bad.is_from_user
    assert desk.propose(bad) is None
    with pytest.raises(GradeRefused) as refused:
        desk.make(bad, kind=Kind.FACT, facts=(), must_not=())
    assert "事実を書いてください" in refused.value.message("ja")
    case = desk.make(bad, kind=Kind.FACT, facts=[("9時",)], must_not=())
    assert case.note == "違う"


def test_a_users_declined_question_is_to_be_declined_until_a_person_says_otherwise(
    desk: GradingDesk,
) -> None:
    declined = make_answer("ありません", status=Status.NOT_IN_SOURCES)
    desk.queue_rated([DOWN.model_copy(update={"answer": declined})])
    case = desk.propose(desk.bad_answers()[0])
    assert case is not None
    assert case.kind is Kind.UNANSWERABLE


def test_answers_of_a_run_that_is_not_there_are_not_drawn(desk: GradingDesk) -> None:
    with pytest.raises(RunMissing):
        desk.draw("../one", None, sample=1, seed=1)
