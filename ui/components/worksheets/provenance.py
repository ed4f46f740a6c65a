"""Where each line of a field comes from, and who stands behind it."""

import streamlit as st

from assistant.errors import AssistantError
from assistant.form_contract import FieldInfo
from assistant.worksheets.blanks import has_blanks
from assistant.worksheets.model import FieldValue, Origin
from ui.backend import Library, library
from ui.components.worksheets.marked_lines import Line, line_markdown, name_of_line
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.desk import Box
from ui.language import say
from ui.saving import confirm
from ui.texts import sheet_fields as words

_NO_LIBRARY = Library(())


def show_provenance(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """Each line with its mark; nothing for a field in which all is one's own and settled."""
    value = opened.value(field.id)
    lines: tuple[Line, ...] = (*value.sentences, *value.kpis)
    if not lines or _is_plain(value):
        return
    st.caption(say(words.LINES))
    known = _known_entries()
    with st.container(gap="xsmall"):
        for number, line in enumerate(lines):
            _show_line(opened, field, line, (known, number, box.is_unsaved))
    open_lines = [line for line in lines if not line.confirmed]
    if len(open_lines) > 1 and not opened.is_locked:
        st.button(
            say(words.CONFIRM_ALL),
            key=f"confirm-all-{field.id}",
            icon=":material/done_all:",
            on_click=confirm,
            args=(opened.desk, field.id),
            disabled=box.is_unsaved,
        )


def _show_line(
    opened: OpenedSheet, field: FieldInfo, line: Line, drawn: tuple[Library, int, bool]
) -> None:
    known, number, is_unsaved = drawn
    row = st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small")
    with row:
        st.markdown(line_markdown(line, known, with_parts=False), width="stretch")
        if not line.confirmed and not opened.is_locked:
            st.button(
                say(words.CONFIRM),
                key=f"confirm-{field.id}-{number}",
                help=say(words.CONFIRM_HELP),
                icon=":material/check:",
                on_click=confirm,
                args=(opened.desk, field.id, (name_of_line(line),)),
                disabled=is_unsaved,
            )


def _is_plain(value: FieldValue) -> bool:
    lines = (*value.sentences, *value.kpis)
    return all(line.origin is Origin.USER for line in lines) and not has_blanks(value)


def _known_entries() -> Library:
    """Titles of entries are a comfort: without them links name the entries' ids."""
    try:
        return library()
    except AssistantError:
        return _NO_LIBRARY
