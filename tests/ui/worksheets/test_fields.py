"""A field from the visitor's chair: write, draft, suggest, check, ask."""

import re

from streamlit.testing.v1 import AppTest

from assistant.contract import AskRequest, Choice, NewerSource, Status
from assistant.worksheet_client import WorksheetClient
from assistant.worksheets.model import Origin, Sheet, Side
from tests.ui.fake_service import FakeService
from tests.ui.visitor import button, buttons, checked, press, seen
from tests.ui.worksheets.sheet_visitor import (
    box,
    part,
    pressed,
    typed_values,
    write,
)
from ui.arriving_answer import ArrivingAnswer
from ui.chat_on_screen import Chat

QUESTION = "移動支援はどう進めますか"
NEWER = NewerSource(
    number=1,
    as_of="2024-03",
    entry_id="points/taxi",
    entry_title="乗合送迎",
    newer_as_of="2026-04",
    sentence="より新しい資料があります。",
)


def test_a_draft_can_be_undone_but_not_what_was_edited_since(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = press(page, "空の欄すべてに下書きを入れる（16欄）")
    page = write(page, "persona", "東地区の一人暮らしの80代")
    page = press(page, "下書きを取り消す")
    kept = {key for key, value in company.get(sheet.id).fields.items() if not value.is_empty}
    assert kept == {"persona"}
    assert box(page, "problem").value == ""


def test_a_draft_can_be_undone_after_another_section_was_opened(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = press(page, "空の欄すべてに下書きを入れる（16欄）")
    page = pressed(page, "section-kpi")
    page = press(page, "下書きを取り消す")
    assert all(value.is_empty for value in company.get(sheet.id).fields.values())
    assert "下書きを取り消す" not in buttons(page)


def test_what_is_typed_is_saved_in_the_writers_name(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = write(page, "persona", "東地区に住む人\n週1回は買い物に出たい")
    value = company.get(sheet.id).value("persona")
    assert (value.edited_by, value.side) == ("佐藤", Side.WELFARE)
    assert [line.origin for line in value.sentences] == [Origin.USER, Origin.USER]
    assert "佐藤（福祉・自治体の側）" in seen(page)


def test_a_text_that_is_refused_stays_in_its_box(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    long = "あ" * 100_000
    page = write(page, "persona", long)
    assert "長すぎて保存できません" in page.error[0].value
    assert box(page, "persona").value == long
    assert company.get(sheet.id).value("persona").is_empty
    page = write(page, "persona", "短い文")
    assert not page.error
    assert typed_values(company, sheet, "persona") == "短い文"


def test_unsaved_text_survives_another_section(page: AppTest) -> None:
    page = write(page, "persona", "あ" * 100_000)
    page = pressed(pressed(page, "section-risks"), "section-problem")
    assert len(box(page, "persona").value) == 100_000


def test_a_suggestion_is_accepted_line_by_line(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = write(page, "problem", "買い物に行けない")
    page = pressed(page, "drawer-suggest-problem")
    chosen = [one for one in page.checkbox if str(one.key).startswith("use-problem-")]
    assert len(chosen) > 1
    assert "「採用する」と確認済み" in seen(page)
    chosen[-1].uncheck()
    page = pressed(checked(page.run()), "accept-problem")
    lines = company.get(sheet.id).value("problem").sentences
    assert lines[0].text == "買い物に行けない"
    assert len(lines) == len(chosen)
    assert all(line.confirmed for line in lines)
    assert box(page, "problem").value.startswith("買い物に行けない\n")


def test_a_suggestion_put_in_to_be_edited_stays_unconfirmed_until_it_is(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = pressed(pressed(page, "drawer-suggest-persona"), "edit-persona")
    before = company.get(sheet.id).value("persona").sentences
    assert {line.origin for line in before} == {Origin.SUGGESTED}
    changed = box(page, "persona").value.replace("体の様子", "体の様子と持病")
    page = write(page, "persona", changed)
    page = pressed(page, "confirm-persona-0")
    after = company.get(sheet.id).value("persona").sentences
    assert [line.confirmed for line in after].count(True) == 2


def test_a_suggestion_takes_the_place_of_the_text_which_stays_in_the_history(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = pressed(write(page, "problem", "はじめの文"), "drawer-suggest-problem")
    page = pressed(page, "replace-problem")
    assert "はじめの文" not in typed_values(company, sheet, "problem")
    assert "はじめの文" in seen(pressed(page, "drawer-history-problem"))


def test_another_suggestion_is_another_one(page: AppTest) -> None:
    def offered(now: AppTest) -> list[str]:
        return [x.label for x in now.checkbox if str(x.key).startswith("use-persona-")]

    page = pressed(page, "drawer-suggest-persona")
    first = offered(page)
    page = pressed(page, "another-persona")
    assert offered(page) != first
    page = pressed(page, "discard-persona")
    assert not offered(page)


def test_an_indicator_is_edited_and_becomes_the_users_own(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = press(page, "空の欄すべてに下書きを入れる")
    page = pressed(page, "section-kpi")
    target = next(
        x for x in page.text_input if "kpi-kpi_shared" in str(x.key) and x.label == "目標"
    )
    page = checked(target.set_value("年1,000人").run())
    kpi = company.get(sheet.id).value("kpi_shared").kpis[0]
    assert (kpi.target, kpi.origin) == ("年1,000人", Origin.USER)
    page = pressed(page, "add-kpi-kpi_shared")
    names = [x for x in page.text_input if "kpi-kpi_shared" in str(x.key) and x.label == "指標"]
    assert len(names) == 2


def test_the_checks_lead_to_their_fields(page: AppTest) -> None:
    page = press(page, "空の欄すべてに下書きを入れる")
    page = checked(page.button(key="go-state-risks").click().run())
    assert any("-risks-" in str(one.key) for one in page.text_area)


def test_what_is_met_and_the_list_of_fields_are_folded_under_what_is_open(page: AppTest) -> None:
    page = press(page, "空の欄すべてに下書きを入れる")
    folded = [one.label for one in page.expander if not one.proto.expanded]
    assert any(re.fullmatch(r"確かめる欄（\d+欄）", label) for label in folded)
    assert any(re.fullmatch(r"対応できていること（\d+件）", label) for label in folded)
    assert any("まだ対応していないこと" in text.value for text in page.markdown)


def ask(page: AppTest, question: str) -> AppTest:
    page.text_input(key="question-problem").set_value(question)
    return checked(button(page, "聞く").click().run())


def test_a_question_is_asked_with_its_field_and_the_project(
    page: AppTest, service: FakeService, sheet: Sheet
) -> None:
    ask(pressed(page, "drawer-ask-problem"), QUESTION)
    asked = service.asked[-1]
    assert asked.question == QUESTION
    assert asked.context is not None
    assert (asked.context.form_id, asked.context.field_id) == (sheet.form_id, "problem")
    assert asked.context.inputs == sheet.inputs


def test_a_talk_about_a_field_goes_on_and_stays_on_the_screen(
    page: AppTest, service: FakeService
) -> None:
    page = pressed(pressed(page, "drawer-ask-problem"), "starter-problem-0")
    assert service.asked[-1].question == "ここには何を書けばよいですか"
    page = ask(page, "それはなぜですか")
    assert service.asked[-1].conversation_id
    assert "ここには何を書けばよいですか" in [one.label for one in page.expander]
    assert "それはなぜですか" in seen(page)


def test_a_question_that_fails_stays_and_can_be_sent_again(
    page: AppTest, service: FakeService
) -> None:
    service.failing = ""
    page = ask(pressed(page, "drawer-ask-problem"), QUESTION)
    assert "質問は残してあります" in page.error[0].value
    assert QUESTION in seen(page)
    service.failing = None
    page = press(page, "もう一度送る")
    assert not page.error
    assert [asked.question for asked in service.asked] == [QUESTION, QUESTION]
    assert page.button(key="put-problem")


def test_a_question_that_fails_can_be_changed(page: AppTest, service: FakeService) -> None:
    service.failing = ""
    page = ask(pressed(page, "drawer-ask-problem"), QUESTION)
    page = press(page, "質問を直す")
    assert not page.error
    assert page.text_input(key="question-problem").value == QUESTION


def test_what_is_typed_while_an_answer_comes_is_saved_and_the_answer_stays(
    page: AppTest, service: FakeService, company: WorksheetClient, sheet: Sheet
) -> None:
    page = pressed(page, "drawer-ask-problem")
    desk = page.session_state[f"desk-{sheet.id}"]
    request = AskRequest(question=QUESTION)
    desk.boxes["problem"].talk = Chat(
        asking=QUESTION, arriving=ArrivingAnswer(service.events(request))
    )
    page = write(page, "persona", "東地区に住む人")
    assert typed_values(company, sheet, "persona") == "東地区に住む人"
    assert service.asked == [request]
    assert page.button(key="put-problem")


def test_what_there_is_to_know_of_an_answer_stands_beside_the_field(
    page: AppTest, service: FakeService
) -> None:
    service.changes[QUESTION] = {
        "notices": ("個人情報は伏せて扱いました。",),
        "status": Status.PARTIAL,
        "newer": (NEWER,),
    }
    page = ask(pressed(page, "drawer-ask-problem"), QUESTION)
    text = seen(page)
    assert "個人情報は伏せて扱いました" in text
    assert "一部だけお答えできます" in text
    assert "新しい資料があります" in text


def test_a_reading_of_the_question_is_chosen_beside_the_field(
    page: AppTest, service: FakeService
) -> None:
    choice = Choice(label="住民への効果", question="住民への効果は何ですか")
    service.changes["効果は"] = {"status": Status.CLARIFICATION, "choices": (choice,)}
    page = press(ask(pressed(page, "drawer-ask-problem"), "効果は"), "住民への効果")
    assert service.asked[-1].question == "住民への効果は何ですか"
    assert service.asked[-1].context is not None
    assert "住民への効果は何ですか" in seen(page)


def test_an_answer_is_put_into_the_field_with_its_sources(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = pressed(page, "drawer-ask-problem")
    page = ask(page, QUESTION)
    page = pressed(page, "put-problem")
    lines = company.get(sheet.id).value("problem").sentences
    assert lines
    assert all(line.origin is Origin.SUGGESTED and line.citations for line in lines)


def test_an_earlier_text_is_put_back_from_the_history(page: AppTest) -> None:
    page = write(write(page, "persona", "はじめの文"), "persona", "あとの文")
    page = pressed(page, "drawer-history-persona")
    back = [one for one in page.button if str(one.key).startswith("put-back-")]
    page = checked(back[-1].click().run())
    assert box(page, "persona").value == "はじめの文"


def test_the_next_meeting_has_its_list(page: AppTest) -> None:
    page = part(page, "次の打合せ")
    assert "次の打合せで決めること" in seen(page)
    assert "この欄へ" in buttons(page)
