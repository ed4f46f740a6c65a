"""Whatever is typed anywhere: a plain refusal or a text, never a failure, never a formula."""

import json
from io import BytesIO
from typing import Any
from unicodedata import category
from zipfile import ZipFile

import httpx
import pytest
from openpyxl import load_workbook

from assistant.client import VISITOR_HEADER
from assistant.worksheet_client import WorksheetClient
from assistant.worksheets.export.kinds import ExportKind
from assistant.worksheets.model import Sheet
from assistant.worksheets.sharing import Workspace
from tests.worksheets.forms import ANN

FORMULA = "=cmd|'/c calc'!A1"
REFUSED, KEPT = 422, (200, 201)
_FIELD_CODES = (b"w:instrText", b"w:hyperlink", b"w:object", b"w:altChunk")

Body = dict[str, Any]
BAD = [
    pytest.param("あ" * 100_000, REFUSED, id="a-hundred-thousand-characters"),
    pytest.param("え" + "\u0301" * 10_001, REFUSED, id="one-letter-with-endless-accents"),
    pytest.param("買\x00い\x1b物\x07に\x7f", None, id="control-characters"),
    pytest.param(FORMULA, None, id="a-formula"),
    pytest.param('DDEAUTO c:\\\\cmd.exe "/k calc"', None, id="a-field-code"),
    pytest.param("<img src='file:///etc/passwd'/><script>x</script>", None, id="markup"),
    pytest.param("\u202e逆さ\u200b👨‍👩‍👧", None, id="signs-that-cannot-be-seen"),
]
"""Each with what becomes of it; None where it is kept, without what no file can hold."""


def _requests(text: str, workspace_id: str, sheet: Sheet) -> list[tuple[str, str, Body]]:
    """Every place that takes somebody's own words."""
    path = f"/v1/worksheets/{sheet.id}"
    person = {"name": text, "side": "welfare"}
    kpi = dict.fromkeys(("name", "target", "method", "frequency"), text)
    partner = {"name": text, "kind": "company", "role": text}
    place = {"municipality": text, "districts": [text]}
    inputs = ({"service": text}, {"problem": text}, {"place": place}, {"partners": [partner]})
    new = {"workspace_id": workspace_id, "form_id": "small"}
    sentence = {"text": text, "origin": "user", "confirmed": True}
    return [
        ("POST", "/v1/workspaces", {"name": text, "person": person}),
        ("POST", "/v1/worksheets", {**new, "title": text}),
        *(("POST", "/v1/worksheets", {**new, "inputs": each}) for each in inputs),
        ("PATCH", path, {"title": text}),
        ("PUT", f"{path}/fields/problem", {"revision": 0, "text": text}),
        ("PUT", f"{path}/fields/service", {"revision": 0, "value": {"sentences": [sentence]}}),
        (
            "PUT",
            f"{path}/fields/kpi",
            {"revision": 1, "value": {"kpis": [{**kpi, "origin": "user", "confirmed": True}]}},
        ),
        ("POST", f"{path}/comments", {"field_id": "problem", "text": text}),
        ("POST", f"{path}/versions", {"name": text}),
        ("POST", f"{path}/copy", {"title": text, "place": place}),
    ]


@pytest.mark.parametrize(("text", "expected"), BAD)
def test_anything_may_be_typed_anywhere(
    ann: WorksheetClient,
    url: str,
    shared: Workspace,
    filled: Sheet,
    text: str,
    expected: int | None,
) -> None:
    headers = {VISITOR_HEADER: ANN, "Accept-Language": "ja", "Content-Type": "application/json"}
    with httpx.Client(base_url=url, headers=headers) as client:
        for method, path, body in _requests(text, shared.id, filled):
            answer = client.request(method, path, content=json.dumps(body))
            if expected:
                assert answer.status_code == expected, path
                assert "文字" in answer.json()["detail"], path
            else:
                assert answer.status_code in KEPT, path
    after = ann.get(filled.id)
    if expected:
        assert after.fields == filled.fields
        assert after.title == filled.title
    written = after.title + after.value("problem").text
    assert not [c for c in written if category(c) == "Cc" and c != "\n"]
    for kind in ExportKind:
        assert_harmless(kind, ann.export(filled.id, kind).content)


def assert_harmless(kind: ExportKind, content: bytes) -> None:
    """The file holds texts: no formula, field code, link or embedded object."""
    if kind is ExportKind.EXCEL:
        tabs = load_workbook(BytesIO(content))
        cells = [cell for tab in tabs for row in tab.iter_rows() for cell in row]
        assert not [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink]
    elif content.startswith(b"PK"):
        body = ZipFile(BytesIO(content)).read("word/document.xml")
        assert not [code for code in _FIELD_CODES if code in body]
    elif kind is ExportKind.PDF:
        assert not [code for code in (b"/JavaScript", b"/Launch", b"/URI") if code in content]
