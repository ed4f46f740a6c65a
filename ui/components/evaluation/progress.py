"""How far a run is, and what can be done about one that is not finished."""

import streamlit as st

from evals.desk import EvaluationError, RunOverview, RunState
from ui import state
from ui.evaluations import run_desk, showing_evaluation_problems
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import evaluation as words

_EVERY_SECONDS = 2
_COLORS = {
    RunState.STARTING: "blue",
    RunState.RUNNING: "blue",
    RunState.STOPPING: "orange",
    RunState.FINISHED: "green",
    RunState.STOPPED: "orange",
    RunState.CRASHED: "red",
}


def show_state(run: RunOverview) -> None:
    """One word about what is going on with the run."""
    st.markdown(f":{_COLORS[run.state]}-badge[{say(words.STATES[run.state])}]", width="content")


def show_progress(name: str) -> None:
    """A bar that fills while the run goes on; what to do when it came to no good end."""
    with showing_evaluation_problems():
        if run_desk().overview(name).is_going_on:
            _watch(name)
        else:
            _show_end(run_desk().overview(name))


@st.fragment(run_every=_EVERY_SECONDS)
def _watch(name: str) -> None:
    with showing_evaluation_problems():
        run = run_desk().overview(name)
        if not run.is_going_on:
            st.rerun()  # the whole page: figures have come, and other runs may be started
        _show_bar(run)


def _show_bar(run: RunOverview) -> None:
    if run.state is RunState.STARTING:
        st.progress(0.0, text=say(words.STARTING))
        return
    total = max(run.to_ask, 1)
    told = say(words.DONE, done=run.done, total=run.to_ask)
    st.progress(min(1.0, run.done / total), text=told)
    if run.state is RunState.STOPPING:
        st.caption(say(words.STOPPING))
    else:
        st.button(
            say(words.STOP),
            key=f"stop-{run.name}",
            icon=":material/stop_circle:",
            on_click=_stop,
            args=(run.name,),
        )


def _show_end(run: RunOverview) -> None:
    if run.damage:
        st.error(say(words.DAMAGED), icon=":material/error:")
        _show_record(run.damage)
    elif run.state is RunState.STOPPED:
        st.info(say(words.STOPPED, done=run.done), icon=":material/pause_circle:")
    elif run.state is RunState.CRASHED:
        told = say(words.CRASHED, done=run.done) if run.done else say(words.NEVER_BEGAN)
        st.error(told, icon=":material/error:")
        _show_record(run.last_words)
    if run.can_be_resumed:
        st.button(
            say(words.RESUME),
            key=f"resume-{run.name}",
            icon=":material/play_arrow:",
            on_click=_resume,
            args=(run.name,),
        )
    if problem := state.take_notice(run.name):
        st.warning(problem, icon=":material/warning:")


def _show_record(record: str) -> None:
    if record:
        with st.expander(say(words.LAST_WORDS)):
            st.code(record, language=None, wrap_lines=True)


def _stop(name: str) -> None:
    try:
        run_desk().stop(name)
    except (EvaluationError, OSError) as error:
        state.leave_notice(name, verbatim(str(error)))


def _resume(name: str) -> None:
    try:
        run_desk().resume(name)
    except EvaluationError as error:
        state.leave_notice(name, verbatim(error.message(state.language())))
    except OSError as error:
        state.leave_notice(name, say(words.NOT_WRITTEN, reason=verbatim(str(error))))
