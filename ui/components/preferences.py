"""Language and role: set once, kept for the visit."""

from typing import get_args

import streamlit as st

from assistant.contract import LanguageCode, Persona
from ui import state
from ui.address import LANGUAGE, parameter
from ui.language import names_of, say
from ui.texts import frame as words
from ui.texts import labels


def show_language_switch() -> None:
    """First in the sidebar: everything after it is said in the chosen language."""
    state.begin_in(parameter(LANGUAGE))
    st.segmented_control(
        say(words.LANGUAGE),
        get_args(LanguageCode),
        format_func=words.LANGUAGE_NAMES.__getitem__,
        required=True,
        key=state.LANGUAGE_KEY,
        on_change=state.keep_choices,
    )


def show_role_choice() -> None:
    """Whose side answers are written for."""
    st.selectbox(
        say(words.ROLE),
        list(Persona),
        index=None,
        placeholder=say(words.NO_ROLE),
        format_func=names_of(labels.ROLES).__getitem__,
        key=state.ROLE_KEY,
        on_change=state.follow_sidebar_role,
        help=say(words.ROLE_HELP),
    )
