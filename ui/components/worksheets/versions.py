"""Versions kept by name: keep one, compare it with now, go back to it."""

import streamlit as st

from assistant.worksheets.sharing import (
    ChangedLine,
    FieldDifference,
    LineChange,
    VersionSummary,
)
from ui import state
from ui.backend import worksheets
from ui.components.worksheets.opened_sheet import OpenedSheet, signed
from ui.components.worksheets.results import act
from ui.language import say
from ui.markdown_text import verbatim
from ui.moments import shown
from ui.spoken import spoken
from ui.texts import sheet as words

_SIGNS = {LineChange.ADDED: "green", LineChange.REMOVED: "red", LineChange.SAME: "gray"}


def show_versions(opened: OpenedSheet) -> None:
    """Newest first. Raises client errors."""
    versions = worksheets().history(opened.id).versions().versions
    _show_keeping(opened)
    if not versions:
        st.info(say(words.NO_VERSIONS), icon=":material/info:")
    for version in versions:
        with st.container(border=True):
            _show_version(opened, version)


def _show_keeping(opened: OpenedSheet) -> None:
    with st.form(f"keep-version-{opened.desk.versions_kept}"):
        typed = st.text_input(
            say(words.VERSION_NAME), max_chars=200, placeholder=say(words.VERSION_EXAMPLE)
        )
        sent = st.form_submit_button(say(words.KEEP_VERSION), icon=":material/bookmark_add:")
    name = str(typed or "").strip()
    if sent and name:
        worksheets().history(opened.id).keep_version(name)
        opened.desk.versions_kept += 1
        st.rerun()


def _show_version(opened: OpenedSheet, version: VersionSummary) -> None:
    by = signed(version.by, version.side, shown(version.at))
    title = say(words.VERSION_LINE, number=version.number, name=version.name)
    st.markdown(f"**{verbatim(title)}**  \n:gray[:small[{verbatim(by)}]]")
    key = f"compare-{opened.id}-{version.number}"
    with st.container(horizontal=True, vertical_alignment="center"):
        is_compared = st.toggle(say(words.COMPARE), key=key)
        if not opened.is_locked:
            st.button(
                say(words.RESTORE),
                key=f"restore-{version.number}",
                icon=":material/settings_backup_restore:",
                on_click=_restore,
                args=(opened, version),
            )
    if is_compared:
        _show_differences(opened, version.number)


def _show_differences(opened: OpenedSheet, number: int) -> None:
    found = worksheets().history(opened.id).differences(number).fields
    if not found:
        st.caption(say(words.NO_DIFFERENCE))
    for difference in found:
        _show_difference(opened, difference)


def _show_difference(opened: OpenedSheet, difference: FieldDifference) -> None:
    field = opened.fields.get(difference.field_id)
    name = spoken(field.label) if field else difference.field_id
    st.markdown(f"**{verbatim(name)}**")
    st.markdown("\n".join(f"- {_changed(line)}" for line in difference.lines))


def _changed(line: ChangedLine) -> str:
    text = verbatim(line.text)
    if line.change is LineChange.SAME:
        return f":gray[{text}]"
    told = say(words.ADDED if line.change is LineChange.ADDED else words.REMOVED)
    return f":{_SIGNS[line.change]}-badge[{told}] {text}"


def _restore(opened: OpenedSheet, version: VersionSummary) -> None:
    history = worksheets().history(opened.id)

    def go_back() -> None:
        history.keep_version(say(words.BEFORE_RESTORING, name=version.name)[:200])
        history.restore(version.number)
        opened.desk.forget()

    state.clear((f"compare-{opened.id}-{version.number}",))
    act(go_back, done=say(words.RESTORED, name=verbatim(version.name)))
