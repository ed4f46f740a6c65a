"""Many people at once: every text that somebody saved is there, in the field or in its history."""

from concurrent.futures import ThreadPoolExecutor

from assistant.worksheets.inputs import Inputs
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.service import NewSheet, Worksheets
from assistant.worksheets.sharing import EditKind, Workspace
from assistant.worksheets.sharing_errors import FieldConflict
from tests.worksheets.forms import ANN, written

_SAVES = 10
"""Of each editor; the load test of the running service goes on for a minute."""


def write_on_one_field(sheet: OpenSheet, editor: str) -> None:
    """Add lines one by one, starting again from the other's text after each conflict."""
    for number in range(_SAVES):
        line = f"{editor}の{number}行目"
        value = sheet.read().value("problem")
        while line not in value.text.splitlines():
            lines = [*value.text.splitlines(), line]
            try:
                value = sheet.save("problem", written(*lines, revision=value.revision))
            except FieldConflict as conflict:
                value = conflict.theirs


def test_five_editors_of_one_field_lose_nothing(worksheets: Worksheets, opened: OpenSheet) -> None:
    editors = [f"{number}人目" for number in range(5)]
    with ThreadPoolExecutor(len(editors)) as people:
        list(people.map(lambda name: write_on_one_field(opened, name), editors))
    value = opened.read().value("problem")
    expected = {f"{editor}の{number}行目" for editor in editors for number in range(_SAVES)}
    assert set(value.text.splitlines()) == expected
    assert value.revision == len(expected)
    saved = [edit for edit in opened.history("problem") if edit.kind is EditKind.EDITED]
    assert [edit.value.revision for edit in saved] == list(range(1, len(expected) + 1))


def test_twenty_editors_of_twenty_sheets_lose_nothing(
    worksheets: Worksheets, workspace: Workspace
) -> None:
    new = NewSheet(form_id="small", title="", language="ja", inputs=Inputs())
    sheets = [worksheets.open(worksheets.create(workspace.id, ANN, new).id, ANN) for _ in range(20)]
    with ThreadPoolExecutor(len(sheets)) as people:
        list(people.map(lambda sheet: write_on_one_field(sheet, sheet.id), sheets))
    for sheet in sheets:
        assert len(sheet.read().value("problem").sentences) == _SAVES
        assert len(sheet.history("problem")) == _SAVES


def test_versions_kept_at_once_have_numbers_of_their_own(opened: OpenSheet) -> None:
    with ThreadPoolExecutor(8) as people:
        kept = list(people.map(opened.keep_version, "abcdefgh"))
    assert sorted(version.number for version in kept) == list(range(1, 9))
