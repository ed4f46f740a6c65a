"""A sheet out as JSON and back in: nothing lost, nothing let in that does not fit."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import AssistantError
from assistant.worksheets.errors import FormTooNew, FormUnknown, SheetTooNew, SheetUnreadable
from assistant.worksheets.importing import sheet_from_json
from assistant.worksheets.model import FieldValue, Origin, Sentence, Sheet
from assistant.worksheets.open_sheet import OpenSheet
from assistant.worksheets.service import Worksheets
from assistant.worksheets.sharing import EditKind, Workspace
from tests.worksheets.forms import ANN, form, sheet, written

FORMS = {"small": form()}
_TEXTS = st.text(max_size=300).filter(lambda text: bool(text.strip()))


def changed(**values: object) -> str:
    """The sheet's JSON with other values at its top."""
    return json.dumps(json.loads(sheet().to_json()) | values, ensure_ascii=False)


@given(st.lists(_TEXTS, max_size=8))
def test_any_text_comes_back_as_it_was_kept(texts: list[str]) -> None:
    lines = []
    for text in texts:
        try:
            lines.append(Sentence(text=text, origin=Origin.USER, confirmed=True))
        except ValueError:
            continue  # nothing is left of it without control characters
    before = sheet().with_field("problem", FieldValue(sentences=tuple(lines)))
    assert sheet_from_json(before.to_json(), FORMS) == before


def test_a_sheet_comes_in_with_marks_signatures_and_comments(
    worksheets: Worksheets, workspace: Workspace, opened: OpenSheet
) -> None:
    comment = opened.comment("persona", "人数を確かめる")
    opened.keep_version("一")
    opened.lock()
    before = opened.read()
    after = worksheets.import_json(workspace.id, ANN, before.to_json())
    assert after.id != before.id
    assert after.fields == before.fields
    assert (after.title, after.inputs) == (before.title, before.inputs)
    assert [each.text for each in after.comments] == ["人数を確かめる"]
    assert after.comments[0].id != comment.id
    assert (after.locked, after.version) == (False, 0)
    history = worksheets.open(after.id, ANN).history("persona")
    assert [edit.kind for edit in history] == [EditKind.IMPORTED]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        pytest.param("", SheetUnreadable, id="an-empty-file"),
        pytest.param("{" * 50_000, SheetUnreadable, id="nested-without-end"),
        pytest.param('{"format_version": 1, ', SheetUnreadable, id="cut-off"),
        pytest.param("[1, 2]", SheetUnreadable, id="json-but-no-sheet"),
        pytest.param(sheet().to_json().replace("}", "]", 1), SheetUnreadable, id="damaged"),
        pytest.param(" " * 4_000_001, SheetUnreadable, id="far-too-long"),
        pytest.param(changed(format_version=99), SheetTooNew, id="of-a-newer-program"),
        pytest.param(changed(form_version=2), FormTooNew, id="on-a-newer-form"),
        pytest.param(changed(form_id="nothing"), FormUnknown, id="on-an-unknown-form"),
        pytest.param(
            changed(fields={"nowhere": {"choices": []}}), SheetUnreadable, id="an-unknown-field"
        ),
        pytest.param(
            changed(fields={"ready": {"choices": ["maybe"]}}),
            SheetUnreadable,
            id="an-option-there-is-not",
        ),
        pytest.param(changed(script="=cmd|'/c calc'!A1"), SheetUnreadable, id="an-unknown-key"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_is_added(
    worksheets: Worksheets, workspace: Workspace, text: str, error: type[AssistantError]
) -> None:
    with pytest.raises(error) as refused:
        worksheets.import_json(workspace.id, ANN, text)
    assert refused.value.message("ja") != refused.value.message("en")
    assert worksheets.list(workspace.id, ANN) == ()


def test_a_sheet_on_an_older_form_keeps_fields_that_have_gone() -> None:
    before = sheet().with_field("gone", written("むかしの欄"))
    newer = {"small": form(version=2)}
    assert sheet_from_json(before.to_json(), newer).value("gone").text == "むかしの欄"


def test_the_title_may_be_a_formula_and_stays_text(
    worksheets: Worksheets, workspace: Workspace
) -> None:
    formula = "=cmd|'/c calc'!A1"
    imported: Sheet = worksheets.import_json(workspace.id, ANN, changed(title=formula))
    assert imported.title == formula
