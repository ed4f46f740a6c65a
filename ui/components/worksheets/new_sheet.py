"""Begin a sheet: form, service, place, partners, problem, and who one is."""

from collections.abc import Sequence
from secrets import token_hex

import streamlit as st

from assistant.errors import AssistantError
from assistant.form_contract import FormSummary
from assistant.worksheet_contract import CreateSheet
from assistant.worksheets.inputs import Inputs
from assistant.worksheets.sharing import Workspace
from ui import state
from ui.address import NEW, SHEET, go_to, leave, parameter
from ui.backend import forms, service_types, worksheets
from ui.components.worksheets.inputs_form import InputsForm
from ui.components.worksheets.person import ask_person, new_workspace, person
from ui.components.worksheets.workspace_choice import choose_workspace
from ui.desk import desk
from ui.language import explain, say
from ui.spoken import spoken
from ui.texts import frame
from ui.texts import worksheets as words

_FORM_KEY = "new_form"
_WORKSPACE_KEY = "new_workspace"
_BEGUN_KEY = "new_begun"
"""Names the answers of this beginning: the next one starts empty."""


def show_new_sheet() -> None:
    """The steps from top to bottom. Raises what the client raises."""
    st.button(say(words.BACK), icon=":material/arrow_back:", on_click=leave, args=(NEW,))
    st.title(say(words.NEW_TITLE), anchor=False)
    st.markdown(say(words.NEW_HINT))
    chosen = _choose_form(forms())
    inputs = _inputs_form().show(service_types()) if chosen.needs_inputs else Inputs()
    mine = worksheets().workspaces.list().workspaces
    if not mine:
        st.subheader(say(words.STEP_YOU), anchor=False)
        ask_person()
    elif len(mine) > 1:
        choose_workspace(mine, key=_WORKSPACE_KEY)
    st.text_input(say(words.SHEET_TITLE), max_chars=200, key=_title_key(), persist_state="session")
    _show_start(chosen, inputs, mine)


def _inputs_form() -> InputsForm:
    return InputsForm(state.kept(_BEGUN_KEY, lambda: token_hex(4)))


def _title_key() -> str:
    return f"new_title-{state.kept(_BEGUN_KEY, lambda: token_hex(4))}"


def _choose_form(offered: Sequence[FormSummary]) -> FormSummary:
    known = {form.id: form for form in offered}
    st.subheader(say(words.STEP_FORM), anchor=False)
    wanted = parameter(NEW)
    state.kept(_FORM_KEY, lambda: wanted if wanted in known else next(iter(known)))
    chosen = st.radio(
        say(words.WHICH_FORM),
        list(known),
        format_func=lambda form_id: spoken(known[form_id].title),
        captions=[spoken(form.purpose) for form in offered],
        key=_FORM_KEY,
        label_visibility="collapsed",
    )
    return known[chosen]


def _show_start(chosen: FormSummary, inputs: Inputs, mine: Sequence[Workspace]) -> None:
    st.caption(say(words.DRAFT_HINT))
    with st.container(horizontal=True):
        drafted = chosen.needs_inputs and st.button(
            say(words.CREATE_DRAFT), type="primary", icon=":material/edit_note:"
        )
        created = st.button(say(words.CREATE), icon=":material/note_add:")
    if not (drafted or created):
        return
    if not mine and person() is None:
        st.warning(say(words.NAME_MISSING), icon=":material/warning:")
        return
    try:
        sheet_id = _create(chosen, inputs, mine)
    except AssistantError as error:
        st.error(explain(error), icon=":material/error:")
        return
    desk(sheet_id).is_drafting = drafted
    _open(sheet_id)


def _create(chosen: FormSummary, inputs: Inputs, mine: Sequence[Workspace]) -> str:
    request = CreateSheet(
        workspace_id=_workspace_id(mine),
        form_id=chosen.id,
        title=str(state.chosen(_title_key()) or "").strip() or _title_from(inputs),
        language=state.language(),
        inputs=inputs,
    )
    return worksheets().create(request).id


def _title_from(inputs: Inputs) -> str:
    """Place and service; empty is the form's own title."""
    parts = (inputs.place.municipality, inputs.service)
    return say(frame.FACT_SEPARATOR).join(filter(None, parts))[:200]


def _workspace_id(mine: Sequence[Workspace]) -> str:
    if len(mine) > 1:
        return str(state.chosen(_WORKSPACE_KEY))
    return mine[0].id if mine else new_workspace()


def _open(sheet_id: str) -> None:
    state.clear((_BEGUN_KEY,))
    leave(NEW)
    go_to(SHEET, sheet_id)
    st.rerun()
