"""Add files, one after the other, each with its own result."""

from collections.abc import Mapping
from functools import partial
from typing import cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assistant.client import AssistantClient
from assistant.errors import AssistantError
from assistant.library_contract import DocumentInfo
from ui import state
from ui.adding import Adding, Chosen, Outcome, adding
from ui.backend import assistant
from ui.language import explain, say
from ui.markdown_text import verbatim
from ui.texts import documents as words

_FORM = "upload"


def show_upload_form(official: Mapping[str, str], *, limit_mb: int) -> None:
    """Choose files and add them.

    Args:
        official: titles of official documents by key, for those who have the original.
    """
    current = adding()
    with st.form("upload"):
        st.file_uploader(say(words.CHOOSE), accept_multiple_files=True, key=_files_key(current))
        st.caption(say(words.FORMATS, limit=limit_mb))
        _choose_official(official, key=_official_key(current))
        st.form_submit_button(
            say(words.ADD),
            type="primary",
            icon=":material/upload:",
            on_click=_take_chosen,
            args=(current,),
        )
    if notice := state.take_notice(_FORM):
        st.warning(notice, icon=":material/warning:")
    for result in state.results():
        _show(result)
    _show_outcomes(current)


def _choose_official(official: Mapping[str, str], *, key: str) -> None:
    with st.expander(say(words.OFFICIAL)):
        st.caption(say(words.OFFICIAL_HELP))
        st.selectbox(
            say(words.WHICH_OFFICIAL),
            list(official),
            index=None,
            format_func=official.__getitem__,
            placeholder=say(words.NOT_OFFICIAL),
            key=key,
        )


def _take_chosen(current: Adding) -> None:
    """Take the files from the form; with something wrong, they stay there."""
    files = cast("list[UploadedFile]", state.chosen(_files_key(current)) or [])
    as_source = cast("str | None", state.chosen(_official_key(current)))
    if not files:
        state.leave_notice(_FORM, say(words.NOTHING_CHOSEN))
    elif as_source and len(files) > 1:
        state.leave_notice(_FORM, say(words.ONE_ONLY))
    else:
        state.keep_results([])
        taken = [Chosen(file.name, file.getvalue(), as_source) for file in files]
        current.take(taken, partial(_added, assistant()))


def _files_key(current: Adding) -> str:
    return f"upload-files-{current.times}"


def _official_key(current: Adding) -> str:
    return f"upload-official-{current.times}"


def _show_outcomes(current: Adding) -> None:
    """What became of each file, with those that are still on their way."""
    if not current.chosen:
        return
    progress = st.progress(0.0)
    _tell_progress(progress, current)
    for chosen, outcome in current.results():
        _show(_result(chosen, outcome))
        _tell_progress(progress, current)
    if failed := current.failed:
        st.button(
            say(words.ADD_AGAIN, count=len(failed)),
            icon=":material/refresh:",
            on_click=current.try_again,
            args=(partial(_added, assistant()),),
        )


def _tell_progress(progress: DeltaGenerator, current: Adding) -> None:
    done, total = len(current.outcomes), len(current.chosen)
    if done == total:
        progress.progress(1.0, text=say(words.FINISHED, total=total))
    else:
        name = verbatim(current.chosen[done].name)
        told = say(words.READING, number=done + 1, total=total, name=name)
        progress.progress((done + 0.5) / total, text=told)


def _added(client: AssistantClient, chosen: Chosen) -> Outcome:
    try:
        return client.add_document(chosen.name, chosen.content, as_source=chosen.as_source)
    except AssistantError as error:
        return error


def _result(chosen: Chosen, outcome: Outcome) -> state.Result:
    name = verbatim(chosen.name)
    if isinstance(outcome, AssistantError):
        reason = explain(outcome)
        return state.Result(say(words.NOT_ADDED, name=name, reason=reason), is_done=False)
    became = say(words.OUTCOMES[outcome.outcome or "added"])
    told = say(words.RESULT, name=name, outcome=became, size=size_of(outcome))
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
