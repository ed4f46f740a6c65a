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
            confirmed = st.button(
                say(words.DELETE), type="primary", icon=":material/delete:", on_click=delete
            )
            if confirmed or st.button(say(words.CANCEL)):
                st.rerun()  # closes the dialog, and shows the page without what was deleted

    st.dialog(title)(body)()
