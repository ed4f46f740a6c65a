"""Begin a run of the assistant that the page talks to."""

import streamlit as st

from assistant.errors import AssistantError
from assistant.settings import AssistantSettings
from evals.desk import RunState, StartRequest
from ui import state
from ui.backend import assistant
from ui.components.evaluation.progress import show_progress
from ui.components.evaluation.run_list import show_opener
from ui.components.problem import show_problem
from ui.components.readiness import show_readiness
from ui.evaluations import engine_name, run_desk, set_name, showing_evaluation_problems
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import evaluation as words

_WHOLE, _FEW = 0, 20
_STARTED_KEY = "started_run"


def show_start() -> None:
    """The form, unless there is nobody to ask or a run is going on."""
    st.markdown(say(words.START_NOTE))
    going_on = run_desk().going_on()
    if going_on:
        st.info(say(words.BUSY), icon=":material/hourglass_top:")
        show_progress(going_on[0].name)
        return
    if started := state.chosen(_STARTED_KEY):
        _show_ended(str(started))
    try:
        readiness = assistant().ready()
    except AssistantError as error:
        show_problem(error, key="start")
        return
    if readiness.status != "ready":
        show_readiness()  # renews itself, and the form comes when the service is ready
        return
    st.caption(say(words.ENGINE_NOW, engine=verbatim(engine_name(readiness.engine))))
    _show_form(readiness.engine)


def _show_ended(name: str) -> None:
    """What became of the run that was begun here last."""
    show_progress(name)
    run = run_desk().overview(name)
    if run.state is RunState.FINISHED:
        st.success(say(words.ENDED), icon=":material/check_circle:")
    show_opener(run)


def _show_form(engine: str) -> None:
    with st.form("start"):
        chosen_set = st.selectbox(
            say(words.SET),
            run_desk().sets(),
            format_func=set_name,
            key="start_set",
            help=say(words.SETS_HELP),
            persist_state="session",
        )
        amounts = {_WHOLE: say(words.WHOLE), _FEW: say(words.A_FEW, count=_FEW)}
        limit = st.radio(
            say(words.HOW_MANY),
            list(amounts),
            format_func=amounts.__getitem__,
            help=say(words.A_FEW_HELP),
            key="start_limit",
            persist_state="session",
        )
        with st.expander(say(words.MORE_SETTINGS)):
            repeats = st.number_input(
                say(words.REPEATS), min_value=1, max_value=5, help=say(words.REPEATS_HELP)
            )
            variants = st.checkbox(say(words.VARIANTS))
        sent = st.form_submit_button(say(words.BEGIN), type="primary", icon=":material/play_arrow:")
    if sent:
        _start(
            StartRequest(
                set_name=chosen_set,
                url=AssistantSettings().service_url,
                engine=engine,
                limit=limit or None,
                repeats=repeats,
                variants=variants,
            )
        )


def _start(wanted: StartRequest) -> None:
    with showing_evaluation_problems():
        state.preset({_STARTED_KEY: run_desk().start(wanted)})
        st.rerun()
