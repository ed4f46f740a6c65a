"""What the assistant is, what it rests on, what it does with what it is told."""

import streamlit as st

from assistant.library_contract import SourceInfo
from ui.backend import assistant
from ui.components.problem import showing_problems
from ui.language import say
from ui.markdown_text import verbatim
from ui.reading import source_text
from ui.texts import about as words
from ui.texts import labels

_MODEL = "llm:"


def show_page() -> None:
    st.title(say(words.TITLE), anchor=False)
    st.markdown(say(words.WHAT))
    st.subheader(say(words.IS_NOT_TITLE), anchor=False)
    st.markdown(say(words.IS_NOT))
    st.subheader(say(words.HOW_TITLE), anchor=False)
    st.markdown(say(words.HOW))
    _show_engine()
    st.subheader(say(words.PRIVACY_TITLE), anchor=False)
    st.markdown(say(words.PRIVACY))
    _show_sources()


def _show_engine() -> None:
    st.subheader(say(words.ENGINE_TITLE), anchor=False)
    with showing_problems("engine"):
        engine = assistant().ready().engine
        if engine.startswith(_MODEL):
            st.markdown(say(words.ENGINE_MODEL, model=verbatim(engine.removeprefix(_MODEL))))
        else:
            st.markdown(say(words.ENGINE_GROUNDED))


def _show_sources() -> None:
    st.subheader(say(words.SOURCES_TITLE), anchor=False)
    st.markdown(say(words.SOURCES_NOTE))
    with showing_problems("sources"):
        sources = assistant().sources()
        added = [source_text(source).title for source in sources if source.authority == "user"]
        st.markdown("\n".join(_line(s) for s in sources if s.authority != "user"))
        if added:
            st.markdown(f"**{say(words.ADDED_TITLE)}**")
            st.markdown("\n".join(f"- {verbatim(title)}" for title in added))


def _line(source: SourceInfo) -> str:
    text = source_text(source)
    about = say(
        words.SOURCE_LINE,
        publisher=text.publisher,
        published=source.published,
        authority=say(labels.AUTHORITIES.get(source.authority, labels.UNNAMED)),
        entries=source.entries,
    )
    title = verbatim(text.title)
    linked = f"[{title}]({source.url})" if source.url else title
    return f"- **{linked}**  \n  :gray[{verbatim(about)}]"


show_page()
