"""What the answers of a check list come to, and what to read next."""

from dataclasses import dataclass

from assistant.worksheets.conditions import holds, is_asked
from assistant.worksheets.model import Sheet
from knowledge.forms import Form, Outcome


@dataclass(frozen=True, slots=True)
class Result:
    """Where somebody stands."""

    outcome: Outcome
    read_next: tuple[str, ...]
    """Ids of entries, the most urgent first."""


def result_of(form: Form, sheet: Sheet) -> Result | None:
    """The form's first outcome that fits; None while too little has been answered.

    What to read: the points that are not in hand, what the chosen answers point to, then what
    the outcome itself names.
    """
    for outcome in form.outcomes:
        fits = all(
            is_asked(form.fields[condition.field], form, sheet) and holds(condition, sheet)
            for condition in outcome.when
        )
        if fits:
            read = (*_points_left(form, sheet, outcome), *_chosen(form, sheet), *outcome.next)
            return Result(outcome, tuple(dict.fromkeys(read)))
    return None


def _points_left(form: Form, sheet: Sheet, outcome: Outcome) -> list[str]:
    """Guidance of points not ticked; nothing while none of the list has been ticked."""
    if outcome.points is None:
        return []
    chosen = sheet.value(outcome.points).choices
    options = form.fields[outcome.points].options
    left = [option for option in options if option.id not in chosen]
    return [entry for option in left for entry in option.guidance] if chosen else []


def _chosen(form: Form, sheet: Sheet) -> list[str]:
    """Guidance of the answers chosen, in fields that are no list of points."""
    lists = {outcome.points for outcome in form.outcomes}
    return [
        entry
        for box in form.fields.values()
        if box.id not in lists
        for option in box.options
        if option.id in sheet.value(box.id).choices
        for entry in option.guidance
    ]
