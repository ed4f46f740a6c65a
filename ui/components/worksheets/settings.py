"""Share, finish, rename, describe and copy a sheet."""

from urllib.parse import urlencode

import streamlit as st

from assistant.worksheet_contract import ChangeSheet
from assistant.worksheets.sharing import Workspace
from ui.address import KEY, SHEET
from ui.backend import worksheets
from ui.components.worksheets.copying import open_copying
from ui.components.worksheets.opened_sheet import OpenedSheet, side_name
from ui.components.worksheets.project import show_project
from ui.components.worksheets.results import act
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import sheet as words
from ui.texts import worksheets as list_words


def show_settings(opened: OpenedSheet, workspace: Workspace) -> None:
    """Everything about the sheet that is not written into its fields. Raises client errors."""
    _show_link(opened, workspace)
    _show_lock(opened)
    if not opened.is_locked:
        _show_name(opened)
        show_project(opened)
    st.markdown(f"**{say(words.COPY_TITLE)}**")
    if st.button(say(list_words.COPY), icon=":material/content_copy:"):
        open_copying(opened.id, opened.sheet.title)


def _show_link(opened: OpenedSheet, workspace: Workspace) -> None:
    st.markdown(f"**{say(words.LINK_TITLE)}**")
    st.caption(say(words.LINK_HINT))
    st.code(share_link(opened.id, workspace.key), language=None, wrap_lines=True)
    st.button(
        say(words.RENEW_LINK),
        icon=":material/link_off:",
        help=say(words.RENEW_HINT),
        on_click=act,
        args=(lambda: worksheets().workspaces.renew_link(workspace.id),),
    )
    members = (
        say(words.MEMBER, name=member.name, side=side_name(member.side))
        for member in workspace.members
    )
    st.markdown(f"**{say(words.MEMBERS)}**")
    st.markdown("\n".join(f"- {verbatim(member)}" for member in members))


def share_link(sheet_id: str, key: str) -> str:
    """The address that lets somebody else in."""
    page = str(st.context.url or "").partition("?")[0]
    return f"{page}?{urlencode({SHEET: sheet_id, KEY: key})}"


def _show_lock(opened: OpenedSheet) -> None:
    st.markdown(f"**{say(words.LOCK_TITLE)}**")
    st.button(
        say(words.UNLOCK if opened.is_locked else words.LOCK),
        icon=":material/lock_open:" if opened.is_locked else ":material/lock:",
        on_click=act,
        args=(lambda: worksheets().lock(opened.id, not opened.is_locked),),
    )


def _show_name(opened: OpenedSheet) -> None:
    with st.form("rename"):
        typed = st.text_input(say(words.RENAME), opened.sheet.title, max_chars=200)
        sent = st.form_submit_button(say(words.SAVE), icon=":material/save:")
    title = str(typed or "").strip()
    if sent and title and title != opened.sheet.title:
        worksheets().change(opened.id, ChangeSheet(title=title))
        st.rerun()
