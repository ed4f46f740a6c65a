"""A word of warning where a cited document is older than another one on the same point."""

import streamlit as st

from assistant.contract import Answer
from ui.address import ENTRY
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import chat as words


def show_newer_sources(answer: Answer) -> None:
    """Both dates, and the way to the newer one."""
    for newer in answer.newer:
        with st.container(border=True, gap="xsmall"):
            st.markdown(f":orange[:material/update:] {verbatim(newer.sentence)}")
            st.page_link(
                "views/library.py",
                label=say(words.OPEN_NEWER, title=newer.entry_title),
                icon=":material/arrow_forward:",
                query_params={ENTRY: newer.entry_id},
            )
