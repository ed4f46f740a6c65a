"""Something went wrong: one sentence, and a way on."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from assistant.errors import AssistantError, ServiceUnavailable
from ui.backend import assistant
from ui.language import explain, say
from ui.texts import frame as words

_EVERY_SECONDS = 3.0


def show_problem(error: AssistantError, *, key: str) -> None:
    """What was lost and what to do, with a button that tries again.

    A service that is away is looked for: the page goes on by itself once it is back.
    """
    st.error(explain(error), icon=":material/error:")
    # Any press of a button runs the page again, which is the second try.
    st.button(say(words.RETRY), icon=":material/refresh:", key=f"retry-{key}")
    if isinstance(error, ServiceUnavailable):
        _go_on_when_it_is_back(time.monotonic())


@contextmanager
def showing_problems(key: str) -> Iterator[None]:
    """Part of a page that is replaced by its problem when the service fails it."""
    try:
        yield
    except AssistantError as error:
        show_problem(error, key=key)


@st.fragment(run_every=_EVERY_SECONDS)
def _go_on_when_it_is_back(failed_at: float) -> None:
    # Not in the run that met the problem: a service that answers here and fails there would have
    # the page run without a pause.
    if time.monotonic() - failed_at < _EVERY_SECONDS / 2:
        return
    try:
        assistant().ready()
    except AssistantError:
        return
    st.rerun()
