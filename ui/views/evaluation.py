"""How good the assistant is: runs of question sets, over time, compared, begun."""

import streamlit as st

from ui.address import RUN, parameter
from ui.components.evaluation.access import has_access, let_in
from ui.components.evaluation.comparing import show_comparing
from ui.components.evaluation.run_list import show_runs
from ui.components.evaluation.run_page import show_run
from ui.components.evaluation.starting import show_start
from ui.components.evaluation.trends import show_trends
from ui.components.scrolling import start_at_top
from ui.components.sections import choose_section
from ui.evaluations import run_desk, showing_evaluation_problems
from ui.language import say
from ui.texts import evaluation as words

_SECTIONS = {
    "runs": words.RUNS,
    "trends": words.TRENDS,
    "compare": words.COMPARE,
    "start": words.START,
}


def show_page() -> None:
    opened = parameter(RUN)
    if not has_access():
        st.title(say(words.TITLE), anchor=False)
    if not let_in():
        return
    with showing_evaluation_problems():
        if opened:
            show_run(opened)
            start_at_top(opened)
        else:
            _show_sections()


def _show_sections() -> None:
    st.title(say(words.TITLE), anchor=False)
    st.markdown(say(words.TAGLINE))
    section = choose_section(words.SECTION, _SECTIONS, key="evaluation_section")
    if section == "trends":
        show_trends()
    elif section == "compare":
        show_comparing()
    elif section == "start":
        show_start()
    else:
        show_runs(run_desk().overviews())


show_page()
