"""The start of a conversation: what this is, and questions to begin with."""

import streamlit as st

from assistant.contract import Persona
from ui import state
from ui.components.readiness import show_readiness
from ui.language import names_of, say
from ui.texts import chat as words
from ui.texts import examples, frame, labels


def show_welcome() -> None:
    """Title, one line, and example questions of the chosen role."""
    st.title(say(frame.PRODUCT), anchor=False)
    st.markdown(say(words.TAGLINE))
    show_readiness()
    st.pills(
        say(words.YOUR_ROLE),
        list(Persona),
        format_func=names_of(labels.SHORT_ROLES).__getitem__,
        key=state.START_ROLE_KEY,
        on_change=state.follow_start_role,
        persist_state="session",
    )
    role = state.role()
    st.markdown(f"**{say(words.TRY_ONE)}**")
    with st.container(gap="xsmall"):
        for question in examples.FOR_ROLE[role] if role else examples.FOR_ANYONE:
            st.button(
                say(question),
                icon=":material/chat_bubble:",
                on_click=state.ask,
                args=(say(question),),
                wrap=True,
            )
