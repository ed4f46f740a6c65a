"""The box of a field with options: one of them, or any."""

import streamlit as st

from assistant.form_contract import FieldInfo
from ui import state
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.desk import Box
from ui.markdown_text import verbatim
from ui.saving import save_choices
from ui.spoken import spoken


def show_choice_box(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """Options to tick, saved at once."""
    if field.kind == "choice":
        _show_one_of(opened, field, box)
    else:
        _show_any_of(opened, field, box)


def _show_one_of(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    names = {option.id: spoken(option.label) for option in field.options}
    key = f"choice-{field.id}-{box.drawn}"
    first = next((each for each in box.choices if each in names), None)
    state.begin_with(key, first)
    st.radio(
        spoken(field.label),
        list(names),
        index=None,
        format_func=lambda option: verbatim(names[option]),
        key=key,
        label_visibility="collapsed",
        disabled=opened.is_locked,
        on_change=_save_one,
        args=(opened, field, box, key),
    )


def _show_any_of(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    for option in field.options:
        key = _key(field, box, option.id)
        state.begin_with(key, option.id in box.choices)
        st.checkbox(
            verbatim(spoken(option.label)),
            key=key,
            disabled=opened.is_locked,
            on_change=_save_any,
            args=(opened, field, box),
        )


def _save_one(opened: OpenedSheet, field: FieldInfo, box: Box, key: str) -> None:
    # None stands for a field that is no longer drawn.
    if (chosen := state.chosen(key)) is not None:
        save_choices(opened.desk, field.id, (str(chosen),))


def _save_any(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    ticked = {option.id: state.chosen(_key(field, box, option.id)) for option in field.options}
    if None not in ticked.values():
        save_choices(opened.desk, field.id, [option for option, is_set in ticked.items() if is_set])


def _key(field: FieldInfo, box: Box, option: str) -> str:
    return f"choice-{field.id}-{box.drawn}-{option}"
