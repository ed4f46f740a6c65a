"""A question that got no answer is kept: send it again, or change it first."""

from collections.abc import Callable

import streamlit as st

from assistant.errors import AssistantError
from ui.language import explain, say
from ui.texts import chat as words


def show_unanswered(
    failure: AssistantError, *, again: Callable[[], None], edit: Callable[[], None], key: str
) -> None:
    """Why there is no answer, and both ways to go on."""
    st.error(f"{explain(failure)}\n\n{say(words.NOT_ANSWERED)}", icon=":material/error:")
    with st.container(horizontal=True):
        st.button(
            say(words.SEND_AGAIN),
            key=f"send-again-{key}",
            icon=":material/refresh:",
            type="primary",
            on_click=again,
        )
        st.button(say(words.EDIT), key=f"change-{key}", icon=":material/edit:", on_click=edit)
