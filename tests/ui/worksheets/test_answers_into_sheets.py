"""Sentences of an answer go into a field, from the dialog under the answer."""

from collections.abc import Collection

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Checkbox

from assistant.worksheet_client import WorksheetClient
from assistant.worksheet_contract import ChangeSheet, CopySheet
from assistant.worksheets.model import LONGEST_FIELD, Sheet
from tests.ui.visitor import checked, open_page, seen, send
from tests.ui.worksheets.sheet_visitor import box, labelled, pressed, save, typed_values, write

FIELD = "risks"
_OPEN, _PUT = "ワークシートに入れる", "入れる"


@pytest.fixture
def dialog(page: AppTest) -> AppTest:
    """The dialog under an answer of somebody who has a sheet."""
    page.switch_page("views/chat.py")
    return run_with(send(checked(page.run()), "移動支援はどうしますか"), [_OPEN])


def run_with(page: AppTest, pressed: Collection[str]) -> AppTest:
    """The page after these were pressed.

    A browser runs an open dialog by itself; here the whole page runs, so the dialog is opened anew.
    """
    for button in page.button:
        if button.label in pressed:
            button.click()
    return checked(page.run())


def put_in(dialog: AppTest) -> AppTest:
    labelled(dialog.selectbox, "どの欄に").set_value(FIELD)
    return run_with(dialog, (_OPEN, _PUT))


def sentences(dialog: AppTest) -> list[Checkbox]:
    """The sentences that can be ticked."""
    return [each for each in dialog.checkbox if str(each.key).startswith("take-")]


def test_each_sentence_is_whole_and_shows_its_sources(dialog: AppTest) -> None:
    assert labelled(dialog.selectbox, "どのワークシートに").options == ["みどり市の送迎"]
    assert sentences(dialog)
    assert all("library?entry=" in each.label and each.value for each in sentences(dialog))


def test_what_is_ticked_is_put_in_with_its_sources(
    dialog: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    save(company, sheet, FIELD, "運転手が休む")
    first, *others = sentences(dialog)
    for other in others:
        other.uncheck()
    done = put_in(dialog)
    own, added = company.get(sheet.id).value(FIELD).sentences
    assert own.text == "運転手が休む"
    assert added.text in first.label
    assert added.citations
    assert not added.confirmed
    assert "1文を入れました" in seen(done)
    assert "もうこの欄に入っています" in seen(put_in(done))
    assert len(company.get(sheet.id).value(FIELD).sentences) == 2


def test_sheets_of_the_same_name_are_told_apart_and_the_chosen_one_is_filled(
    dialog: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    other = company.copy(sheet.id, CopySheet(place=sheet.inputs.place, title=sheet.title))
    again = run_with(dialog, [_OPEN])
    choice = labelled(again.selectbox, "どのワークシートに")
    assert len(set(choice.options)) == 2
    choice.set_value(sheet.id)
    again = run_with(again, [_OPEN])
    company.change(other.id, ChangeSheet(title="別の名前"))  # and so the chosen one is undated
    put_in(again)
    assert company.get(sheet.id).value(FIELD).sentences
    assert company.get(other.id).value(FIELD).is_empty


def test_a_field_that_was_open_on_the_sheet_shows_what_was_put_in(
    page: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    page = pressed(page, f"section-{FIELD}")
    page = write(page, FIELD, "運転手が休む")
    page.switch_page("views/chat.py")
    put_in(run_with(send(checked(page.run()), "移動支援はどうしますか"), [_OPEN]))
    page.switch_page("views/worksheets.py")
    page.query_params.update(sheet=sheet.id)
    shown = checked(page.run())
    assert box(shown, FIELD).value == typed_values(company, sheet, FIELD) != "運転手が休む"
    assert "この欄を変えました" not in seen(shown)


def test_without_a_sentence_there_is_nothing_to_put_in(dialog: AppTest) -> None:
    for each in sentences(dialog):
        each.uncheck()
    (put,) = (one for one in run_with(dialog, [_OPEN]).button if one.label == _PUT)
    assert put.disabled


def test_a_full_field_is_told_and_keeps_its_text(
    dialog: AppTest, company: WorksheetClient, sheet: Sheet
) -> None:
    full = "\n".join([f"{at:04d}" + "あ" * 995 for at in range(LONGEST_FIELD // 1_000)])
    save(company, sheet, FIELD, full)
    assert "入りきりません" in put_in(dialog).error[0].value
    assert typed_values(company, sheet, FIELD) == full


def test_who_has_no_sheet_is_led_to_make_one(url: str) -> None:
    shown = run_with(send(open_page(), "移動支援はどうしますか"), [_OPEN])
    assert "まだワークシートがありません" in shown.info[0].value
    assert "ワークシートを作る" in seen(shown)
