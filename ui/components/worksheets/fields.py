"""One field of a sheet: what to write, the box, its marks and checks, and help beside it."""

import streamlit as st

from assistant.form_contract import FieldInfo
from assistant.worksheets.blanks import has_blanks
from assistant.worksheets.model import FieldValue
from ui.components.worksheets.choice_box import show_choice_box
from ui.components.worksheets.conflict import show_conflict
from ui.components.worksheets.drawers import show_drawer, show_drawer_buttons
from ui.components.worksheets.field_checks import show_field_checks
from ui.components.worksheets.kpi_box import show_kpi_box
from ui.components.worksheets.opened_sheet import OpenedSheet, side_name
from ui.components.worksheets.provenance import show_provenance
from ui.components.worksheets.text_box import show_text_box
from ui.components.worksheets.unsaved import show_unsaved
from ui.desk import Box
from ui.language import say
from ui.markdown_text import verbatim
from ui.moments import shown
from ui.spoken import spoken
from ui.texts import sheet_fields as words

_BOXES = {
    "text": show_text_box,
    "kpi": show_kpi_box,
    "choice": show_choice_box,
    "choices": show_choice_box,
}


def show_field(opened: OpenedSheet, field: FieldInfo) -> None:
    """The field; help is beside it on a wide screen, below it on a narrow one."""
    box = opened.box(field.id)
    with st.container(border=True, key=f"field-{field.id}"):
        _show_heading(opened, field)
        if box.drawer is None:
            own, beside = st.container(), None
        else:
            own, beside = st.columns([1, 1], gap="medium")
        with own:
            _show_own(opened, field, box)
        if beside is not None:
            with beside:
                show_drawer(opened, field, box)


def _show_own(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    if box.conflict is not None:
        show_conflict(opened, field, box)
        return
    _show_news(opened, field, box)
    _BOXES[field.kind](opened, field, box)
    _show_state(opened, field, box)
    show_provenance(opened, field, box)
    show_field_checks(opened, field)
    show_drawer_buttons(opened, field, box)


def _show_heading(opened: OpenedSheet, field: FieldInfo) -> None:
    optional = "" if field.required else f" :gray-badge[{say(words.OPTIONAL)}]"
    label = verbatim(spoken(field.label))
    st.markdown(f"**{label}** {_badge(opened.value(field.id))}{optional}")
    st.caption(verbatim(spoken(field.help)))


def _badge(value: FieldValue) -> str:
    if value.is_empty:
        return f":gray-badge[{say(words.STATE_EMPTY)}]"
    if has_blanks(value):
        return f":orange-badge[{say(words.STATE_BLANKS)}]"
    if not all(line.confirmed for line in (*value.sentences, *value.kpis)):
        return f":orange-badge[{say(words.STATE_UNCONFIRMED)}]"
    return f":green-badge[:material/check: {say(words.STATE_SETTLED)}]"


def _show_news(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """Somebody else's change is shown only when asked for: it would replace what is typed."""
    value = opened.value(field.id)
    if value.revision <= box.revision:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            f":blue[:material/sync: {say(words.CHANGED_BY, name=verbatim(value.edited_by))}]"
        )
        st.button(
            say(words.SHOW_LATEST), key=f"latest-{field.id}", on_click=box.show, args=(value,)
        )


def _show_state(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    value = opened.value(field.id)
    if box.problem is not None:
        show_unsaved(opened, field, box, box.problem)
        return
    for notice in box.notices:
        st.caption(f":material/info: {verbatim(notice)}")
    if value.edited_by:
        by = say(
            words.SAVED_BY,
            name=value.edited_by,
            side=side_name(value.side) or "-",
            when=shown(value.edited_at),
        )
        st.caption(f":material/cloud_done: {verbatim(by)}")
