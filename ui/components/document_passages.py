"""What one added document says, as it was split."""

import streamlit as st

from assistant.library_contract import DocumentPassages, FoundPassage
from ui.address import PASSAGE, SAID, leave, parameter
from ui.components.uploads import size_of
from ui.language import say
from ui.markdown_text import verbatim
from ui.marked_sentence import marked_passage
from ui.references import page_numbers
from ui.texts import documents as words

_AT_ONCE = 20


def show_passages(found: DocumentPassages) -> None:
    """The passages in reading order, from the cited one if the address names it."""
    st.title(verbatim(found.document.name), anchor=False)
    st.caption(f"{size_of(found.document)}　{say(words.INSIDE)}")
    cited = parameter(PASSAGE)
    first = next((n for n, p in enumerate(found.passages) if p.entry_id == cited), 0)
    if first:
        st.button(
            say(words.SHOW_ALL), icon=":material/first_page:", on_click=leave, args=(PASSAGE, SAID)
        )
    passages = found.passages[first:]
    pages = -(-len(passages) // _AT_ONCE)
    chosen = st.pagination(pages, key=f"passages-{found.document.id}-{first}") if pages > 1 else 1
    for passage in passages[(chosen - 1) * _AT_ONCE : chosen * _AT_ONCE]:
        _show_passage(passage, is_cited=passage.entry_id == cited)


def _show_passage(passage: FoundPassage, *, is_cited: bool) -> None:
    with st.container(border=True):
        if is_cited:
            st.badge(say(words.CITED_HERE), icon=":material/format_quote:", color="green")
        place = " ".join(filter(None, (page_numbers(passage.pages), passage.heading)))
        if place:
            st.caption(verbatim(place))
        cited = (parameter(SAID) or "") if is_cited else ""
        st.markdown(marked_passage(passage.text, cited))
