"""Which workspace, where the visitor has several."""

from collections.abc import Sequence

import streamlit as st

from assistant.worksheets.sharing import Workspace
from ui import state
from ui.distinct_names import distinct
from ui.language import say
from ui.moments import shown
from ui.texts import worksheets as words


def choose_workspace(mine: Sequence[Workspace], *, key: str) -> None:
    """By name; of the same name, by the day on which they were made."""
    names = distinct(
        {each.id: each.name for each in mine}, {each.id: _dated(each) for each in mine}
    )
    state.hold(key, names)
    st.selectbox(say(words.WHICH_WORKSPACE), list(names), format_func=names.__getitem__, key=key)


def _dated(workspace: Workspace) -> str:
    return say(words.WORKSPACE_MADE, name=workspace.name, when=shown(workspace.created_at))
