"""Parts of a page, one shown at a time."""

from collections.abc import Mapping

import streamlit as st

from ui.language import names_of, say
from ui.wording import Text


def choose_section(label: Text, sections: Mapping[str, Text], *, key: str) -> str:
    """Offer the parts in a row; returns the chosen one's key.

    The first at the beginning, later the one that was chosen last in this visit.
    """
    chosen: str = st.segmented_control(
        say(label),
        list(sections),
        format_func=names_of(sections).__getitem__,
        default=next(iter(sections)),
        required=True,
        key=key,
        label_visibility="collapsed",
        persist_state="session",
    )
    return chosen
