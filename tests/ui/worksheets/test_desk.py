"""What a desk keeps of a sheet's fields."""

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException

from assistant.worksheets.model import FieldValue
from ui.components.worksheets.first_draft import drafting
from ui.desk import Desk
from ui.saving import FieldFull


def test_a_box_that_was_put_away_is_known_to_a_late_event() -> None:
    desk = Desk("sheet")
    box = desk.box("persona", FieldValue())
    desk.open_section("kpi")
    assert desk.boxes == {}
    assert desk.known_box("persona") is box
    assert desk.boxes == {"persona": box}


def test_a_box_with_unsaved_text_is_not_put_away() -> None:
    desk = Desk("sheet")
    box = desk.box("persona", FieldValue())
    box.problem = FieldFull()
    desk.forget()
    assert desk.boxes == {"persona": box}


def draft_until_a_click(desk: Desk) -> None:
    with drafting(desk, ["persona", "problem"]):
        desk.drafted["persona"] = 1
        raise RerunException(RerunData())


def test_drafting_that_a_click_ended_early_is_told_and_shown() -> None:
    desk = Desk("sheet")
    desk.box("persona", FieldValue())
    with pytest.raises(RerunException):
        draft_until_a_click(desk)
    assert "1欄に下書きを入れました" in desk.done
    assert desk.boxes == {}
