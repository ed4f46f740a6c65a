"""Excel out and in, and new test cases."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.contract import Status
from evals.cases import Kind
from evals.dataset import load_dataset
from evals.errors import GradeRefused
from evals.grading.exchange import read_sheet, write_sheet
from evals.grading.new_case import make_case, propose_case, save_case
from evals.grading.rubric import Criterion, Preference
from tests.evals.builders import make_answer, make_item
from tests.evals.grading.samples import new_task


def _fill(path: Path, row: int, cells: dict[str, int | float | str]) -> None:
    book = load_workbook(path)
    sheet = book["grading"]
    names = [str(cell.value).split("\n")[0] for cell in sheet[1]]
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


def test_text_that_looks_like_a_formula_is_kept_harmless(sheet: Path) -> None:
    cell = load_workbook(sheet)["grading"]["C2"]
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
    headings = [str(cell.value) for cell in load_workbook(sheet)["grading"][1]]
    assert "A correct (0-3)\nA 正しさ" in headings
    assert "question\n質問" in headings
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
    cell = load_workbook(tmp_path / "grading.xlsx")["grading"]["B2"]
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
