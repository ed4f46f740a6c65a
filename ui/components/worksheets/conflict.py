"""Two people saved the same field: both contents side by side, and ways to go on."""

import streamlit as st

from assistant.form_contract import FieldInfo
from assistant.worksheets.model import FieldValue
from ui.components.worksheets.marked_lines import lines_markdown
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.desk import Box
from ui.language import explain, say
from ui.markdown_text import verbatim
from ui.saving import keep_both, keep_mine, take_theirs
from ui.spoken import spoken
from ui.texts import sheet_fields as words

_WAYS = (
    (words.KEEP_MINE, ":material/person:", keep_mine),
    (words.TAKE_THEIRS, ":material/group:", take_theirs),
    (words.MERGE, ":material/merge:", keep_both),
)
_WAYS_OF_ONE = _WAYS[:2]
"""Of a single choice there is nothing to put together."""


def show_conflict(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """Nothing is saved or lost until the visitor chooses."""
    if box.conflict is None:
        return
    name = verbatim(box.conflict.theirs.edited_by or say(words.SOMEBODY))
    st.warning(say(words.CONFLICT, name=name), icon=":material/call_split:")
    if box.problem is not None:
        st.error(explain(box.problem), icon=":material/error:")
    mine, theirs = st.columns(2, border=True)
    with mine:
        st.markdown(f"**{say(words.MINE)}**")
        st.markdown(content_markdown(field, box.conflict.yours))
    with theirs:
        st.markdown(f"**{say(words.THEIRS, name=name)}**")
        st.markdown(content_markdown(field, box.conflict.theirs))
    with st.container(horizontal=True):
        ways = _WAYS_OF_ONE if field.kind == "choice" else _WAYS
        for number, (label, icon, way) in enumerate(ways):
            st.button(
                say(label),
                key=f"conflict-{field.id}-{number}",
                icon=icon,
                on_click=way,
                args=(opened.desk, field.id),
            )


def content_markdown(field: FieldInfo, value: FieldValue) -> str:
    """Everything that stands in a field, to be read."""
    if value.is_empty:
        return f":gray[{say(words.EMPTY_VALUE)}]"
    names = {option.id: spoken(option.label) for option in field.options}
    chosen = [f"- {verbatim(names.get(option, option))}" for option in value.choices]
    lines = lines_markdown((*value.sentences, *value.kpis))
    return "\n".join([*chosen, lines])
