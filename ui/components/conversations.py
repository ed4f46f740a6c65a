"""The list of conversations in the sidebar."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from assistant.contract import ConversationSummary
from assistant.errors import AssistantError
from ui import state
from ui.backend import assistant
from ui.components.confirm import ask_before
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import chat as words

_SHOWN = 10


def show_conversations() -> None:
    """New conversation, and the kept ones, newest first."""
    st.button(say(words.NEW), icon=":material/add:", on_click=state.start_over, width="stretch")
    st.markdown(f"**{say(words.CONVERSATIONS)}**")
    try:
        kept = assistant().conversations().conversations
    except AssistantError:
        st.caption(say(words.CONVERSATIONS_AWAY))
        return
    if not kept:
        st.caption(say(words.NO_CONVERSATIONS))
    _show_rows(kept[:_SHOWN])
    if older := kept[_SHOWN:]:
        with st.expander(say(words.OLDER, count=len(older))):
            _show_rows(older)


def _show_rows(conversations: Sequence[ConversationSummary]) -> None:
    with st.container(gap=None):
        for conversation in conversations:
            _show_row(conversation)


def _show_row(conversation: ConversationSummary) -> None:
    is_open = conversation.id == state.current_chat().conversation_id
    row = st.container(horizontal=True, wrap=False, vertical_alignment="center", gap=None)
    with row.container(width="stretch"):  # keeps short titles at the left, long ones short
        st.button(
            f"**{verbatim(conversation.title)}**" if is_open else verbatim(conversation.title),
            key=f"open-{conversation.id}",
            type="tertiary",
            wrap=False,
            on_click=_open,
            args=(conversation.id,),
        )
    with row:
        if st.button(
            say(words.DELETE_NAMED, title=verbatim(conversation.title)),
            key=f"delete-{conversation.id}",
            icon=":material/delete:",
            type="tertiary",
            help=say(words.DELETE_CONVERSATION),
        ):
            ask_before(
                say(words.DELETE_CONVERSATION),
                say(words.DELETE_SURE, title=verbatim(conversation.title)),
                delete=partial(_delete, conversation.id),
            )


def _open(conversation_id: str) -> None:
    try:
        state.reopen(assistant().conversation(conversation_id))
    except AssistantError as error:
        state.current_chat().problem = error


def _delete(conversation_id: str) -> None:
    try:
        assistant().delete_conversation(conversation_id)
    except AssistantError as error:
        state.current_chat().problem = error
    else:
        state.forget(conversation_id)
