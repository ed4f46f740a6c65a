"""The list of sheets, a new one, one that is brought in."""

import pytest
from streamlit.testing.v1 import AppTest

from assistant.worksheet_client import WorksheetClient
from assistant.worksheet_contract import CreateSheet, CreateWorkspace
from assistant.worksheets.export.kinds import ExportKind
from assistant.worksheets.model import Sheet
from assistant.worksheets.sharing import Workspace
from tests.ui.visitor import buttons, checked, in_english, open_page, press, seen
from tests.ui.worksheets.sheet_visitor import (
    VIEW,
    YAMADA,
    box,
    joined,
    labelled,
    pressed,
)


def test_from_nothing_to_a_whole_first_draft(url: str) -> None:
    page = press(open_page(VIEW), "新しいシートを作る")
    kinds = next(group for group in page.button_group if "移動支援" in group.options)
    kinds.set_value(["movement"])
    labelled(page.text_input, "どんなサービス").set_value("予約制の乗合送迎")
    labelled(page.text_input, "市区町村").set_value("みどり市")
    labelled(page.text_input, "地区").set_value("東地区、西地区")
    labelled(page.number_input, "人口密度").set_value(312.0)
    labelled(page.number_input, "充足率").set_value(55.0)
    labelled(page.text_input, "お名前").set_value("佐藤")
    checked(page.run())
    assert "市場性「中」エリア（B）" in seen(page)
    page = press(page, "作って、全部の欄に下書きを入れる")
    assert "16欄に下書きを入れました" in seen(page)
    assert "東地区" in box(page, "persona").value
    assert "まだ対応していないこと" in seen(page)
    assert "出典：" in seen(page)


def test_who_has_no_sheets_reads_how_to_go_on_with_those_of_another_browser(url: str) -> None:
    page = open_page(VIEW)
    assert "ブラウザーごと" in page.info[0].value
    assert "under “Share and settings”" in in_english(page).info[0].value


def test_a_name_is_needed_before_anything_is_made(url: str) -> None:
    page = press(press(open_page(VIEW), "新しいシートを作る"), "空のまま作る")
    assert "お名前を入れてください" in page.warning[0].value


def test_sheets_are_found_deleted_and_taken_back(
    page: AppTest, company: WorksheetClient, sheet: Sheet, workspace: Workspace
) -> None:
    page = press(page, "シートの一覧にもどる")
    assert "みどり市の送迎" in seen(page)
    assert "完成度" in str([x.proto for x in page.get("progress")])
    page = checked(page.text_input(key="find_sheet").set_value("見守り").run())
    assert "見つかりません" in page.info[0].value
    page = checked(page.text_input(key="find_sheet").set_value("山田 みどり").run())
    page = pressed(page, f"delete-{sheet.id}")
    assert not company.list(workspace.id).worksheets
    press(page, "元に戻す")
    assert company.list(workspace.id).worksheets


def test_what_cannot_be_read_is_refused_and_nothing_is_added(
    page: AppTest, company: WorksheetClient, workspace: Workspace
) -> None:
    page = press(page, "シートの一覧にもどる")
    page.file_uploader[0].set_value([("sheet.json", b"{broken", "application/json")])
    page = checked(page.button(key="FormSubmitter:import-ファイルから読み込む").click().run())
    assert "シートを読み込めません" in page.error[0].value
    assert len(company.list(workspace.id).worksheets) == 1


def test_a_sheet_that_was_exported_is_read_back(
    page: AppTest, company: WorksheetClient, workspace: Workspace, sheet: Sheet
) -> None:
    content = company.export(sheet.id, ExportKind.JSON).content
    page = press(page, "シートの一覧にもどる")
    page.file_uploader[0].set_value([("sheet.json", content, "application/json")])
    checked(page.button(key="FormSubmitter:import-ファイルから読み込む").click().run())
    assert len(company.list(workspace.id).worksheets) == 2


def test_the_page_is_there_in_english(page: AppTest) -> None:
    page = in_english(page)
    assert "Whose problem is to be solved?" in seen(page)
    assert "Draft all empty fields (16)" in buttons(page)


def test_what_was_chosen_survives_another_language(url: str) -> None:
    page = press(open_page(VIEW), "新しいシートを作る")
    kinds = next(group for group in page.button_group if "移動支援" in group.options)
    page = in_english(checked(kinds.set_value(["movement"]).run()))
    kinds = next(group for group in page.button_group if "Transport" in group.options)
    assert kinds.value == ["movement"]


def test_the_service_being_away_is_told(page: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SANPUKU_API_URL", "http://127.0.0.1:9")
    checked(box(page, "persona").set_value("消えてはいけない文").run())
    assert "応答がありません" in page.error[0].value
    monkeypatch.undo()


def test_only_questions_that_follow_from_the_answers_are_asked(
    company: WorksheetClient, workspace: Workspace
) -> None:
    made = company.create(
        CreateSheet(workspace_id=workspace.id, form_id="level-municipality", title="段階")
    )
    page = joined(made, workspace)
    before = len(page.radio)
    page = checked(page.radio[0].set_value("yes").run())
    assert company.get(made.id).value("discussed").choices == ("yes",)
    assert len(page.radio) > before


def test_workspaces_of_the_same_name_are_told_apart(
    page: AppTest, company: WorksheetClient, workspace: Workspace
) -> None:
    other = company.workspaces.create(CreateWorkspace(name=workspace.name, person=YAMADA))
    made = company.create(
        CreateSheet(workspace_id=other.id, form_id="level-municipality", title="段階")
    )
    page.query_params.update(sheet=made.id, key=other.key)
    page = press(checked(page.run()), "参加する")
    page = press(press(page, "シートの一覧にもどる"), "新しいシートを作る")
    choice = page.selectbox(key="new_workspace")
    assert len(set(choice.options)) == 2
    press(checked(choice.set_value(workspace.id).run()), "空のまま作る")
    assert len(company.list(workspace.id).worksheets) == 2


def test_a_copy_is_called_a_copy(
    page: AppTest, company: WorksheetClient, sheet: Sheet, workspace: Workspace
) -> None:
    page = press(page, "シートの一覧にもどる")
    page.button(key=f"copy-{sheet.id}").click()
    page = checked(page.run())
    assert labelled(page.text_input, "新しいシートの名前").value == "みどり市の送迎（写し）"
    page.button(key=f"copy-{sheet.id}").click()
    press(page, "写しを作る")
    titles = {each.title for each in company.list(workspace.id).worksheets}
    assert titles == {"みどり市の送迎", "みどり市の送迎（写し）"}
