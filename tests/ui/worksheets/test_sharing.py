"""Two sides on one sheet: conflicts, comments, versions, link, lock."""

import pytest
from streamlit.testing.v1 import AppTest

from assistant.worksheet_client import WorksheetClient
from assistant.worksheet_contract import (
    AddComment,
    ChangeSheet,
    CreateSheet,
    JoinWorkspace,
    SaveField,
)
from assistant.worksheets.inputs import Partner, PartnerKind
from assistant.worksheets.model import FieldValue, Sheet
from assistant.worksheets.sharing import Workspace
from tests.ui.visitor import buttons, checked, open_page, press, seen
from tests.ui.worksheets.sheet_visitor import (
    VIEW,
    YAMADA,
    box,
    joined,
    labelled,
    part,
    pressed,
    save,
    typed_values,
    write,
)


@pytest.mark.parametrize(
    ("way", "kept"),
    [
        pytest.param(0, "自分の文", id="mine is kept"),
        pytest.param(1, "相手の文", id="theirs is taken"),
        pytest.param(2, "相手の文\n自分の文", id="both are kept"),
    ],
)
def test_of_two_who_edit_one_field_neither_loses_text(
    page: AppTest, company: WorksheetClient, sheet: Sheet, *, way: int, kept: str
) -> None:
    save(company, sheet, "persona", "相手の文")
    page = write(page, "persona", "自分の文")
    assert "山田さんが先にこの欄を保存しました" in page.warning[0].value
    assert "自分の文" in seen(page)
    assert "相手の文" in seen(page)
    assert typed_values(company, sheet, "persona") == "相手の文"
    page = pressed(page, f"conflict-persona-{way}")
    assert typed_values(company, sheet, "persona") == kept
    assert box(page, "persona").value == kept


def test_of_two_single_choices_one_is_kept(company: WorksheetClient, workspace: Workspace) -> None:
    made = company.create(
        CreateSheet(workspace_id=workspace.id, form_id="level-municipality", title="段階")
    )
    page = joined(made, workspace)
    theirs = SaveField(revision=0, value=FieldValue(choices=("no",)))
    company.save_field(made.id, "discussed", theirs)
    page = checked(page.radio[0].set_value("yes").run())
    ways = [one.label for one in page.button if str(one.key).startswith("conflict-discussed")]
    assert ways == ["自分の文にする", "相手の文にする"]


