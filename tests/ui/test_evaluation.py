"""The evaluation page: runs, cases, trends, comparisons, and starting a run."""

import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.contract import Readiness
from evals.desk import EvaluationSettings, RunDesk
from evals.run_state import running
from tests.evals.fake_assistant import NoteAssistant
from tests.evals.runs import begun_run, finished_run, part_of
from tests.ui.fake_service import FakeService
from tests.ui.visitor import button, buttons, checked, folded, in_english, open_page, press, seen

FORGETFUL = NoteAssistant(nearest_enough=2.0)
"""Declines everything."""


def section(page: AppTest, key: str) -> AppTest:
    """The page after another section was chosen."""
    control = next(group for group in page.button_group if group.key == "evaluation_section")
    return checked(control.set_value(key).run())


def part(page: AppTest, key: str) -> AppTest:
    control = next(group for group in page.button_group if group.key == "evaluation_part")
    return checked(control.set_value(key).run())


@pytest.fixture
def two_runs(home: Path) -> None:
    """An early run that declines everything, and a later one that answers."""
    finished_run(home, "early", day=1, assistant=FORGETFUL)
    finished_run(home, "late", day=2)


def test_without_runs_and_without_a_service_the_page_says_what_to_do() -> None:
    page = open_page("evaluation")
    assert "評価の結果はまだありません" in seen(page)
    assert "評価の結果はまだありません" in section(page, "trends").info[0].value
    assert "二つ必要" in section(page, "compare").info[0].value
    section(page, "start")
    assert "応答がありません" in page.error[0].value
    assert "評価を始める" not in buttons(page)


@pytest.mark.usefixtures("two_runs")
def test_runs_are_listed_with_their_figures() -> None:
    text = seen(open_page("evaluation"))
    assert text.index("late") < text.index("early")
    assert "**正答率**：100.0%（8問）" in text
    assert "**誤った拒否**：100.0%" in text
    assert "完了" in text


@pytest.mark.usefixtures("two_runs")
def test_a_run_is_looked_into_case_by_case() -> None:
    page = open_page("evaluation", run="early")
    text = seen(page)
    assert "8件（全8件）" in text
    case = folded(page, "うえたん号は何台")
    read = seen(case)
    assert "答えるべきなのに拒否" in case.label
    for told in ("31台", "不足", "資料では確認できませんでした", "出典はありません"):
        assert told in read
    press(page, "一覧にもどる")
    assert "結果の一覧" not in seen(page)
    assert "early" in seen(page)


@pytest.mark.usefixtures("two_runs")
def test_cases_are_filtered() -> None:
    page = open_page("evaluation", run="early")
    shown = [one.label for one in page.expander]
    wrong = [number for number, label in enumerate(shown) if "答えるべきなのに拒否" in label]
    right = [number for number, label in enumerate(shown) if "正答" in label]
    assert max(wrong) < min(right)
    kinds = next(box for box in page.multiselect if box.key == "case_kinds")
    checked(kinds.set_value(["off_topic"]).run())
    assert "1件（全8件）" in seen(page)
    assert folded(page, "Osaka")
    checked(kinds.set_value([]).run())
    outcomes = next(group for group in page.button_group if group.key == "case_outcomes")
    checked(outcomes.set_value(["false_refusal"]).run())
    assert "6件（全8件）" in seen(page)
    checked(page.text_input[0].set_value("チョイソコ").run())
    assert "3件（全8件）" in seen(page)
    checked(page.text_input[0].set_value("どこにもない言葉").run())
    assert "条件に合う質問はありません" in seen(page)


@pytest.mark.usefixtures("two_runs")
def test_a_follow_up_is_shown_with_what_was_asked_before() -> None:
    page = open_page("evaluation", run="late")
    assert "チョイソコは何自治体で運行していますか" in seen(folded(page, "チョイソコの運賃は"))


@pytest.mark.usefixtures("two_runs")
def test_a_run_has_groups_metrics_and_reports() -> None:
    page = open_page("evaluation", run="late")
    part(page, "groups")
    assert len(page.get("arrow_vega_lite_chart")) + len(page.get("vega_lite_chart")) >= 3
    part(page, "metrics")
    table = page.dataframe[0].value
    assert "引用再現率" in list(table["指標"])
    part(page, "report")
    labels = [one.proto.label for one in page.get("download_button")]
    assert labels == ["HTMLレポートを保存", "Excelを保存"]


@pytest.mark.usefixtures("two_runs")
def test_a_trend_is_a_chart_with_its_numbers_beside() -> None:
    page = section(open_page("evaluation"), "trends")
    table = page.dataframe[0].value
    assert list(table["評価の名前"]) == ["late", "early"]
    assert not page.info


def test_one_run_is_no_trend_yet(home: Path) -> None:
    finished_run(home, "one")
    assert "もう一度評価すると" in section(open_page("evaluation"), "trends").info[0].value


