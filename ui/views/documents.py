"""The visitor's own documents: add, look at, delete."""

import streamlit as st

from assistant.settings import AssistantSettings
from ui.address import DOCUMENT, PASSAGE, SAID, leave, parameter
from ui.backend import assistant, official_sources
from ui.components.document_list import show_documents
from ui.components.document_passages import show_passages
from ui.components.problem import showing_problems
from ui.components.scrolling import start_at_top
from ui.components.uploads import show_upload_form
from ui.language import say
from ui.reading import titles_of
from ui.texts import documents as words


def show_page() -> None:
    opened = parameter(DOCUMENT)
    if opened:
        _show_one(opened)
    else:
        _show_all()


def _show_all() -> None:
    st.title(say(words.TITLE), anchor=False)
    st.markdown(say(words.TAGLINE))
    with showing_problems("documents"):
        official = titles_of(official_sources())
        show_upload_form(official, limit_mb=AssistantSettings().largest_upload_mb)
        show_documents(assistant().documents().documents, official)


def _show_one(document_id: str) -> None:
    st.button(
        say(words.BACK),
        icon=":material/arrow_back:",
        on_click=leave,
        args=(DOCUMENT, PASSAGE, SAID),
    )
    with showing_problems("document"):
        show_passages(assistant().document(document_id))
        start_at_top(document_id)


show_page()