def test_somebody_elses_text_comes_only_when_asked_for(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = write(page, "persona", "はじめの文")
    save(company, sheet, "persona", "あとの文")
    checked(page.run())
    assert "山田さんがこの欄を変えました" in seen(page)
    assert box(page, "persona").value == "はじめの文"
    page = pressed(page, "latest-persona")
    assert box(page, "persona").value == "あとの文"


def test_a_version_is_kept_compared_and_restored(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = part(write(page, "persona", "はじめの文"), "版・履歴")
    labelled(page.text_input, "版の名前").set_value("第1回")
    page = press(page, "今の内容を版として残す")
    save(company, sheet, "persona", "あとの文")
    page = checked(page.toggle[0].set_value(True).run())
    assert "はじめの文" in seen(page)
    assert "あとの文" in seen(page)
    press(page, "この版に戻す")
    assert typed_values(company, sheet, "persona") == "はじめの文"
    assert len(company.history(sheet.id).versions().versions) == 2


def test_a_finished_sheet_takes_no_edits(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = press(part(page, "共有・設定"), "このシートを確定する")
    assert company.get(sheet.id).locked
    page = part(page, "書く")
    assert not page.text_area
    assert "確定済み" in page.success[0].value


def test_what_was_typed_into_a_sheet_that_was_just_finished_can_be_copied(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    company.lock(sheet.id)
    page = write(page, "persona", "消えてはいけない文")
    assert "消えてはいけない文" in [code.value for code in page.code]
    assert "保存できなかったあなたの文" in seen(page)
    assert "もう一度保存する" not in buttons(page)
    company.lock(sheet.id, False)
    page = press(checked(page.run()), "もう一度保存する")
    assert typed_values(company, sheet, "persona") == "消えてはいけない文"


def test_indicators_typed_into_a_sheet_that_was_just_finished_can_be_copied(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = pressed(page, "section-kpi")
    company.lock(sheet.id)
    name = next(x for x in page.text_input if "kpi-kpi_shared" in str(x.key))
    page = checked(name.set_value("利用者数").run())
    assert "利用者数（目標：-／測り方：-／頻度：-）" in [code.value for code in page.code]


def test_the_share_link_leads_to_this_sheet(
    page: AppTest, sheet: Sheet, workspace: Workspace
) -> None:
    page = part(page, "共有・設定")
    assert f"sheet={sheet.id}&key={workspace.key}" in page.code[0].value
    assert "山田（企業の側）" in seen(page)


def test_a_link_that_was_renewed_opens_nothing(url: str, sheet: Sheet) -> None:
    page = open_page(VIEW, sheet=sheet.id, key="wrong")
    labelled(page.text_input, "お名前").set_value("佐藤")
    page = press(page, "参加する")
    assert "共有リンクが正しいか" in page.error[0].value
    assert "新しいシートを作る" in buttons(press(page, "シートの一覧にもどる"))


def test_from_a_sheet_that_is_not_there_one_goes_back_to_the_list(url: str) -> None:
    page = open_page(VIEW, sheet="nowhere")
    assert page.error
    page = press(page, "シートの一覧にもどる")
    assert not page.error
    assert "新しいシートを作る" in buttons(page)


def test_the_project_is_described_anew(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = part(page, "共有・設定")
    page.session_state["project"] = True
    page = checked(page.run())
    labelled(page.text_input, "市区町村").set_value("あおば市")
    page = pressed(checked(page.run()), "save-project")
    assert company.get(sheet.id).inputs.place.municipality == "あおば市"
    assert "保存しました" in page.success[0].value


def test_a_description_that_two_changed_is_shown_side_by_side(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = part(page, "共有・設定")
    page.session_state["project"] = True
    page = checked(page.run())
    theirs = sheet.inputs.model_copy(update={"service": "相手のサービス"})
    company.change(sheet.id, ChangeSheet(inputs=theirs, started_from=sheet.inputs))
    labelled(page.text_input, "どんなサービス").set_value("自分のサービス")
    page = pressed(checked(page.run()), "save-project")
    assert "相手のサービス" in seen(page)
    page = press(page, "自分の内容で保存する")
    assert company.get(sheet.id).inputs.service == "自分のサービス"


def test_of_two_descriptions_the_other_sides_is_taken_whole(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = part(page, "共有・設定")
    page.session_state["project"] = True
    page = checked(page.run())
    only = (Partner(name="みどり交通", kind=PartnerKind.OPERATOR, role="運行"),)
    theirs = sheet.inputs.model_copy(update={"partners": only})
    company.change(sheet.id, ChangeSheet(inputs=theirs, started_from=sheet.inputs))
    labelled(page.text_input, "どんなサービス").set_value("自分のサービス")
    page = pressed(checked(page.run()), "save-project")
    assert "みどり交通 ・ 既にある事業者 ・ 運行" in seen(page)
    assert "主なものを先に）：移動支援" in seen(page)
    page = pressed(press(page, "相手の内容にする"), "save-project")
    assert company.get(sheet.id).inputs == theirs


def test_a_joined_person_is_a_member(
    company: WorksheetClient, workspace: Workspace, page: AppTest
) -> None:
    names = {member.name for member in company.workspaces.get(workspace.id).members}
    assert names == {"山田", "佐藤"}
    again = company.workspaces.join(JoinWorkspace(key=workspace.key, person=YAMADA))
    assert len(again.members) == 2


def test_a_comment_is_left_and_settled(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = pressed(page, "drawer-comments-persona")
    page.text_area(key="comment-persona-0").set_value("人数を確かめましょう")
    page = press(page, "残す")
    assert "人数を確かめましょう" in seen(page)
    assert "コメント 1" in seen(page)
    page = press(page, "解決済みにする")
    assert company.get(sheet.id).comments[0].resolved


def test_what_is_typed_is_kept_while_somebody_else_comments(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = pressed(page, "drawer-comments-persona")
    page.text_area(key="comment-persona-0").set_value("人数を確かめましょう")
    company.history(sheet.id).comment(AddComment(field_id="persona", text="先に書きました"))
    page = press(page, "残す")
    told = [comment.text for comment in company.get(sheet.id).comments]
    assert told == ["先に書きました", "人数を確かめましょう"]
    assert page.text_area(key="comment-persona-1").value == ""


def test_a_version_gets_its_name_though_somebody_else_kept_one_meanwhile(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = part(page, "版・履歴")
    labelled(page.text_input, "版の名前").set_value("第1回")
    company.history(sheet.id).keep_version("相手の版")
    page = press(page, "今の内容を版として残す")
    names = {version.name for version in company.history(sheet.id).versions().versions}
    assert names == {"相手の版", "第1回"}
    assert labelled(page.text_input, "版の名前").value == ""


def test_a_comment_is_deleted_only_when_that_is_confirmed(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    company.history(sheet.id).comment(AddComment(field_id="persona", text="人数を確かめましょう"))
    page = pressed(page, "drawer-comments-persona")
    (comment,) = company.get(sheet.id).comments
    page = pressed(page, f"delete-comment-{comment.id}")
    assert "元に戻せません" in seen(page)
    assert company.get(sheet.id).comments
    press(page, "削除する")
    assert not company.get(sheet.id).comments
