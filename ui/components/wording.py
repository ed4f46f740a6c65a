"""The same answer in other words: as it was given, easier, or as an official document has it."""

import streamlit as st

from assistant.contract import Answer, Register
from assistant.errors import AssistantError
from ui import state
from ui.backend import assistant
from ui.language import explain, say
from ui.markdown_text import verbatim
from ui.texts import chat as words
from ui.texts.frame import COLON

_GIVEN = "given"
_NAMES = {_GIVEN: words.AS_GIVEN, Register.EASY: words.EASY, Register.OFFICIAL: words.OFFICIAL}


def choose_wording(answer: Answer) -> Answer:
    """Ask for the wording and return the answer in it; as it was given when that fails."""
    chosen = st.segmented_control(
        say(words.WORDING),
        list(_NAMES),
        format_func=lambda key: say(_NAMES[key]),
        default=_GIVEN,
        required=True,
        key=f"wording-{answer.answer_id}",
        label_visibility="collapsed",
    )
    if chosen not in (Register.EASY, Register.OFFICIAL):
        return answer
    try:
        return _written(answer, Register(chosen))
    except AssistantError as error:
        st.error(explain(error), icon=":material/error:")
        return answer


def show_terms(answer: Answer) -> None:
    """What the official terms of an easy version mean."""
    if not answer.terms:
        return
    lines, colon = [], COLON.in_language(answer.language)
    for term in answer.terms:
        reading = say(words.READING, reading=term.reading) if term.reading else ""
        lines.append(f"- **{verbatim(term.term)}**{reading}{colon}{verbatim(term.meaning)}")
    with st.container(border=True):
        st.markdown(f"**{say(words.TERMS)}**\n\n" + "\n".join(lines))


def _written(answer: Answer, register: Register) -> Answer:
    """Asked for once: the service gives the same words each time."""
    versions = state.kept("versions", dict[tuple[str, Register], Answer])
    key = (answer.answer_id, register)
    if key not in versions:
        versions[key] = assistant().answer(answer.answer_id, register=register)
    return versions[key]
