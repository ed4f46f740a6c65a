"""The official documents that entries are written from."""

from collections.abc import Callable, Sequence

import streamlit as st

from assistant.library_contract import SourceInfo
from ui.language import say
from ui.markdown_text import verbatim
from ui.reading import source_text
from ui.texts import frame, labels
from ui.texts import library as words


def show_sources(sources: Sequence[SourceInfo], *, on_see: Callable[[str], None]) -> None:
    """One block for each; `on_see` is called with the key of the one whose entries are wanted."""
    for source in sources:
        with st.container(border=True):
            _show_source(source)
            st.button(
                say(words.SEE_ENTRIES),
                key=f"see-{source.key}",
                icon=":material/list:",
                on_click=on_see,
                args=(source.key,),
            )


def _show_source(source: SourceInfo) -> None:
    text = source_text(source)
    title = verbatim(text.title)
    facts = [
        text.publisher,
        source.published,
        say(labels.AUTHORITIES.get(source.authority, labels.UNNAMED)),
        say(words.ENTRY_COUNT, count=source.entries),
    ]
    st.markdown(f"**[{title}]({source.url})**" if source.url else f"**{title}**")
    st.caption(say(frame.FACT_SEPARATOR).join(verbatim(fact) for fact in facts if fact))
    if text.pages_note:
        st.caption(verbatim(say(words.PAGES_NOTE, note=text.pages_note)))
