"""In whose name somebody works: asked once, kept with their edits."""

import streamlit as st

from assistant.contract import Persona
from assistant.worksheet_contract import CreateWorkspace, Person
from assistant.worksheets.model import Side
from ui import state
from ui.backend import worksheets
from ui.language import names_of, say
from ui.texts import worksheets as words

NAME_KEY = "person_name"
SIDE_KEY = "person_side"


def ask_person() -> None:
    """Name and side of the table."""
    side = Side.COMPANY if state.role() is Persona.COMPANY else Side.WELFARE
    st.text_input(say(words.NAME), max_chars=200, key=NAME_KEY, persist_state="session")
    state.begin_with(SIDE_KEY, side)
    st.radio(
        say(words.SIDE),
        list(Side),
        format_func=names_of(words.SIDES).__getitem__,
        horizontal=True,
        key=SIDE_KEY,
    )


def person() -> Person | None:
    """Who was named, or None while there is no name."""
    name = str(state.chosen(NAME_KEY) or "").strip()
    side = str(state.chosen(SIDE_KEY) or "")
    return Person(name=name, side=Side(side)) if name and side else None


def new_workspace() -> str:
    """Id of a workspace made for the person who was asked. Raises what the client raises."""
    me = person()
    assert me is not None, "asked for before"
    name = say(words.WORKSPACE_NAME, name=me.name)[:200]
    return worksheets().workspaces.create(CreateWorkspace(name=name, person=me)).id
