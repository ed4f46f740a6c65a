"""What was asked once about the project: change it, also when somebody else does so."""

from dataclasses import dataclass

import streamlit as st

from assistant.errors import AssistantError
from assistant.worksheet_contract import ChangeSheet, InputsConflictProblem
from assistant.worksheets.inputs import Inputs, Partner
from ui import state
from ui.backend import service_types, worksheets
from ui.components.worksheets.inputs_form import InputsForm
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.language import explain, say
from ui.markdown_text import verbatim
from ui.spoken import spoken
from ui.texts import frame
from ui.texts import sheet as words
from ui.texts import worksheets as list_words


@dataclass
class Project:
    """The project's description on the visitor's screen."""

    started_from: Inputs
    is_filled: bool = False
    """The form shows it."""
    conflict: InputsConflictProblem | None = None
    problem: AssistantError | None = None
    is_saved: bool = False


def show_project(opened: OpenedSheet) -> None:
    """The questions of the beginning, with their answers. Raises client errors."""
    if not opened.form.needs_inputs:
        return
    folded = st.expander(
        say(words.INPUTS_TITLE), icon=":material/tune:", key="project", on_change="rerun"
    )
    if not folded.open:
        return
    project = state.kept(f"project-{opened.id}", lambda: Project(opened.sheet.inputs))
    form = InputsForm(opened.id)
    if not project.is_filled:
        form.fill(project.started_from)
        project.is_filled = True
    with folded:
        inputs = form.show(service_types())
        _show_outcome(opened, project, inputs)
        st.button(
            say(words.SAVE),
            key="save-project",
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(opened.id, project, inputs),
            disabled=project.conflict is not None,
        )


def _show_outcome(opened: OpenedSheet, project: Project, inputs: Inputs) -> None:
    if project.problem:
        st.error(explain(project.problem), icon=":material/error:")
    if project.is_saved and inputs == project.started_from:
        st.success(say(words.SAVED), icon=":material/check_circle:")
    if project.conflict is None:
        return
    st.warning(say(words.INPUTS_CONFLICT), icon=":material/call_split:")
    st.markdown(_described(project.conflict.theirs))
    with st.container(horizontal=True):
        st.button(
            say(words.KEEP_MINE),
            on_click=_save_over,
            args=(opened.id, project, inputs),
        )
        st.button(say(words.TAKE_THEIRS), on_click=_take_theirs, args=(project,))


def _save(sheet_id: str, project: Project, inputs: Inputs) -> None:
    project.problem, project.is_saved = None, False
    request = ChangeSheet(inputs=inputs, started_from=project.started_from)
    try:
        outcome = worksheets().change(sheet_id, request)
    except AssistantError as error:
        project.problem = error
        return
    if isinstance(outcome, InputsConflictProblem):
        project.conflict = outcome
    else:
        project.started_from, project.conflict, project.is_saved = outcome.inputs, None, True


def _save_over(sheet_id: str, project: Project, inputs: Inputs) -> None:
    if project.conflict:
        project.started_from, project.conflict = project.conflict.theirs, None
        _save(sheet_id, project, inputs)


def _take_theirs(project: Project) -> None:
    if project.conflict:
        project.started_from, project.conflict = project.conflict.theirs, None
        project.is_filled = False


def _described(inputs: Inputs) -> str:
    place = inputs.place
    comma = say(list_words.DISTRICT_COMMA)
    names = {each.id: spoken(each.name) for each in service_types()}
    types = comma.join(names.get(key, key) for key in inputs.service_types)
    facts = (
        (list_words.SERVICE_TYPES, types),
        (list_words.SERVICE, inputs.service),
        (list_words.MUNICIPALITY, place.municipality),
        (list_words.DISTRICTS, comma.join(place.districts)),
        (list_words.DENSITY, f"{place.population_density or ''}"),
        (list_words.SUFFICIENCY, f"{place.resource_sufficiency or ''}"),
        *((list_words.STEP_PARTNERS, _partner(partner)) for partner in inputs.partners),
        (list_words.PROBLEM, inputs.problem),
        (list_words.PERSONA, inputs.persona),
    )
    told = [f"- {say(label)}{say(frame.COLON)}{verbatim(value)}" for label, value in facts if value]
    return "\n".join(told)


def _partner(partner: Partner) -> str:
    """Name, kind, and role where it is known."""
    kind = say(list_words.PARTNER_KINDS[partner.kind])
    told = (partner.name, kind, partner.role)
    return say(frame.FACT_SEPARATOR).join(fact for fact in told if fact)
