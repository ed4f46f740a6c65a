"""`sanpuku ask --batch`: lists of questions in, answers out."""

import csv
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.assistant.command_line.conftest import Run

QUESTIONS = ("チョイソコはどんな取組ですか", "What is Choisoko?")


def write_csv(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def write_excel(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    workbook = Workbook()
    for row in rows:
        workbook.worksheets[0].append(list(row))
    workbook.save(path)
    return path


def read(path: Path) -> list[Mapping[str, str]]:
    """Answers of any kind of file, a row each."""
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))
    rows = list(load_workbook(path).worksheets[0].iter_rows(values_only=True))
    head = [str(cell) for cell in rows[0]]
    return [{n: str(c or "") for n, c in zip(head, row, strict=True)} for row in rows[1:]]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "jsonl"])
def test_each_kind_of_file_comes_and_goes(suffix: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / f"questions.{suffix}"
    if suffix == "csv":
        write_csv(path, "question\n" + "\n".join(QUESTIONS))
    elif suffix == "xlsx":
        write_excel(path, [["question"], *([q] for q in QUESTIONS)])
    else:
        path.write_text("\n".join(json.dumps({"question": q}) for q in QUESTIONS))
    done = run("ask", "--batch", str(path))
    assert done.exit_code == 0
    assert "2件に回答しました（エラー 0件）" in done.stderr
    rows = read(tmp_path / f"questions-answers.{suffix}")
    assert [row["question"] for row in rows] == list(QUESTIONS)
    assert [row["status"] for row in rows] == ["answered", "answered"]
    assert [row["language"] for row in rows] == ["ja", "en"]
    assert all("[1]" in row["text"] and row["citations"] for row in rows)


def test_one_kind_of_file_may_become_another(run: Run, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "q.csv", f"質問\n{QUESTIONS[0]}\n")
    target = tmp_path / "answers.xlsx"
    assert run("ask", "--batch", str(path), "--out", str(target)).exit_code == 0
    (row,) = read(target)
    assert row["question"] == QUESTIONS[0]
    assert "産福共創に向けたポイント集 p.30,31" in row["citations"]


@pytest.mark.parametrize(
    "encoding",
    [
        pytest.param("utf-8", id="UTF-8"),
        pytest.param("utf-8-sig", id="UTF-8 of Excel"),
        pytest.param("cp932", id="the Japanese Windows encoding"),
    ],
)
def test_encodings_of_csv(encoding: str, run: Run, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "q.csv", f"question\r\n{QUESTIONS[0]}\r\n", encoding)
    assert run("ask", "--batch", str(path)).exit_code == 0
    assert read(tmp_path / "q-answers.csv")[0]["question"] == QUESTIONS[0]


def test_a_bad_row_has_its_error_beside_it_and_the_rest_go_on(run: Run, tmp_path: Path) -> None:
    long = "あ" * 2001
    path = write_csv(
        tmp_path / "q.csv",
        f"no,question,persona\n1,{QUESTIONS[0]},sc\n2,,\n3,{long},\n4,{QUESTIONS[1]},mayor\n5\n6,{QUESTIONS[1]},\n",
    )
    done = run("ask", "--batch", str(path))
    assert done.exit_code == 0
    assert "6件に回答しました（エラー 4件）" in done.stderr
    rows = read(tmp_path / "q-answers.csv")
    assert [row["no"] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert [bool(row["error"]) for row in rows] == [False, True, True, True, True, False]
    assert "1〜2000文字" in rows[1]["error"]
    assert "persona" in rows[3]["error"]
    assert rows[0]["persona"] == "sc"


def test_errors_are_told_in_the_terminals_language(
    run: Run, english_terminal: None, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "q.csv", "no,question\n1,\n")
    done = run("ask", "--batch", str(path))
    assert "1 questions answered (1 errors)" in done.stderr
    assert "1 to 2,000 characters" in read(tmp_path / "q-answers.csv")[0]["error"]


def test_further_columns_come_back(run: Run, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "q.csv", f"番号,question,メモ\n7,{QUESTIONS[0]},至急\n")
    run("ask", "--batch", str(path))
    (row,) = read(tmp_path / "q-answers.csv")
    assert (row["番号"], row["メモ"]) == ("7", "至急")


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.parametrize("danger", ["=HYPERLINK(1)", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", " =1+1"])
def test_no_cell_becomes_a_formula(danger: str, suffix: str, run: Run, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "q.csv", f'no,question,memo\n1,{QUESTIONS[0]},"{danger}"\n')
    target = tmp_path / f"a.{suffix}"
    assert run("ask", "--batch", str(path), "--out", str(target)).exit_code == 0
    (row,) = read(target)
    assert row["memo"] == f"'{danger}"
    if suffix == "xlsx":
        cells = [c for r in load_workbook(target).worksheets[0].iter_rows() for c in r]
        assert all(cell.data_type != "f" for cell in cells)


def test_control_characters_do_not_stop_excel(run: Run, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "q.csv", f"question,memo\n{QUESTIONS[0]},a\x0bb\n")
    target = tmp_path / "a.xlsx"
    assert run("ask", "--batch", str(path), "--out", str(target)).exit_code == 0
    assert read(target)[0]["memo"] == "ab"


def test_a_question_of_several_lines_is_one_question(run: Run, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "q.csv", 'question\n"チョイソコは\nどんな取組ですか"\n')
    run("ask", "--batch", str(path))
    (row,) = read(tmp_path / "q-answers.csv")
    assert row["question"] == "チョイソコは\nどんな取組ですか"
    assert row["status"] == "answered"


def test_the_side_given_for_all_holds_where_a_row_names_none(run: Run, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "q.csv", f"question,persona\n{QUESTIONS[0]},\n{QUESTIONS[0]},sc\n")
    run("ask", "--batch", str(path), "--persona", "company")
    assert [row["persona"] for row in read(tmp_path / "q-answers.csv")] == ["company", "sc"]


def test_json_lines_keep_the_fields_of_http(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    path.write_text(json.dumps({"question": QUESTIONS[0], "id": 5, "persona": None}) + "\n\n")
    run("ask", "--batch", str(path))
    (row,) = read(tmp_path / "q-answers.jsonl")
    assert row["id"] == "5"
    assert isinstance(row["citations"], list)
    assert row["persona"] is None


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        pytest.param("q.csv", b"topic\nshops\n", "「question」（質問）の列", id="no column"),
        pytest.param("q.txt", b"question\nq\n", "csv・xlsx・jsonl", id="another type"),
        pytest.param("q.xlsx", b"not a workbook", "読めません", id="a broken workbook"),
        pytest.param("q.csv", b"\xff\xfe\x00\x81", "読めません", id="no text"),
        pytest.param("q.jsonl", b'{"question": "q"}\n{"quest', "line 2", id="broken JSON"),
        pytest.param("q.jsonl", b'["q"]\n', "line 1", id="a list in place of fields"),
    ],
)
def test_a_list_that_cannot_be_used_is_one_sentence_and_code_one(
    name: str, content: bytes, sentence: str, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = run("ask", "--batch", str(path))
    assert done.exit_code == 1
    assert sentence in done.stderr
    assert [file.name for file in tmp_path.iterdir() if "answers" in file.name] == []


def test_a_list_that_is_not_there(run: Run, tmp_path: Path) -> None:
    assert run("ask", "--batch", str(tmp_path / "none.csv")).exit_code == 1


@pytest.mark.parametrize(
    ("out", "sentence"),
    [
        pytest.param("a.pdf", "csv・xlsx・jsonl", id="a type that is not written"),
        pytest.param("q.csv", "上書き", id="the list itself"),
        pytest.param("no/such/folder/a.csv", "書き込めません", id="a folder that is not there"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_told_before_answering(
    out: str, sentence: str, run: Run, tmp_path: Path
) -> None:
    path = write_csv(tmp_path / "q.csv", f"question\n{QUESTIONS[0]}\n")
    done = run("ask", "--batch", str(path), "--out", str(tmp_path / out))
    assert done.exit_code == 1
    assert sentence in done.stderr
    assert path.read_text(encoding="utf-8") == f"question\n{QUESTIONS[0]}\n"


def test_an_empty_list_is_an_empty_answer(run: Run, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "q.csv", "question\n")
    assert run("ask", "--batch", str(path)).exit_code == 0
    assert read(tmp_path / "q-answers.csv") == []
