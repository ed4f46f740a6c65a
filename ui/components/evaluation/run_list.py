"""All runs, latest first: what they came to, and what can be done with them."""

from collections.abc import Sequence

import streamlit as st

from evals.desk import RunOverview, RunState
from ui.address import RUN, go_to
from ui.components.evaluation.figures import figures_line
from ui.components.evaluation.progress import show_progress, show_state
from ui.components.paging import show_pages
from ui.evaluations import engine_name, run_title
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import evaluation as words
from ui.texts import frame

_AT_ONCE = 10


def show_runs(runs: Sequence[RunOverview]) -> None:
    """One block for each run, a page at a time."""
    if not runs:
        st.info(say(words.NO_RUNS), icon=":material/info:")
        return
    show_pages(runs, _show_block, at_once=_AT_ONCE, key="runs")


def _show_block(run: RunOverview) -> None:
    with st.container(border=True, gap="xsmall"):
        _show_run(run)


def _show_run(run: RunOverview) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{verbatim(run_title(run))}**", width="content")
        show_state(run)
    st.caption(_about(run))
    if run.is_going_on:
        show_progress(run.name)
        return
    if run.summary and run.state is RunState.FINISHED:
        st.markdown(figures_line(run.summary))
    show_opener(run)
    if run.state is not RunState.FINISHED:
        show_progress(run.name)


def show_opener(run: RunOverview) -> None:
    """A button that opens the run, if it has anything to show."""
    if run.done:
        st.button(
            say(words.DETAILS),
            key=f"open-{run.name}",
            icon=":material/arrow_forward:",
            on_click=go_to,
            args=(RUN, run.name),
        )


def _about(run: RunOverview) -> str:
    asked = say(words.QUESTIONS, count=run.summary.questions) if run.summary else ""
    facts = [engine_name(run.engine) if run.engine else "", asked, run.name]
    return verbatim(say(frame.FACT_SEPARATOR).join(fact for fact in facts if fact))
