"""Whether questions can be answered yet."""

import re

import streamlit as st

from assistant.contract import Readiness
from assistant.errors import ServiceUnavailable
from ui.backend import assistant
from ui.components.problem import show_problem
from ui.language import say
from ui.texts import frame as words

_EVERY_SECONDS = 2
_STEPS = re.compile(r"(\d+)/(\d+)")


def show_readiness() -> None:
    """Nothing when the service is ready; else why not, renewed until it is."""
    try:
        readiness = assistant().ready()
    except ServiceUnavailable as error:
        show_problem(error, key="ready")
        return
    if readiness.status == "preparing":
        _watch_preparation()
    elif readiness.status == "unavailable":
        st.warning(say(words.UNAVAILABLE, detail=readiness.detail), icon=":material/warning:")


@st.fragment(run_every=_EVERY_SECONDS)
def _watch_preparation() -> None:
    try:
        readiness = assistant().ready()
    except ServiceUnavailable as error:
        show_problem(error, key="preparing")
        return
    if readiness.status != "preparing":
        st.rerun()  # ready: the whole page, and no more watching
    st.info(say(words.PREPARING), icon=":material/hourglass_top:")
    st.progress(_share_done(readiness))


def _share_done(readiness: Readiness) -> float:
    steps = _STEPS.search(readiness.detail)
    return min(1.0, int(steps[1]) / max(1, int(steps[2]))) if steps else 0.0
