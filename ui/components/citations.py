"""The sources of an answer: one card each."""

import streamlit as st

from assistant.contract import Answer, Citation, Status
from ui import state
from ui.address import is_added, link_to, parameters_of
from ui.components.facts import as_list
from ui.language import say
from ui.markdown_text import quoted, verbatim
from ui.references import page_numbers
from ui.texts import chat as words
from ui.texts import labels
from ui.wording import Text

_NO_SUPPORT = {Status.NOT_IN_SOURCES, Status.OUT_OF_SCOPE, Status.UNSAFE, Status.PERSONAL_DATA}


def show_citations(answer: Answer) -> None:
    """A line for each source that opens its card."""
    if not answer.citations:
        return
    supports = answer.status not in _NO_SUPPORT
    st.markdown(f"**{say(words.SOURCES if supports else words.NEARBY_SOURCES)}**")
    with st.container(gap="xxsmall"):
        for citation in answer.citations:
            tied = f"source-{citation.number}-of-{answer.answer_id}"
            with (
                st.container(key=tied),
                st.expander(_line(citation), icon=":material/article:"),
            ):
                show_card(citation)


def links_of(answer: Answer) -> dict[int, tuple[str, str]]:
    """Per number, where the mark in the text leads and what it says when pointed at."""
    return {
        citation.number: (link_to(citation, state.language()), _place(citation))
        for citation in answer.citations
    }


def show_card(citation: Citation) -> None:
    """Everything that is known about one source."""
    _show_words(words.QUOTED, citation.quote)
    if citation.document_quote:
        _show_words(words.ORIGINAL, citation.document_quote)
    st.markdown(_details(citation))
    with st.container(horizontal=True, gap="medium"):
        label = words.OPEN_IN_DOCUMENTS if is_added(citation) else words.OPEN_IN_LIBRARY
        st.page_link(
            "views/documents.py" if is_added(citation) else "views/library.py",
            label=say(label),
            icon=":material/menu_book:",
            query_params=parameters_of(citation),
        )
        if citation.url:
            st.page_link(
                citation.url, label=say(words.OFFICIAL_PAGE), icon=":material/open_in_new:"
            )


def _show_words(label: Text, text: str) -> None:
    st.caption(say(label))
    st.markdown(quoted(text))


def _line(citation: Citation) -> str:
    name = citation.entry_title or citation.heading or citation.title
    place = _place(citation) if name != citation.title else page_numbers(citation.pages)
    return f"**\\[{citation.number}\\]** {verbatim(name)} :gray[:small[{verbatim(place)}]]"


def _place(citation: Citation) -> str:
    return " ".join(filter(None, (citation.title, page_numbers(citation.pages))))


def _details(citation: Citation) -> str:
    kind = labels.KINDS.get(citation.kind)
    rows = (
        (words.DOCUMENT, citation.title),
        (words.PUBLISHER, citation.publisher),
        (words.PUBLISHED, citation.published),
        (words.PAGES, page_numbers(citation.pages)),
        (words.HEADING, citation.heading),
        (words.KIND, say(kind) if kind else ""),
        (words.AS_OF, citation.as_of),
    )
    return as_list(rows)
