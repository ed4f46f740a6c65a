"""Bring in a sheet that was exported as JSON."""

from collections.abc import Sequence

import streamlit as st

from assistant.worksheets.sharing import Workspace
from ui import state
from ui.backend import worksheets
from ui.components.worksheets.person import ask_person, new_workspace, person
from ui.components.worksheets.results import act
from ui.components.worksheets.workspace_choice import choose_workspace
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import worksheets as words

_WORKSPACE_KEY = "import_workspace"


def show_import(mine: Sequence[Workspace]) -> None:
    """A file to choose; who has no workspace yet says first who they are."""
    with st.popover(say(words.IMPORT), icon=":material/upload_file:"):
        if not mine:
            ask_person()
        elif len(mine) > 1:
            choose_workspace(mine, key=_WORKSPACE_KEY)
        with st.form("import", clear_on_submit=True, border=False):
            file = st.file_uploader(say(words.IMPORT_FILE))
            sent = st.form_submit_button(say(words.IMPORT), icon=":material/upload:")
        if sent and not mine and person() is None:
            st.warning(say(words.NAME_MISSING), icon=":material/warning:")
        elif sent and file:
            title = verbatim(file.name)
            done = say(words.IMPORTED, title=title)
            act(lambda: _import(mine, file.getvalue()), done=done)
            st.rerun()


def _import(mine: Sequence[Workspace], content: bytes) -> None:
    chosen = str(state.chosen(_WORKSPACE_KEY)) if len(mine) > 1 else None
    first = mine[0].id if mine else None
    worksheets().import_json(chosen or first or new_workspace(), content)