@pytest.mark.usefixtures("two_runs")
def test_two_runs_are_compared_with_what_chance_explains() -> None:
    page = section(open_page("evaluation"), "compare")
    assert "8問" in seen(page)
    assert "良くなった指標" in page.success[0].value
    assert "正答率" in page.success[0].value
    table = page.dataframe[0].value
    verdicts = dict(zip(table["指標"], table["判定"], strict=True))
    assert verdicts["正答率"] == "良くなった"
    assert verdicts["判断の正しさ"] == "良くなった"
    assert "悪くなった質問（0件）" in seen(page)
    change = seen(folded(page, "うえたん号は何台"))
    assert "31台" in change
    checked(page.selectbox(key="compare_before").set_value("late").run())
    assert "別々の結果" in page.info[0].value


def test_defects_of_the_questions_are_told_in_short_and_named_for_who_wants_them(
    home: Path,
) -> None:
    run = finished_run(home, "one")
    defect = "questions.yaml: taxi-ja: names no fact"
    manifest = run.manifest.model_copy(update={"defects": (defect,)})
    (run.folder / "manifest.json").write_text(manifest.model_dump_json(), encoding="utf-8")
    page = open_page("evaluation", run="one")
    assert "1件あります" in page.warning[0].value
    assert "names no fact" not in page.warning[0].value
    assert "names no fact" in seen(folded(page, "不備の内容"))


def test_a_run_that_broke_off_can_be_resumed_and_its_part_read(home: Path) -> None:
    part_of(begun_run(home, "broken"), 3)
    page = open_page("evaluation")
    assert "途中で終わってしまいました" in page.error[0].value
    assert "続きから再開する" in buttons(page)
    press(page, "くわしく見る")
    assert "3件（全3件）" in seen(page)


def test_a_run_that_goes_on_shows_how_far_it_is(home: Path) -> None:
    run = begun_run(home, "one")
    part_of(run, 3)
    with running(run.folder):
        page = open_page("evaluation")
        assert "3／8問" in page.get("progress")[0].proto.text
        assert "くわしく見る" not in buttons(page)
        press(page, "停止する")
        assert "いま尋ねている質問が終わったら" in seen(page)
    assert "途中で停止した評価です" in checked(page.run()).info[0].value


def test_a_damaged_run_stops_nothing(home: Path, two_runs: None) -> None:
    del two_runs
    (home / "evals" / "early" / "manifest.json").write_text("{", encoding="utf-8")
    page = open_page("evaluation")
    assert "壊れていて" in page.error[0].value
    assert "late" in seen(page)


def test_a_run_of_the_address_that_is_not_there_is_explained() -> None:
    assert "見つかりません" in open_page("evaluation", run="../x").error[0].value


@pytest.mark.usefixtures("server")
def test_a_service_that_prepares_is_not_evaluated_yet(service: FakeService) -> None:
    service.readiness = Readiness(status="preparing")
    page = section(open_page("evaluation"), "start")
    assert "準備をしています" in page.info[0].value
    assert "評価を始める" not in buttons(page)
    service.readiness = Readiness(status="ready")
    assert "評価を始める" in buttons(checked(page.run()))


@pytest.mark.usefixtures("server")
def test_a_run_is_begun_watched_and_stopped(home: Path) -> None:
    page = section(open_page("evaluation"), "start")
    assert "言語モデル不使用" in seen(page)
    page.radio(key="start_limit").set_value(20)
    press(page, "評価を始める")
    assert "評価を実行しています" in page.info[0].value
    deadline = time.monotonic() + 90
    while "停止する" not in buttons(page) and "評価を始める" not in buttons(page):
        assert time.monotonic() < deadline
        time.sleep(0.1)
        checked(page.run())
    if "停止する" in buttons(page):
        button(page, "停止する").click()
    while "評価を始める" not in buttons(checked(page.run())):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    (run,) = RunDesk(EvaluationSettings(home=home)).overviews()
    assert run.set_name == "dev"
    assert 20 <= run.to_ask < 60
    assert button(page, "くわしく見る")


@pytest.mark.usefixtures("two_runs")
def test_it_speaks_english() -> None:
    page = in_english(open_page("evaluation"))
    for key, told in (("runs", "Look into it"), ("compare", "Compared question by question")):
        assert told in seen(section(page, key))
    assert "Right" in list(section(page, "trends").dataframe[0].value)


@pytest.mark.parametrize("view", ["evaluation", "grading"])
@pytest.mark.usefixtures("two_runs")
def test_where_a_key_is_set_it_is_asked_for(view: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANPUKU_EVALUATOR_KEY", "for evaluators")
    page = open_page(view)
    assert page.title[0].value == {"evaluation": "評価", "grading": "採点"}[view]
    assert "評価者の鍵" in page.info[0].value
    assert "late" not in seen(page)
    checked(page.text_input[0].set_value("a guess at it").run())
    press(page, "開く")
    assert "鍵が違います" in page.error[0].value
    page.text_input[0].set_value("for evaluators")
    press(page, "開く")
    assert not page.error
    assert f"{view}_section" in {group.key for group in page.button_group}
