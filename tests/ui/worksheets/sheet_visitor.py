"""What somebody does with a sheet, whatever the page is made of."""

from collections.abc import Iterable
from typing import Any

from streamlit.testing.v1 import AppTest

from assistant.worksheet_client import WorksheetClient
from assistant.worksheet_contract import Person, SaveField
from assistant.worksheets.model import Sheet, Side
from assistant.worksheets.sharing import Workspace
from tests.ui.visitor import checked, open_page, press

YAMADA = Person(name="山田", side=Side.COMPANY)
VIEW = "worksheets"
_PARTS = {
    "次の打合せ": "meeting",
    "版・履歴": "versions",
    "共有・設定": "settings",
    "書く": "write",
}


def joined(sheet: Sheet, workspace: Workspace) -> AppTest:
    page = open_page(VIEW, sheet=sheet.id, key=workspace.key)
    labelled(page.text_input, "お名前").set_value("佐藤")
    return press(page, "参加する")


def labelled(found: Iterable[Any], label: str) -> Any:
    """The first element, of any kind, whose label says this."""
    return next(one for one in found if label in one.label)


def box(page: AppTest, field: str) -> Any:
    """The field's text area."""
    return next(one for one in page.text_area if f"-{field}-" in str(one.key))


def write(page: AppTest, field: str, text: str) -> AppTest:
    return checked(box(page, field).set_value(text).run())


def pressed(page: AppTest, key: str) -> AppTest:
    """The page after the button with this key was pressed."""
    return checked(page.button(key=key).click().run())


def part(page: AppTest, name: str) -> AppTest:
    """The page after another part of the sheet was chosen."""
    group = next(group for group in page.button_group if name in group.options)
    return checked(group.set_value(_PARTS[name]).run())


def typed_values(company: WorksheetClient, sheet: Sheet, field: str) -> str:
    return company.get(sheet.id).value(field).text


def save(company: WorksheetClient, sheet: Sheet, field: str, text: str) -> None:
    revision = company.get(sheet.id).value(field).revision
    company.save_field(sheet.id, field, SaveField(revision=revision, text=text))
