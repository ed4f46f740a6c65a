"""The box of a field that holds indicators: name, target, method and frequency of each."""

from dataclasses import replace

import streamlit as st

from assistant.form_contract import FieldInfo
from ui import state
from ui.components.worksheets.marked_lines import lines_markdown
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.desk import Box, KpiRow
from ui.language import say
from ui.saving import save_rows
from ui.texts import sheet_fields as words

_PARTS = (
    ("name", words.KPI_NAME),
    ("target", words.KPI_TARGET),
    ("method", words.KPI_METHOD),
    ("frequency", words.KPI_FREQUENCY),
)
_MOST = 30


def show_kpi_box(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """One block for each indicator; only to be read when the sheet is finished."""
    if opened.is_locked:
        st.markdown(lines_markdown(opened.value(field.id).kpis))
        return
    if not box.rows:
        box.rows = [KpiRow()]
    for number in range(len(box.rows)):
        _show_row(opened, field, box, number)
    if len(box.rows) < _MOST:
        st.button(
            say(words.KPI_ADD),
            key=f"add-kpi-{field.id}",
            icon=":material/add:",
            on_click=box.rows.append,
            args=(KpiRow(),),
        )


def _show_row(opened: OpenedSheet, field: FieldInfo, box: Box, number: int) -> None:
    with st.container(border=True, gap="small"):
        for pair in (_PARTS[:2], _PARTS[2:]):
            for column, (part, label) in zip(st.columns(2), pair, strict=True):
                key = _key(field, box, number, part)
                state.begin_with(key, getattr(box.rows[number], part))
                column.text_input(
                    say(label), max_chars=500, key=key, on_change=_save, args=(opened, field, box)
                )
        if len(box.rows) > 1:
            st.button(
                say(words.KPI_REMOVE),
                key=f"remove-kpi-{field.id}-{number}",
                type="tertiary",
                icon=":material/delete:",
                on_click=_remove,
                args=(opened, field, box, number),
            )


def _save(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    rows = [_typed(field, box, number) for number in range(len(box.rows))]
    if rows == box.rows:
        return
    save_rows(opened.desk, field.id, rows, blank=words.KPI_BLANK.in_language(opened.sheet.language))


def _typed(field: FieldInfo, box: Box, number: int) -> KpiRow:
    """What stands in the row; of inputs that are no longer drawn, what they held."""
    row = box.rows[number]
    keys = [(part, _key(field, box, number, part)) for part, _ in _PARTS]
    return replace(
        row, **{part: str(typed) for part, key in keys if (typed := state.chosen(key)) is not None}
    )


def _remove(opened: OpenedSheet, field: FieldInfo, box: Box, number: int) -> None:
    rows = [row for at, row in enumerate(box.rows) if at != number]
    box.redraw()
    save_rows(opened.desk, field.id, rows, blank=words.KPI_BLANK.in_language(opened.sheet.language))


def _key(field: FieldInfo, box: Box, number: int, part: str) -> str:
    return f"kpi-{field.id}-{box.drawn}-{number}-{part}"
