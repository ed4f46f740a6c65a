"""The visitor's sheets: find, open, copy, delete and take back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from assistant.worksheets.sharing import SheetSummary, Workspace
from ui.address import NEW, SHEET, go_to
from ui.backend import forms, worksheets
from ui.components.confirm import ask_before
from ui.components.worksheets.copying import open_copying
from ui.components.worksheets.importing import show_import
from ui.components.worksheets.results import act, show_result
from ui.language import say
from ui.markdown_text import verbatim
from ui.moments import shown
from ui.spoken import spoken
from ui.texts import frame
from ui.texts import worksheets as words

_SEARCH_KEY = "find_sheet"
_TRASH_KEY = "sheet_trash"


@dataclass(frozen=True)
class Row:
    """One sheet in the list."""

    sheet: SheetSummary
    form: str
    """Its form's title."""
    workspace: str
    """Its workspace's name, where the visitor has several."""

    @property
    def words(self) -> str:
        """Everything that a search looks at."""
        sheet = self.sheet
        parts = (sheet.title, self.form, sheet.municipality, sheet.updated_by, self.workspace)
        return " ".join(parts).lower()


def show_sheets() -> None:
    """Everything that the visitor can open, last changed first. Raises what the client raises."""
    mine = worksheets().workspaces.list().workspaces
    with st.container(horizontal=True):
        st.button(
            say(words.NEW), type="primary", icon=":material/add:", on_click=go_to, args=(NEW, "-")
        )
        show_import(mine)
    show_result()
    rows = sorted(_rows(mine), key=lambda row: row.sheet.updated_at, reverse=True)
    if not rows:
        st.info(say(words.NONE_YET), icon=":material/info:")
    else:
        _show_found(rows)
    if mine:
        _show_trash(mine)


def _rows(mine: Sequence[Workspace], *, trash: bool = False) -> Iterator[Row]:
    titles = {form.id: spoken(form.title) for form in forms()}
    for workspace in mine:
        name = workspace.name if len(mine) > 1 else ""
        for sheet in worksheets().list(workspace.id, trash=trash).worksheets:
            yield Row(sheet, titles.get(sheet.form_id, sheet.form_id), name)


def _show_found(rows: Sequence[Row]) -> None:
    typed = st.text_input(
        say(words.SEARCH),
        key=_SEARCH_KEY,
        type="search",
        live=True,
        icon=":material/search:",
        placeholder=say(words.SEARCH),
        label_visibility="collapsed",
    )
    wanted = str(typed or "").lower().split()
    found = [row for row in rows if all(word in row.words for word in wanted)]
    if not found:
        st.info(say(words.NONE_FOUND), icon=":material/search_off:")
    for row in found:
        with st.container(border=True, key=f"sheet-{row.sheet.id}"):
            _show_row(row)


def _show_row(row: Row) -> None:
    sheet = row.sheet
    _show_facts(row)
    if sheet.percent is not None:
        st.progress(sheet.percent, text=say(words.COMPLETE, percent=sheet.percent))
    with st.container(horizontal=True):
        st.button(
            say(words.OPEN),
            key=f"open-{sheet.id}",
            icon=":material/edit_note:",
            type="primary",
            on_click=go_to,
            args=(SHEET, sheet.id),
        )
        if st.button(say(words.COPY), key=f"copy-{sheet.id}", icon=":material/content_copy:"):
            open_copying(sheet.id, sheet.title)
        st.button(
            say(words.DELETE),
            key=f"delete-{sheet.id}",
            icon=":material/delete:",
            on_click=_delete,
            args=(sheet,),
        )


def _show_facts(row: Row) -> None:
    sheet = row.sheet
    locked = f" :green-badge[:material/lock: {say(words.LOCKED)}]" if sheet.locked else ""
    changed = say(words.CHANGED, name=sheet.updated_by, when=shown(sheet.updated_at))
    place = say(words.WORKSPACE, name=row.workspace) if row.workspace else ""
    facts = [fact for fact in (row.form, sheet.municipality, changed, place) if fact]
    told = verbatim(say(frame.FACT_SEPARATOR).join(facts))
    st.markdown(f"**{verbatim(sheet.title)}**{locked}  \n:gray[:small[{told}]]")


def _show_trash(mine: Sequence[Workspace]) -> None:
    folded = st.expander(
        say(words.TRASH), icon=":material/delete:", key=_TRASH_KEY, on_change="rerun"
    )
    if not folded.open:
        return
    with folded:
        rows = list(_rows(mine, trash=True))
        if not rows:
            st.caption(say(words.TRASH_EMPTY))
        for row in rows:
            _show_deleted(row)


def _show_deleted(row: Row) -> None:
    sheet = row.sheet
    _show_facts(row)
    with st.container(horizontal=True):
        st.button(
            say(words.TAKE_BACK),
            key=f"back-{sheet.id}",
            icon=":material/restore_from_trash:",
            on_click=_take_back,
            args=(sheet.id,),
        )
        gone = st.button(
            say(words.DELETE_FOR_GOOD), key=f"gone-{sheet.id}", icon=":material/delete_forever:"
        )
    if gone:
        ask_before(
            say(words.DELETE_FOR_GOOD),
            say(words.DELETE_SURE, title=verbatim(sheet.title)),
            delete=partial(act, partial(_delete_for_good, sheet.id)),
        )


def _delete(sheet: SheetSummary) -> None:
    done = say(words.DELETED, title=verbatim(sheet.title))
    act(lambda: worksheets().delete(sheet.id), done=done, undo=partial(_take_back, sheet.id))


def _take_back(sheet_id: str) -> None:
    act(lambda: worksheets().undelete(sheet_id))


def _delete_for_good(sheet_id: str) -> None:
    worksheets().delete(sheet_id, for_good=True)
