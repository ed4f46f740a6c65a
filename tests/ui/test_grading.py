"""The grading page: draw, grade blind, agree, Excel, and test questions from bad answers."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from streamlit.testing.v1 import AppTest

from assistant.feedback_contract import RatedAnswer
from evals.dataset import load_dataset
from evals.desk import Criterion, EvaluationSettings, GradingDesk, Opinion
from tests.evals.builders import make_answer
from tests.evals.fake_assistant import NoteAssistant
from tests.evals.grading.samples import scores
from tests.evals.runs import finished_run
from tests.ui.fake_service import FakeService
from tests.ui.serving import Server
from tests.ui.visitor import buttons, checked, folded, in_english, open_page, press, seen

KEY = "for evaluators"


@pytest.fixture
def desk(home: Path) -> GradingDesk:
    """Two runs whose answers differ."""
    finished_run(home, "early", day=1, assistant=NoteAssistant(nearest_enough=2.0))
    finished_run(home, "late", day=2)
    return GradingDesk(EvaluationSettings(home=home), with_users=True)


def section(page: AppTest, key: str) -> AppTest:
    control = next(group for group in page.button_group if group.key == "grading_section")
    return checked(control.set_value(key).run())


def as_grader(page: AppTest, name: str) -> AppTest:
    return checked(page.text_input(key="grader").set_value(name).run())


def grade_all(page: AppTest, step: int) -> AppTest:
    """Give every criterion the same grade, and prefer neither answer."""
    for choice in page.radio:
        choice.set_value("tie" if "渡すなら" in choice.label else step)
    return press(page, "採点を保存して次へ")


def test_with_nothing_to_grade_the_page_says_what_to_do() -> None:
    page = open_page("grading")
    assert "名前を入力" in page.info[0].value
    assert "採点を待っている答えはありません" in as_grader(page, "真理").info[0].value
    assert "先に「評価」のページで" in section(page, "draw").info[0].value
    assert "まだ採点がありません" in section(page, "results").info[0].value
    assert "いまのところ" in section(page, "bad").info[0].value


@pytest.mark.usefixtures("desk")
def test_a_grader_may_draw_questions_in_one_language_only() -> None:
    page = section(open_page("grading"), "draw")
    page.selectbox(key="draw_language").set_value("en")
    press(page, "選ぶ")
    assert "3件加えました" in page.success[0].value


@pytest.mark.usefixtures("desk")
def test_two_graders_grade_a_pair_blind_and_agree() -> None:
    page = section(open_page("grading"), "draw")
    page.selectbox(key="draw_second").set_value("early")
    page.number_input[0].set_value(1)
    press(page, "選ぶ")
    assert "1件加えました" in page.success[0].value
    for grader, step in (("真理", 3), ("健", 3)):
        section(page, "grade")
        as_grader(page, grader)
        text = seen(page)
        assert "答えA" in text
        assert "late" not in text
        assert "early" not in text
        grade_all(page, step)
        assert "採点を保存しました" in page.success[0].value
    section(page, "results")
    assert "1／1件" in seen(page)
    assert "late" not in seen(page)
    checked(page.toggle[0].set_value(True).run())
    shown = sorted(page.dataframe[1].value["評価の結果"])
    assert ["(early)" in shown[0], "(late)" in shown[1]] == [True, True], shown


def test_what_is_not_graded_yet_is_named_and_nothing_is_lost(desk: GradingDesk) -> None:
    desk.draw("late", None, sample=1, seed=1)
    page = as_grader(open_page("grading"), "真理")
    page.radio[0].set_value(2)
    press(page, "採点を保存して次へ")
    assert "十分さ、出典" in page.warning[0].value
    assert page.radio[0].value == 2
    assert desk.results().graders == {}


def test_a_task_can_be_left_for_later(desk: GradingDesk) -> None:
    desk.draw("late", None, sample=2, seed=1)
    page = as_grader(open_page("grading"), "真理")
    asked = next(one.value for one in page.markdown if one.value.startswith("> "))
    press(page, "あとにする")
    assert asked not in [one.value for one in page.markdown]
    press(page, "あとにする")
    assert asked in [one.value for one in page.markdown]


def test_grading_in_excel_and_its_mistakes(desk: GradingDesk) -> None:
    desk.draw("late", None, sample=1, seed=1)
    page = as_grader(section(open_page("grading"), "sheets"), "真理")
    assert "採点票を保存（1件）" in [one.proto.label for one in page.get("download_button")]
    book = load_workbook(BytesIO(desk.sheet_for("真理", "ja")))
    sheet = book.worksheets[0]
    graded = [n for n, cell in enumerate(sheet[1], start=1) if str(cell.value).startswith("A ")]
    sheet.cell(2, graded[0], 3)
    _upload(page, _saved(book))
    assert "2行目：採点されていない項目" in page.error[0].value
    for column in graded:
        sheet.cell(2, column, 3)
    _upload(page, _saved(book))
    assert "1件の採点を読み込みました" in page.success[0].value
    assert desk.results().graders == {"真理": 1}
    _upload(page, b"no sheet")
    assert "採点票ではありません" in page.error[0].value.replace("\\", "")


def test_a_bad_answer_becomes_a_test_question_in_one_click(desk: GradingDesk, home: Path) -> None:
    desk.draw("late", None, sample=8, seed=1)
    task = next(task for task in desk.waiting_for("真理") if "何台" in task.question)
    desk.give(task, "真理", Opinion(left=scores({Criterion.CORRECT: 0}), comment="数が違う"))
    page = section(open_page("grading"), "bad")
    bad = folded(page, "何台")
    assert "数が違う" in seen(bad)
    assert "31台 / 31 vehicles" in seen(bad)
    assert "31台" in bad.code[0].value
    press(page, "テスト問題として保存")
    assert "保存しました" in page.success[0].value
    (case,) = load_dataset([home / "evals" / "datasets" / "collected.yaml"]).cases
    assert case.question == task.question
    press(page, "テスト問題として保存")
    assert "すでにあります" in page.warning[0].value


def test_users_thumbs_fill_the_queue_for_who_has_the_key(
    server: Server, service: FakeService, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del server
    monkeypatch.setenv("SANPUKU_EVALUATOR_KEY", KEY)
    service.evaluator_key = KEY
    service.rated = [
        RatedAnswer(
            question="バスは何時ですか",
            earlier=("どこで乗れますか",),
            answer=make_answer(),
            rating="down",
            reason="時刻がない",
        )
    ]
    page = open_page("grading")
    page.text_input[0].set_value(KEY)
    press(page, "開く")
    section(page, "draw")
    press(page, "取り込む")
    assert "1件加えました" in page.success[0].value
    press(page, "取り込む")
    assert "新しい答えはありません" in page.info[-1].value
    text = seen(as_grader(section(page, "grade"), "真理"))
    for told in ("バスは何時ですか", "どこで乗れますか", "時刻がない"):
        assert told in text
    section(page, "bad")
    assert "テスト問題として保存" not in buttons(page)
    checked(page.text_area[0].set_value("8時｜8 o'clock").run())
    press(page, "テスト問題として保存")
    (case,) = load_dataset([home / "evals" / "datasets" / "collected.yaml"]).cases
    assert [turn.question for turn in case.turns] == ["どこで乗れますか", "バスは何時ですか"]
    assert case.turns[-1].facts == (("8時", "8 o'clock"),)
    assert case.note == "時刻がない"


def test_without_a_key_no_users_question_is_shown(desk: GradingDesk) -> None:
    rated = RatedAnswer(question="バスは何時ですか", answer=make_answer(), rating="down")
    desk.queue_rated([rated])
    page = as_grader(open_page("grading"), "真理")
    assert "採点を待っている答えはありません" in page.info[0].value
    assert "評価者の鍵" in section(page, "draw").info[-1].value
    assert "バスは" not in seen(section(page, "bad"))


def test_a_service_that_is_away_is_told_where_thumbs_are_fetched(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SANPUKU_EVALUATOR_KEY", KEY)
    page = open_page("grading")
    page.text_input[0].set_value(KEY)
    press(page, "開く")
    section(page, "draw")
    server.stop()
    press(page, "取り込む")
    assert "応答がありません" in page.error[0].value


def test_it_speaks_english(desk: GradingDesk) -> None:
    desk.draw("late", "early", sample=1, seed=1)
    page = as_grader(in_english(open_page("grading")), "Mary")
    text = seen(page)
    for told in ("Answer A", "Answer B", "Waiting for your grades"):
        assert told in text
    assert any("hand to the asker" in one.label for one in page.radio)
    for key in ("draw", "sheets", "results", "bad"):
        section(page, key)


def _upload(page: AppTest, content: bytes) -> None:
    mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.file_uploader[0].set_value([("grading.xlsx", content, mime)])
    press(page, "読み込む")


def _saved(book: Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()
