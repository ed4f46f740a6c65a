"""What the answers of a level check come to."""

from urllib.parse import urlencode

import streamlit as st

from ui import state
from ui.address import ENTRY, LANGUAGE
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import sheet as words


def show_outcome(opened: OpenedSheet) -> None:
    """Nothing for other forms, and while too little has been answered."""
    result = opened.review.result
    if result is None:
        return
    with st.container(border=True):
        st.markdown(f"**{say(words.RESULT, title=verbatim(result.title))}**")
        st.markdown(verbatim(result.text))
        if result.read_next:
            links = "\n".join(f"- {_link(x.entry_id, x.title)}" for x in result.read_next)
            st.markdown(f"**{say(words.READ_NEXT)}**\n\n{links}")


def _link(entry_id: str, title: str) -> str:
    address = urlencode({ENTRY: entry_id, LANGUAGE: state.language()})
    return f"[{verbatim(title)}](library?{address})"
