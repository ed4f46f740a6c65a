"""What a desk keeps of a sheet's fields."""

from assistant.worksheets.model import FieldValue
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
