"""Something went wrong: one sentence, and a way on."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from assistant.errors import AssistantError
from ui.language import explain, say
from ui.texts import frame as words


def show_problem(error: AssistantError, *, key: str) -> None:
    """What was lost and what to do, with a button that tries again."""
    st.error(explain(error), icon=":material/error:")
    # Any press of a button runs the page again, which is the second try.
    st.button(say(words.RETRY), icon=":material/refresh:", key=f"retry-{key}")


@contextmanager
def showing_problems(key: str) -> Iterator[None]:
    """Part of a page that is replaced by its problem when the service fails it."""
    try:
        yield
    except AssistantError as error:
        show_problem(error, key=key)
