"""What could not be saved: why, and a way to go on with it."""

import streamlit as st

from assistant.errors import AssistantError
from assistant.form_contract import FieldInfo
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.desk import Box, KpiRow
from ui.language import explain, say
from ui.saving import save_choices, save_rows, save_text
from ui.texts import sheet_fields as words


def show_unsaved(opened: OpenedSheet, field: FieldInfo, box: Box, problem: AssistantError) -> None:
    """The problem with a second try; of a sheet that was finished meanwhile, the text to copy."""
    text = _typed(field, box)
    if opened.is_locked and text:
        st.error(explain(problem), icon=":material/error:")
        st.caption(say(words.UNSAVED))
        st.code(text, language=None, wrap_lines=True)
        return
    st.error(f"{explain(problem)}\n\n{say(words.NOT_SAVED)}", icon=":material/error:")
    if not opened.is_locked:
        st.button(
            say(words.SAVE_AGAIN),
            key=f"again-{field.id}",
            icon=":material/save:",
            on_click=_save_again,
            args=(opened, field, box),
        )


def _typed(field: FieldInfo, box: Box) -> str:
    """What stands in a box that a finished sheet does not show; choices are shown."""
    if field.kind == "kpi":
        return "\n".join(_row(row) for row in box.rows if not row.is_empty)
    return box.text if field.kind == "text" else ""


def _row(row: KpiRow) -> str:
    parts = {"target": row.target, "method": row.method, "frequency": row.frequency}
    told = {key: part or "-" for key, part in parts.items()}
    return say(words.KPI_TEXT, name=row.name or "-", **told)


def _save_again(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    if field.kind == "text":
        save_text(opened.desk, field.id, box.text)
    elif field.kind == "kpi":
        save_rows(
            opened.desk,
            field.id,
            box.rows,
            blank=words.KPI_BLANK.in_language(opened.sheet.language),
        )
    else:
        save_choices(opened.desk, field.id, box.choices)
