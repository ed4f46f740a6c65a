"""The added documents: look inside, delete."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial

import streamlit as st

from assistant.errors import AssistantError, RequestRefused
from assistant.library_contract import DocumentInfo
from ui import state
from ui.adding import adding
from ui.address import DOCUMENT, go_to
from ui.backend import assistant
from ui.components.confirm import ask_before
from ui.components.uploads import size_of
from ui.language import explain, say
from ui.markdown_text import verbatim
from ui.moments import shown
from ui.texts import documents as words
from ui.texts import frame

_GONE = 404


def show_documents(documents: Sequence[DocumentInfo], official: Mapping[str, str]) -> None:
    """One block for each document."""
    st.subheader(say(words.LISTED, count=len(documents)), anchor=False)
    if not documents:
        st.info(say(words.NONE_YET), icon=":material/info:")
    for document in documents:
        with st.container(border=True):
            _show_document(document, official)


def _show_document(document: DocumentInfo, official: Mapping[str, str]) -> None:
    added = shown(datetime.fromisoformat(document.added_at))
    facts = [size_of(document), say(words.ADDED_ON, date=added)]
    if document.as_source:
        title = official.get(document.as_source, document.as_source)
        facts.append(say(words.ORIGINAL_OF, title=verbatim(title)))
    st.markdown(
        f"**{verbatim(document.name)}**  \n:gray[:small[{say(frame.FACT_SEPARATOR).join(facts)}]]"
    )
    with st.container(horizontal=True):
        st.button(
            say(words.LOOK),
            key=f"look-{document.id}",
            icon=":material/visibility:",
            on_click=go_to,
            args=(DOCUMENT, document.id),
        )
        if st.button(say(words.DELETE), key=f"delete-{document.id}", icon=":material/delete:"):
            ask_before(
                say(words.DELETE_TITLE),
                say(words.DELETE_SURE, name=verbatim(document.name)),
                delete=partial(_delete, document),
            )


def _delete(document: DocumentInfo) -> None:
    adding().forget()
    state.keep_results([_result_of_deleting(document)])


def _result_of_deleting(document: DocumentInfo) -> state.Result:
    deleted = state.Result(say(words.DELETED, name=verbatim(document.name)), is_done=True)
    try:
        assistant().delete_document(document.id)
    except AssistantError as error:
        # Gone already is what was wanted.
        is_gone = isinstance(error, RequestRefused) and error.status == _GONE
        return deleted if is_gone else state.Result(explain(error), is_done=False)
    return deleted
