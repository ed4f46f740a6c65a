"""Settings that few need: language of answers, documents to search."""

import streamlit as st

from assistant.errors import AssistantError
from ui import state
from ui.backend import assistant
from ui.distinct_names import distinct
from ui.language import say
from ui.reading import titles_of
from ui.texts import chat as words
from ui.texts import frame


def show_answer_settings() -> None:
    """Folded in the sidebar."""
    with st.expander(say(words.SETTINGS), icon=":material/tune:"):
        st.selectbox(
            say(words.ANSWER_LANGUAGE),
            list(frame.LANGUAGE_NAMES),
            index=None,
            format_func=frame.LANGUAGE_NAMES.__getitem__,
            placeholder=say(words.AS_ASKED),
            key=state.ANSWER_LANGUAGE_KEY,
            persist_state="session",
        )
        titles = _titles()
        state.limit_scope(titles)
        st.multiselect(
            say(words.SCOPE),
            list(titles),
            format_func=titles.__getitem__,
            key=state.SCOPE_KEY,
            placeholder=say(words.EVERYTHING),
            help=say(words.SCOPE_HELP),
            persist_state="session",
        )


def _titles() -> dict[str, str]:
    try:
        sources = assistant().sources()
    except AssistantError:
        return {}
    titles = titles_of(sources)
    dates = {source.key: source.published for source in sources if source.published}
    dated = {key: say(frame.DATED, name=titles[key], when=date) for key, date in dates.items()}
    return distinct(titles, dated)
