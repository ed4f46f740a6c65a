"""What has stood in a field, and what could not be saved: nothing is lost."""

import streamlit as st

from assistant.form_contract import FieldInfo
from assistant.worksheets.sharing import FieldEdit
from ui.backend import worksheets
from ui.components.worksheets.conflict import content_markdown
from ui.components.worksheets.opened_sheet import OpenedSheet, signed
from ui.desk import Box
from ui.language import say
from ui.markdown_text import verbatim
from ui.moments import shown
from ui.saving import restore
from ui.texts import sheet_fields as words

_SHOWN = 20


def show_field_history(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """Newest first, each with a way back. Raises client errors."""
    edits = worksheets().history(opened.id).edits(field.id).edits
    if not edits:
        st.caption(say(words.NO_HISTORY))
    for edit in edits[::-1][:_SHOWN]:
        _show_edit(opened, field, box, edit)


def _show_edit(opened: OpenedSheet, field: FieldInfo, box: Box, edit: FieldEdit) -> None:
    by = signed(edit.by, edit.side, shown(edit.at))
    color = "red" if edit.kind.value == "refused" else "gray"
    st.markdown(f":{color}-badge[{say(words.KINDS[edit.kind])}] :small[{verbatim(by)}]")
    st.markdown(content_markdown(field, edit.value))
    if not opened.is_locked:
        st.button(
            say(words.PUT_BACK),
            key=f"put-back-{edit.id}",
            type="tertiary",
            icon=":material/undo:",
            on_click=restore,
            args=(opened.desk, field.id, edit.value),
            disabled=box.is_unsaved,
        )
