"""Excel out and in, and new test cases."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from assistant.contract import Status
from evals.cases import Kind, items_of
from evals.dataset import load_dataset
from evals.errors import GradeRefused
from evals.grading.exchange import read_sheet, write_sheet
from evals.grading.new_case import make_case, propose_case, save_case
from evals.grading.rubric import RUBRIC, Criterion, Preference
from evals.grading.tasks import Task
from tests.evals.builders import make_answer, make_item
from tests.evals.grading.samples import new_task


def _fill(path: Path, row: int, cells: dict[str, int | float | str]) -> None:
    book = load_workbook(path)
    sheet = book.worksheets[0]
    names = [str(cell.value).split("\n")[-1] for cell in sheet[1]]
    for name, value in cells.items():
        sheet.cell(row, names.index(name) + 1, value)
    book.save(path)


def _rubric(side: str, value: float | str) -> dict[str, int | float | str]:
    return {f"{side} {criterion.value} (0-3)": value for criterion in Criterion}


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "grading.xlsx"
    pair = new_task("t1", against="second", answer=make_answer("=HYPERLINK(1)。[1]"))
    write_sheet([pair.task, new_task("t2").task, new_task("t3").task], path, "ja")
    return path


def test_a_filled_sheet_comes_back_as_grades(sheet: Path) -> None:
    _fill(sheet, 2, {**_rubric("A", 3), **_rubric("B", "2 おおむね"), "preferred (A / B / =)": "b"})
    _fill(sheet, 3, {**_rubric("A", 0), "comment": "違う"})
    first, second = read_sheet(sheet, "mari")
    assert (first.task, first.preferred, second.comment) == ("t1", Preference.RIGHT, "違う")
    assert first.right is not None
    assert first.right[Criterion.CITED] == 2


def test_an_english_sheet_comes_back_too(tmp_path: Path) -> None:
    path = tmp_path / "grading.xlsx"
    write_sheet([new_task("t1").task], path, "en")
    book = load_workbook(path)
    sheet = book.worksheets[0]
    headings = [str(cell.value) for cell in sheet[1]]
    assert (book.sheetnames, headings[1]) == (["grading", "rubric"], "question\n質問")
    for criterion in Criterion:
        column = headings.index(f"A {criterion.value} (0-3)\nA {RUBRIC[criterion].ja}")
        sheet.cell(2, column + 1, 2)
    book.save(path)
    assert [set(grade.left.values()) for grade in read_sheet(path, "mari")] == [{2}]


def test_rows_are_as_high_as_their_longest_text(tmp_path: Path) -> None:
    path = tmp_path / "grading.xlsx"
    short, long = make_answer("短い。[1]"), make_answer("移動販売の停留所です。" * 40)
    write_sheet([new_task("t1", answer=short).task, new_task("t2", answer=long).task], path, "ja")
    rows = load_workbook(path).worksheets[0].row_dimensions
    assert rows[2].height < rows[3].height <= 409


def test_without_comparisons_there_is_no_second_answer_to_be_seen(tmp_path: Path) -> None:
    def hidden(tasks: list[Task]) -> set[str]:
        write_sheet(tasks, tmp_path / "grading.xlsx", "en")
        sheet = load_workbook(tmp_path / "grading.xlsx").worksheets[0]
        columns = sheet.column_dimensions
        headings = [str(cell.value).split("\n")[0] for cell in sheet[1]]
        return {
            name
            for index, name in enumerate(headings, start=1)
            if columns[get_column_letter(index)].hidden
        }

    assert hidden([new_task("t1", against="second").task]) == set()
    single = hidden([new_task("t1").task])
    assert {"answer B", "sources B", "B correct (0-3)", "preferred (A / B / =)"} < single
    assert not {"answer A", "A correct (0-3)", "comment"} & single


def test_text_that_looks_like_a_formula_is_kept_harmless(sheet: Path) -> None:
    cell = load_workbook(sheet).worksheets[0]["C2"]
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'=")


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        pytest.param({"A correct (0-3)": 2}, "row 3: .*not graded", id="half a rubric"),
        pytest.param(_rubric("A", 7), "row 3: .*from 0 to 3", id="off the scale"),
        pytest.param(_rubric("A", "よい"), "row 3", id="words"),
        pytest.param(_rubric("A", 1.5), "row 3: .*whole", id="between two steps"),
        pytest.param({**_rubric("A", 1), "preferred (A / B / =)": "C"}, "row 3: 'C'", id="unknown sign"),
    ],
)  # fmt: skip
def test_wrong_rows_are_named(sheet: Path, cells: dict[str, int | float | str], told: str) -> None:
    _fill(sheet, 3, cells)
    with pytest.raises(GradeRefused, match=told):
        read_sheet(sheet, "mari")


def test_headings_and_refusals_are_in_both_languages(sheet: Path) -> None:
    headings = [str(cell.value) for cell in load_workbook(sheet).worksheets[0][1]]
    assert "A 正しさ\nA correct (0-3)" in headings
    assert "質問\nquestion" in headings
    _fill(sheet, 3, {"A correct (0-3)": 2})
    with pytest.raises(GradeRefused) as refused:
        read_sheet(sheet, "mari")
    assert refused.value.message("ja") == (
        "3行目：採点されていない項目があります：十分さ、出典、使いやすさ、中立性"
    )
    assert refused.value.message("en").startswith("row 3: not graded: complete")


def test_what_was_asked_before_is_on_the_sheet(tmp_path: Path) -> None:
    task = new_task("t1").task.model_copy(update={"earlier": ("チョイソコとは",)})
    write_sheet([task], tmp_path / "grading.xlsx", "ja")
    cell = load_workbook(tmp_path / "grading.xlsx").worksheets[0]["B2"]
    assert str(cell.value) == f"(チョイソコとは)\n{task.question}"


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    other.write_text("no sheet", encoding="utf-8")
    with pytest.raises(GradeRefused, match="not a grading sheet"):
        read_sheet(other, "mari")


def test_one_click_makes_a_case_of_a_known_question(tmp_path: Path) -> None:
    item = make_item(facts=(("棲み分け", "separate"),))
    case = propose_case(new_task("t1"), [item])
    assert case is not None
    file = save_case(case, tmp_path)
    assert load_dataset([file]).cases == (case,)
    assert case.facts == item.facts
    with pytest.raises(GradeRefused, match="already"):
        save_case(case, tmp_path)


def test_a_users_question_needs_a_person_to_say_what_is_right(tmp_path: Path) -> None:
    answered = new_task("t1", item="", run="")
    assert propose_case(answered) is None
    case = make_case(answered, kind=Kind.FACT, facts=[("66自治体",)])
    save_case(case, tmp_path)
    declined = new_task(
        "t2", item="", run="", answer=make_answer("ない", status=Status.NOT_IN_SOURCES)
    )
    proposed = propose_case(declined)
    assert proposed is not None
    assert proposed.kind is Kind.UNANSWERABLE
    with pytest.raises(GradeRefused, match="names no fact"):
        make_case(answered, kind=Kind.FACT)


def test_a_follow_up_becomes_a_conversation_whose_beginning_may_be_answered_anyhow() -> None:
    task = new_task("t1")
    told = {"earlier": ("チョイソコとは", "どこにある")}
    followed = task.model_copy(update={"task": task.task.model_copy(update=told)})
    case = make_case(followed, kind=Kind.FACT, facts=[("66自治体",)], must_not=["70自治体"])
    first, second, last = items_of(case)
    assert (first.question, second.question) == ("チョイソコとは", "どこにある")
    assert first.to_be_answered is second.to_be_answered is None
    assert (last.question, last.facts) == (task.task.question, (("66自治体",),))
    assert last.must_not == ("70自治体",)
    assert case.name != make_case(task, kind=Kind.FACT, facts=[("66自治体",)]).name
