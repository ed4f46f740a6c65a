"""Who may see evaluations: everybody, or who knows the evaluators' key when one is set."""

from secrets import compare_digest

import streamlit as st

from assistant.settings import AssistantSettings
from ui import state
from ui.language import say
from ui.texts import evaluation as words

_TYPED_KEY = "evaluator_key"
_LONGEST_KEY = 500


def key_shown() -> str:
    """The key that this visitor has shown; empty when none is asked for."""
    known = AssistantSettings().evaluator_key
    return known.get_secret_value() if known and has_access() else ""


def has_access() -> bool:
    """True when no key is set, or this visitor has shown it."""
    known = AssistantSettings().evaluator_key
    typed = str(state.chosen(_TYPED_KEY) or "")
    return known is None or compare_digest(known.get_secret_value().encode(), typed.encode())


def let_in() -> bool:
    """True for who has access; others are asked for the key."""
    if has_access():
        return True
    st.info(say(words.KEY_ASKED), icon=":material/key:")
    with st.form("evaluator"):
        typed = st.text_input(say(words.KEY), type="password", max_chars=_LONGEST_KEY)
        sent = st.form_submit_button(say(words.OPEN), type="primary")
    if sent:
        state.preset({_TYPED_KEY: typed.strip()})
        if has_access():
            st.rerun()
        st.error(say(words.WRONG_KEY), icon=":material/error:")
    return False
