"""Add files, one after the other, each with its own result."""

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assistant.errors import AssistantError
from assistant.library_contract import DocumentInfo
from ui import state
from ui.backend import assistant
from ui.language import explain, say
from ui.markdown_text import verbatim
from ui.texts import documents as words


def show_upload_form(official: Mapping[str, str], *, limit_mb: int) -> None:
    """Choose files and add them.

    Args:
        official: titles of official documents by key, for those who have the original.
    """
    with st.form("upload", clear_on_submit=True):
        files = st.file_uploader(say(words.CHOOSE), accept_multiple_files=True)
        st.caption(say(words.FORMATS, limit=limit_mb))
        as_source = _choose_official(official)
        sent = st.form_submit_button(say(words.ADD), type="primary", icon=":material/upload:")
    if sent and not files:
        st.warning(say(words.NOTHING_CHOSEN), icon=":material/warning:")
    elif sent and as_source and len(files) > 1:
        st.warning(say(words.ONE_ONLY), icon=":material/warning:")
    elif sent:
        _add_all(files, as_source)
    else:
        for result in state.results():
            _show(result)


def _choose_official(official: Mapping[str, str]) -> str | None:
    with st.expander(say(words.OFFICIAL)):
        st.caption(say(words.OFFICIAL_HELP))
        return st.selectbox(
            say(words.WHICH_OFFICIAL),
            list(official),
            index=None,
            format_func=official.__getitem__,
            placeholder=say(words.NOT_OFFICIAL),
        )


def _add_all(files: Sequence[UploadedFile], as_source: str | None) -> None:
    results: list[state.Result] = []
    progress = st.progress(0.0)
    for number, file in enumerate(files, start=1):
        told = say(words.READING, number=number, total=len(files), name=verbatim(file.name))
        progress.progress((number - 0.5) / len(files), text=told)
        results.append(_add(file, as_source))
        state.keep_results(results)
        _show(results[-1])
    progress.progress(1.0, text=say(words.FINISHED, total=len(files)))


def _add(file: UploadedFile, as_source: str | None) -> state.Result:
    name = verbatim(file.name)
    try:
        added = assistant().add_document(file.name, file.getvalue(), as_source=as_source)
    except AssistantError as error:
        return state.Result(say(words.NOT_ADDED, name=name, reason=explain(error)), is_done=False)
    outcome = say(words.OUTCOMES[added.outcome or "added"])
    told = say(words.RESULT, name=name, outcome=outcome, size=size_of(added))
    return state.Result(told, is_done=True)


def size_of(document: DocumentInfo) -> str:
    """Pages and passages in words."""
    if document.pages is None:
        return say(words.SIZE, passages=document.passages)
    return say(words.SIZE_WITH_PAGES, pages=document.pages, passages=document.passages)


def _show(result: state.Result) -> None:
    if result.is_done:
        st.success(result.message, icon=":material/check_circle:")
    else:
        st.error(result.message, icon=":material/error:")
