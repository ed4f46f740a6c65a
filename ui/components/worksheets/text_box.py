"""The box of a field that holds sentences, one a line."""

import streamlit as st

from assistant.form_contract import FieldInfo
from ui import state
from ui.components.worksheets.marked_lines import lines_markdown
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.desk import Box
from ui.language import say
from ui.saving import save_text
from ui.spoken import spoken
from ui.texts import sheet_fields as words


def show_text_box(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """The text, saved by itself; only to be read when the sheet is finished."""
    if opened.is_locked:
        st.markdown(lines_markdown(opened.value(field.id).sentences))
        return
    key = f"text-{opened.id}-{field.id}-{box.drawn}"
    state.begin_with(key, box.text)
    st.text_area(
        spoken(field.label),
        key=key,
        height="content",
        placeholder=say(words.BOX_HINT),
        label_visibility="collapsed",
        on_change=_save,
        args=(opened, field, key),
    )


def _save(opened: OpenedSheet, field: FieldInfo, key: str) -> None:
    # None stands for a box that is no longer drawn, not for one that was emptied.
    if (typed := state.chosen(key)) is not None:
        save_text(opened.desk, field.id, str(typed))
