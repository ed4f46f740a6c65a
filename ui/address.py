"""What the address bar says: links to one entry, one document, one passage."""

from urllib.parse import urlencode

import streamlit as st

from assistant.contract import Citation, LanguageCode
from ui.marked_sentence import beginnings

ENTRY = "entry"
DOCUMENT = "document"
PASSAGE = "passage"
SAID = "said"
"""Beginnings of the sentences that are cited, to be marked in their text."""
SHEET = "sheet"
KEY = "key"
"""Of the workspace that a sheet's link shares."""
NEW = "new"
"""A new sheet is being begun, on this form if one is named."""
RUN = "run"
"""A run of an evaluation."""
LANGUAGE = "lang"
"""Language in which a visit through this link begins."""
_ADDED = "document"
"""Kind of a citation of a document that a user added."""


def parameter(name: str) -> str | None:
    """The value in the address, or None."""
    return st.query_params.get(name) or None


def leave(*names: str) -> None:
    """Take these out of the address."""
    for name in names:
        st.query_params.pop(name, None)


def go_to(name: str, value: str) -> None:
    st.query_params[name] = value


def is_added(citation: Citation) -> bool:
    """True for a document that a user added, false for an entry of the knowledge base."""
    return citation.kind == _ADDED


def parameters_of(citation: Citation) -> dict[str, str]:
    """What leads to the cited place, within its page."""
    said = {SAID: text} if (text := beginnings(citation)) else {}
    if is_added(citation):
        return {DOCUMENT: citation.source, PASSAGE: citation.entry_id} | said
    return {ENTRY: citation.entry_id} | said


def link_to(citation: Citation, language: LanguageCode) -> str:
    """Address of the cited place, relative to the start page."""
    page = "documents" if is_added(citation) else "library"
    return f"{page}?{urlencode(parameters_of(citation) | {LANGUAGE: language})}"
