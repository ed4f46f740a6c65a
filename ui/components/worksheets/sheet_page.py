"""One sheet on the screen: its head, and the part of it that is shown."""

import streamlit as st

from assistant.worksheets.sharing import Workspace
from ui import state
from ui.address import SHEET, leave
from ui.backend import form, worksheets
from ui.components.worksheets.autosave import save_while_typing
from ui.components.worksheets.downloads import show_downloads
from ui.components.worksheets.first_draft import make_first_draft
from ui.components.worksheets.meeting import show_meeting
from ui.components.worksheets.opened_sheet import OpenedSheet, side_name
from ui.components.worksheets.results import show_result
from ui.components.worksheets.settings import show_settings
from ui.components.worksheets.versions import show_versions
from ui.components.worksheets.watching import watch_for_changes
from ui.components.worksheets.writing import show_writing
from ui.desk import EXPORT, MEETING, PART_KEY, SETTINGS, VERSIONS, WRITE, desk
from ui.language import names_of, say
from ui.markdown_text import verbatim
from ui.spoken import spoken
from ui.texts import frame
from ui.texts import sheet as words
from ui.texts import worksheets as list_words


def show_sheet(sheet_id: str) -> None:
    """Everything about one sheet. Raises what the client raises."""
    st.button(
        say(list_words.BACK),
        icon=":material/arrow_back:",
        type="tertiary",
        on_click=leave,
        args=(SHEET,),
    )
    workspace = worksheets().workspace_of(sheet_id)
    opened = _open(sheet_id)
    _show_head(opened, workspace)
    if opened.desk.is_drafting:
        make_first_draft(opened)
        st.rerun()  # the next run shows what was drafted
    state.begin_with(PART_KEY, WRITE)
    part = st.segmented_control(
        say(words.PART),
        list(words.PARTS),
        format_func=names_of(words.PARTS).__getitem__,
        required=True,
        key=PART_KEY,
        label_visibility="collapsed",
        wrap=True,
    )
    show_result()
    _show_part(part or WRITE, opened, workspace)
    opened.desk.seen = opened.sheet.revision
    watch_for_changes(opened)
    save_while_typing()
    for do in opened.later:
        do()
        st.rerun()


def _open(sheet_id: str) -> OpenedSheet:
    sheet = worksheets().get(sheet_id)
    review = worksheets().checks(sheet_id)
    return OpenedSheet(sheet, form(sheet.form_id), review, desk(sheet_id))


def _show_head(opened: OpenedSheet, workspace: Workspace) -> None:
    st.subheader(opened.sheet.title, anchor=False)
    me = say(words.YOU, name=workspace.me.name, side=side_name(workspace.me.side))
    facts = [spoken(opened.form.title), opened.sheet.inputs.place.municipality, me]
    st.caption(verbatim(say(frame.FACT_SEPARATOR).join(fact for fact in facts if fact)))
    if opened.is_locked:
        st.success(say(words.FINISHED), icon=":material/lock:")


def _show_part(part: str, opened: OpenedSheet, workspace: Workspace) -> None:
    if part == WRITE:
        show_writing(opened)
    elif part == MEETING:
        show_meeting(opened)
    elif part == VERSIONS:
        show_versions(opened)
    elif part == EXPORT:
        show_downloads(opened)
    elif part == SETTINGS:
        show_settings(opened, workspace)
