"""Somebody else's changes come onto the screen by themselves."""

import streamlit as st

from assistant.errors import AssistantError
from ui.backend import worksheets
from ui.components.worksheets.opened_sheet import OpenedSheet

_EVERY_SECONDS = 10


def watch_for_changes(opened: OpenedSheet) -> None:
    """Draw the page again when the sheet has changed; what is being typed stays in its box."""

    @st.fragment(run_every=_EVERY_SECONDS)
    def watch() -> None:
        try:
            now = worksheets().get(opened.id)
        except AssistantError:
            return  # the next thing that the visitor does will say so
        if now.revision != opened.desk.seen:
            opened.desk.seen = now.revision
            st.rerun()

    watch()
