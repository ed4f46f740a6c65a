"""Ask before something is deleted."""

from collections.abc import Callable

import streamlit as st

from ui.language import say
from ui.texts import frame as words


def ask_before(title: str, consequence: str, *, delete: Callable[[], None]) -> None:
    """Open a dialog that deletes only when told so."""

    def body() -> None:
        st.markdown(consequence)
        with st.container(horizontal=True):
            if st.button(say(words.DELETE), type="primary", icon=":material/delete:"):
                delete()
                st.rerun()
            if st.button(say(words.CANCEL)):
                st.rerun()

    st.dialog(title)(body)()
