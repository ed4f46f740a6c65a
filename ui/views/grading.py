"""People grade answers: blind, by a rubric, two for each; bad ones become test questions."""

import streamlit as st

from ui.components.evaluation.access import let_in
from ui.components.grading.drawing import show_drawing
from ui.components.grading.new_cases import show_bad_answers
from ui.components.grading.results import show_results
from ui.components.grading.sheets import show_sheets
from ui.components.grading.task_card import show_tasks
from ui.components.sections import choose_section
from ui.evaluations import grading_desk, showing_evaluation_problems
from ui.language import say
from ui.texts import grading as words

_SECTIONS = {
    "grade": words.GRADE,
    "draw": words.DRAW,
    "sheets": words.SHEETS,
    "results": words.RESULTS,
    "bad": words.BAD,
}
_LONGEST_NAME = 60


def show_page() -> None:
    st.title(say(words.TITLE), anchor=False)
    if not let_in():
        return
    st.markdown(say(words.TAGLINE))
    section = choose_section(words.SECTION, _SECTIONS, key="grading_section")
    with showing_evaluation_problems():
        _show_section(section)


def _show_section(section: str) -> None:
    desk = grading_desk()
    if section == "draw":
        show_drawing(desk)
    elif section == "results":
        show_results(desk)
    elif section == "bad":
        show_bad_answers(desk)
    elif grader := _ask_name():
        show = show_sheets if section == "sheets" else show_tasks
        show(desk, grader)
    else:
        st.info(say(words.NAME_FIRST), icon=":material/badge:")


def _ask_name() -> str:
    typed = st.text_input(
        say(words.NAME),
        max_chars=_LONGEST_NAME,
        help=say(words.NAME_HELP),
        key="grader",
        persist_state="session",
    )
    return (typed or "").strip()


show_page()
