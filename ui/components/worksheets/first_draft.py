"""Draft every empty field, and take the draft back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from assistant.contract import Failed
from assistant.errors import AssistantError, RequestRefused
from assistant.worksheet_contract import FieldDrafted, FieldSaved, SaveField
from assistant.worksheets.model import FieldValue
from ui import state
from ui.backend import worksheets
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.desk import Desk
from ui.language import explain, say
from ui.spoken import spoken
from ui.texts import sheet as words

_BROKEN_OFF = 500
_WRITTEN = ("text", "kpi")


def empty_fields(opened: OpenedSheet) -> list[str]:
    """Fields that a draft can fill."""
    return [
        field.id
        for field in opened.fields.values()
        if field.kind in _WRITTEN and opened.value(field.id).is_empty
    ]


def show_draft_button(opened: OpenedSheet) -> None:
    """Nothing when no field is empty."""
    count = len(empty_fields(opened))
    if count and not opened.is_locked:
        st.button(
            say(words.DRAFT_ALL, count=count),
            type="primary",
            icon=":material/edit_note:",
            on_click=_ask_for_draft,
            args=(opened.desk,),
        )


def make_first_draft(opened: OpenedSheet) -> None:
    """Fill the fields one after the other, with progress."""
    desk, wanted = opened.desk, empty_fields(opened)
    desk.is_drafting, desk.problem = False, None
    desk.drafted.clear()
    total = max(1, len(wanted))
    bar = st.progress(0.0, text=say(words.DRAFTING, number=0, total=total, label=""))
    with drafting(desk, wanted):
        for event in worksheets().draft(opened.id):
            match event:
                case FieldDrafted(field_id=field_id, value=value):
                    desk.drafted[field_id] = value.revision
                    field = opened.fields.get(field_id)
                    label = spoken(field.label) if field else ""
                    number = min(total, len(desk.drafted))
                    told = say(words.DRAFTING, number=number, total=total, label=label)
                    bar.progress(number / total, text=told)
                case Failed(problem=problem):
                    raise RequestRefused(_BROKEN_OFF, problem)


@contextmanager
def drafting(desk: Desk, wanted: Sequence[str]) -> Iterator[None]:
    """What has been drafted is shown and can be undone, also when a click ends the drafting early."""
    try:
        yield
    except AssistantError as error:
        desk.problem = error
    finally:
        desk.forget(wanted)
        desk.done = say(words.DRAFTED, count=len(desk.drafted)) if desk.drafted else ""
        state.preset({desk.checks_key: True})


def show_draft_result(opened: OpenedSheet) -> None:
    """What the draft did, with a way back."""
    desk = opened.desk
    if desk.problem is not None:
        st.error(explain(desk.problem), icon=":material/error:")
    can_undo = _can_undo(opened)
    if not (desk.done or can_undo):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if desk.done:
            st.success(desk.done, icon=":material/check_circle:")
        if can_undo:
            st.button(say(words.UNDO_DRAFT), icon=":material/undo:", on_click=_undo, args=(desk,))


def _can_undo(opened: OpenedSheet) -> bool:
    """True while a drafted field stands as the draft left it."""
    drafted = opened.desk.drafted.items()
    left = any(opened.value(field_id).revision == revision for field_id, revision in drafted)
    return left and not opened.is_locked


def _ask_for_draft(desk: Desk) -> None:
    desk.is_drafting = True


def _undo(desk: Desk) -> None:
    """Empty the drafted fields again, but none that somebody has worked on since."""
    desk.problem = None
    try:
        for field_id, revision in list(desk.drafted.items()):
            body = SaveField(revision=revision, value=FieldValue())
            outcome = worksheets().save_field(desk.sheet_id, field_id, body)
            del desk.drafted[field_id]
            if isinstance(outcome, FieldSaved):
                desk.forget([field_id])
    except AssistantError as error:
        desk.problem = error
    else:
        desk.done = say(words.UNDONE)
