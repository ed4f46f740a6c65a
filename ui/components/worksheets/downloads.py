"""The sheet as files."""

import re
from collections.abc import Sequence

import streamlit as st

from assistant.worksheets.export.kinds import ExportKind
from ui.backend import worksheets
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.language import say
from ui.texts import sheet as words
from ui.wording import Text

_SHEET = (
    ExportKind.WORD,
    ExportKind.EXCEL,
    ExportKind.PDF,
    ExportKind.MARKDOWN,
    ExportKind.JSON,
)
_MEETINGS = (ExportKind.AGENDA, ExportKind.COUNCIL_AGENDA, ExportKind.HANDOVER)
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def show_downloads(opened: OpenedSheet) -> None:
    """Every kind of file."""
    st.markdown(say(words.EXPORT_HINT))
    _show_kinds(opened, words.FORM_FILES, _SHEET)
    _show_kinds(opened, words.MEETING_FILES, _MEETINGS)


def show_download(opened: OpenedSheet, kind: ExportKind) -> None:
    """A button that makes the file when it is pressed."""
    client = worksheets()  # asked for here: while the file is made there is no visitor to ask for
    st.download_button(
        say(words.FILES[kind]),
        data=lambda: client.export(opened.id, kind).content,
        file_name=_name(opened.sheet.title, kind),
        key=f"download-{kind.value}",
        icon=":material/download:",
        on_click="ignore",
    )


def _name(title: str, kind: ExportKind) -> str:
    stem = _NOT_IN_NAMES.sub("_", title).strip() or _kind_name(kind)
    if kind in _SHEET:
        return f"{stem}.{kind.value}"
    return f"{stem}_{_kind_name(kind)}.docx"


def _kind_name(kind: ExportKind) -> str:
    return re.split(r"[（(]", say(words.FILES[kind]))[0].strip()


def _show_kinds(opened: OpenedSheet, title: Text, kinds: Sequence[ExportKind]) -> None:
    st.markdown(f"**{say(title)}**")
    with st.container(horizontal=True):
        for kind in kinds:
            show_download(opened, kind)
