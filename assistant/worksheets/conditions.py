"""Which boxes of a form are asked for, given the answers so far."""

from assistant.worksheets.model import Sheet
from knowledge.forms import Condition, Form, FormField


def holds(condition: Condition | None, sheet: Sheet) -> bool:
    """True without a condition, or when its field has the option."""
    return condition is None or condition.option in sheet.value(condition.field).choices


def is_asked(box: FormField, form: Form, sheet: Sheet) -> bool:
    """True when the box's condition holds, and so does that of the box that it hangs on."""
    if not holds(box.only_if, sheet):
        return False
    return box.only_if is None or is_asked(form.fields[box.only_if.field], form, sheet)


def asked_fields(form: Form, sheet: Sheet) -> list[FormField]:
    """The boxes to be filled in now, in reading order."""
    return [box for box in form.fields.values() if is_asked(box, form, sheet)]
