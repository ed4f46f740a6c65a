"""What became of the last thing that the visitor did, with a way back."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from assistant.errors import AssistantError
from ui import state
from ui.language import explain, say
from ui.texts import worksheets as words

_KEY = "sheet_result"


@dataclass(frozen=True)
class Outcome:
    """Shown once."""

    done: str = ""
    undo: Callable[[], None] | None = None
    problem: AssistantError | None = None


def act(
    do: Callable[[], object], *, done: str = "", undo: Callable[[], None] | None = None
) -> None:
    """Do something with a sheet and remember what became of it."""
    try:
        do()
    except AssistantError as error:
        state.preset({_KEY: Outcome(problem=error)})
    else:
        state.preset({_KEY: Outcome(done, undo)})


def show_result() -> None:
    """The last outcome, until something else is done."""
    outcome = state.chosen(_KEY)
    if not isinstance(outcome, Outcome):
        return
    if outcome.problem:
        st.error(explain(outcome.problem), icon=":material/error:")
    elif outcome.done:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.success(outcome.done, icon=":material/check_circle:")
            if outcome.undo:
                st.button(say(words.UNDO), icon=":material/undo:", on_click=outcome.undo)
    state.clear((_KEY,))
