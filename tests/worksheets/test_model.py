"""A sheet holds what people write, within limits, and comes back from JSON as it was."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from assistant.worksheets.errors import SheetTooNew, SheetUnreadable
from assistant.worksheets.model import (
    LARGEST_JSON,
    LONGEST_FIELD,
    LONGEST_SENTENCE,
    FieldValue,
    Kpi,
    Origin,
    Sentence,
    Side,
    edited,
    read_sheet,
)
from assistant.worksheets.text import without_control_characters
from tests.worksheets.bundled import ride_inputs
from tests.worksheets.filled import lines, worksheet


def _sheet_json(**changed: Any) -> str:
    return json.dumps({**json.loads(worksheet().to_json()), **changed})


def test_a_sheet_comes_back_as_it_was() -> None:
    sheet = worksheet(
        {"service": lines("予約制の送迎", "電話でも予約できる")}, inputs=ride_inputs()
    )
    assert read_sheet(sheet.to_json()) == sheet


@given(st.text(min_size=1, max_size=LONGEST_SENTENCE))
def test_any_line_comes_back_as_it_was(text: str) -> None:
    try:
        value = lines(text)
    except ValidationError:
        # Nothing is left of a line that holds control characters and space only.
        assert not without_control_characters(text).strip()
        return
    sheet = worksheet({"service": value})
    assert read_sheet(sheet.to_json()) == sheet


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        pytest.param("{", "JSON", id="cut off"),
        pytest.param("", "JSON", id="nothing"),
        pytest.param("[" * 100_000, "JSON", id="nested too deep"),
        pytest.param("9" * 5_000, "JSON", id="an endless number"),
        pytest.param("[]", "object", id="a list"),
        pytest.param('{"title": "\\ud800"}', "JSON", id="half a character"),
        pytest.param(" " * (LARGEST_JSON + 1), "characters", id="too long"),
        pytest.param(_sheet_json(colour="red"), "colour", id="an unknown key"),
        pytest.param(_sheet_json(id="../etc"), "id", id="an id that is a path"),
        pytest.param(_sheet_json(language="fr"), "language", id="another language"),
        pytest.param(
            _sheet_json(inputs={"place": {"population_density": float("inf")}}),
            "population_density",
            id="an endless density",
        ),
    ],
)
def test_what_is_no_sheet_is_told_with_its_place(broken: str, reason: str) -> None:
    with pytest.raises(SheetUnreadable) as caught:
        read_sheet(broken)
    assert reason in caught.value.en
    assert "元のシートは変わっていません" in caught.value.ja


def test_a_sheet_of_a_newer_format_is_told_as_such() -> None:
    with pytest.raises(SheetTooNew):
        read_sheet(_sheet_json(format_version=2, something_new={}))


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        pytest.param("a\x00b\x1bc\x7f", "abc", id="control characters are dropped"),
        pytest.param("a\r\nb\x0bc\u2028d", "a b c d", id="line breaks become spaces in a line"),
        pytest.param("  余白\t", "余白", id="space around is dropped"),
        pytest.param("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", id="formulas are only text"),
    ],
)
def test_a_line_is_one_line_that_can_be_printed(given_text: str, kept: str) -> None:
    assert Sentence(text=given_text, origin=Origin.USER, confirmed=True).text == kept


def test_fields_are_limited() -> None:
    whole = lines(*["あ" * LONGEST_SENTENCE] * (LONGEST_FIELD // LONGEST_SENTENCE))
    assert whole.length == LONGEST_FIELD
    with pytest.raises(ValidationError, match="at most 10000 characters"):
        FieldValue(sentences=(*whole.sentences, *lines("い").sentences))


@pytest.mark.parametrize(
    ("origin", "confirmed"),
    [
        pytest.param(Origin.USER, False, id="a user's own line is confirmed"),
        pytest.param(Origin.SUGGESTED, True, id="a confirmed suggestion is the user's"),
        pytest.param(Origin.SOURCE, True, id="a source's line has a citation"),
    ],
)
def test_marks_agree_with_themselves(origin: Origin, confirmed: bool) -> None:
    with pytest.raises(ValidationError):
        Sentence(text="文", origin=origin, confirmed=confirmed)
    with pytest.raises(ValidationError):
        Kpi(name="指標", origin=origin, confirmed=confirmed)


def test_an_edit_is_counted_and_signed() -> None:
    at = datetime(2026, 4, 1, tzinfo=UTC)
    value = edited(lines("文"), by="市の担当", side=Side.WELFARE, at=at)
    assert (value.revision, value.edited_by, value.side, value.edited_at) == (
        1, "市の担当", Side.WELFARE, at,
    )  # fmt: skip
    assert value.text == "文"
