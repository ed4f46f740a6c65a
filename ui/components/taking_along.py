"""Take an answer along: copy it, save it, put it on a worksheet, print the conversation."""

from functools import partial

import streamlit as st

from assistant.contract import Answer, Status, Turn
from ui.backend import assistant
from ui.components.putting_on_sheet import put_on_sheet
from ui.language import say
from ui.references import as_markdown, as_text
from ui.texts import chat as words

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_USABLE = (Status.ANSWERED, Status.PARTIAL, Status.NEUTRALITY)


def show_taking_along(turn: Turn, shown: Answer) -> None:
    """Folded under an answer.

    Args:
        shown: the answer in the wording that is on the screen.
    """
    key = shown.answer_id
    with st.expander(say(words.COPY), icon=":material/content_copy:", type="compact"):
        st.caption(say(words.COPY_HELP))
        st.code(as_text(turn.question, shown), language=None, wrap_lines=True, height=240)
        with st.container(horizontal=True, gap="small"):
            if shown.citations and shown.status in _USABLE:
                is_wanted = st.button(
                    say(words.PUT_ON_SHEET), key=f"put-{key}", icon=":material/edit_note:"
                )
                if is_wanted:
                    put_on_sheet(shown)
            st.download_button(
                say(words.SAVE_WORD),
                partial(assistant().conversation_file, shown.conversation_id),
                file_name=say(words.WORD_NAME),
                mime=_WORD,
                key=f"word-{key}",
                on_click="ignore",
                icon=":material/description:",
            )
            st.download_button(
                say(words.SAVE),
                as_markdown(turn.question, shown),
                file_name=say(words.FILE_NAME),
                mime="text/markdown",
                key=f"save-{key}",
                on_click="ignore",
                icon=":material/download:",
            )
