"""Grading away from the page: an Excel sheet out, the filled one in."""

import streamlit as st

from evals.desk import GradeRefused, GradingDesk
from ui import state
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import grading as words

_MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_sheets(desk: GradingDesk, grader: str) -> None:
    """Save this grader's sheet; read a filled one."""
    st.markdown(say(words.SHEET_NOTE))
    language = state.language()
    count = len(desk.waiting_for(grader))
    st.download_button(
        say(words.SAVE_SHEET, count=count),
        lambda: desk.sheet_for(grader, language),
        file_name=f"grading-{grader}.xlsx",
        mime=_MIME,
        icon=":material/download:",
        on_click="ignore",
        disabled=not count,
    )
    with st.form("sheet", clear_on_submit=True):
        file = st.file_uploader(say(words.READ_SHEET), type="xlsx")
        sent = st.form_submit_button(say(words.READ), icon=":material/upload:")
    if sent and file is None:
        st.warning(say(words.NO_FILE), icon=":material/warning:")
    elif sent and file is not None:
        _read(desk, grader, file.name, file.getvalue())


def _read(desk: GradingDesk, grader: str, name: str, content: bytes) -> None:
    try:
        count = desk.take_sheet(content, name, grader)
    except GradeRefused as refusal:
        st.error(verbatim(refusal.message(state.language())), icon=":material/error:")
    else:
        st.success(say(words.READ_DONE, count=count), icon=":material/check_circle:")
