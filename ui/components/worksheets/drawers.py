"""Help that opens beside a field: suggestion, guide, question, comments, history."""

from collections.abc import Callable

import streamlit as st

from assistant.form_contract import FieldInfo
from ui.components.problem import showing_problems
from ui.components.worksheets.comments import show_comments
from ui.components.worksheets.field_history import show_field_history
from ui.components.worksheets.guidance import show_guidance
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.components.worksheets.question import show_question_about
from ui.components.worksheets.suggestion import show_suggestion
from ui.desk import Box
from ui.language import say
from ui.texts import sheet_fields as words
from ui.wording import Text

_SUGGEST, _ASK, _COMMENTS = "suggest", "ask", "comments"
_DRAWERS: dict[str, tuple[Text, str, Callable[[OpenedSheet, FieldInfo, Box], None]]] = {
    _SUGGEST: (words.SUGGEST, ":material/lightbulb:", show_suggestion),
    "guide": (words.GUIDE, ":material/menu_book:", show_guidance),
    _ASK: (words.ASK, ":material/forum:", show_question_about),
    _COMMENTS: (words.COMMENTS, ":material/comment:", show_comments),
    "history": (words.HISTORY, ":material/history:", show_field_history),
}
_CHOICE_KINDS = ("choice", "choices")


def show_drawer_buttons(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """What can be opened for this field."""
    with st.container(horizontal=True, gap="xsmall"):
        for name, (label, icon, _) in _DRAWERS.items():
            if name == _SUGGEST and (opened.is_locked or field.kind in _CHOICE_KINDS):
                continue
            st.button(
                _label(opened, field, name, label),
                key=f"drawer-{name}-{field.id}",
                icon=icon,
                type="primary" if box.drawer == name else "secondary",
                on_click=_switch,
                args=(box, name),
            )


def show_drawer(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """The open drawer, with a way to close it."""
    if box.drawer is None:
        return
    label, icon, show = _DRAWERS[box.drawer]
    with st.container(horizontal=True, vertical_alignment="center", wrap=False):
        st.markdown(f"{icon} **{say(label)}**", width="stretch")
        st.button(
            say(words.CLOSE),
            key=f"close-{field.id}",
            type="tertiary",
            icon=":material/close:",
            on_click=_switch,
            args=(box, box.drawer),
        )
    with showing_problems(f"drawer-{field.id}"):
        show(opened, field, box)


def _label(opened: OpenedSheet, field: FieldInfo, name: str, label: Text) -> str:
    if name != _COMMENTS:
        return say(label)
    open_comments = [
        each for each in opened.sheet.comments if each.field_id == field.id and not each.resolved
    ]
    return say(words.COMMENTS_COUNT, count=len(open_comments)) if open_comments else say(label)


def _switch(box: Box, name: str) -> None:
    box.drawer = None if box.drawer == name else name
