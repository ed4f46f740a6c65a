"""Enter a workspace by its link."""

import streamlit as st

from assistant.errors import AssistantError
from assistant.worksheet_contract import JoinWorkspace
from ui.address import KEY, SHEET, leave
from ui.backend import worksheets
from ui.components.worksheets.person import ask_person, person
from ui.language import explain, say
from ui.texts import worksheets as words


def show_joining(key: str) -> None:
    """Who comes in, then the sheet that the link leads to."""
    st.button(
        say(words.BACK),
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=leave,
        args=(SHEET, KEY),
    )
    st.title(say(words.JOIN_TITLE), anchor=False)
    st.markdown(say(words.JOIN_HINT))
    ask_person()
    if not st.button(say(words.JOIN), type="primary", icon=":material/group_add:"):
        return
    me = person()
    if me is None:
        st.warning(say(words.NAME_MISSING), icon=":material/warning:")
        return
    try:
        worksheets().workspaces.join(JoinWorkspace(key=key, person=me))
    except AssistantError as error:
        st.error(explain(error), icon=":material/error:")
        return
    leave(KEY)
    st.rerun()


def is_member(key: str) -> bool:
    """True when the visitor is in the link's workspace already."""
    return any(each.key == key for each in worksheets().workspaces.list().workspaces)
