"""A question about one field, answered beside it; sentences of the answer can go into the field."""

import streamlit as st

from assistant.contract import LONGEST_QUESTION, Answer, AskRequest, Status
from assistant.form_contract import FieldInfo
from ui import state
from ui.answer_lines import lines_of, main_part
from ui.backend import assistant
from ui.components.answer import stream_answer
from ui.components.citations import links_of, show_citations
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.desk import Box
from ui.language import names_of, say
from ui.markdown_text import verbatim, with_links
from ui.saving import put
from ui.spoken import spoken
from ui.texts import chat, frame
from ui.texts import sheet_fields as words

_FIELD, _PROJECT = "field", "project"
_USABLE = (Status.ANSWERED, Status.PARTIAL)


def show_question_about(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """Question, answer with its sources, and what to do with it. Raises client errors."""
    with st.form(f"ask-{field.id}", border=False):
        typed = st.text_input(
            say(words.QUESTION),
            max_chars=1_000,
            key=f"question-{field.id}",
            placeholder=say(words.QUESTION_EXAMPLE),
        )
        scope = st.radio(
            say(words.SCOPE),
            list(words.SCOPES),
            format_func=names_of(words.SCOPES).__getitem__,
            horizontal=True,
            key=f"scope-{field.id}",
        )
        sent = st.form_submit_button(say(words.SEND), icon=":material/send:")
    place = st.empty()
    question = str(typed or "").strip()
    if sent and question:
        box.question, box.answer = question, None
        asked = in_context(opened, field, question, scope)
        request = AskRequest(question=asked, persona=state.role())
        box.answer = stream_answer(assistant().stream(request), place)
        place.empty()
    if box.answer is not None:
        _show_answer(opened, field, box, box.answer)


def in_context(opened: OpenedSheet, field: FieldInfo, question: str, scope: str) -> str:
    """The question with what shall be told about its field and its project.

    Little is told: what stands beside a question is searched for as the question is.
    """
    inputs = opened.sheet.inputs
    # A label that is a question itself would be answered too.
    label = spoken(field.label).rstrip("？?")
    project = (label, inputs.service, inputs.place.municipality)
    told = {_FIELD: (label,), _PROJECT: project}.get(scope, ())
    about = say(frame.LIST_COMMA).join(filter(None, told))
    asked = say(words.IN_CONTEXT, about=about, question=question) if about else question
    return asked if len(asked) <= LONGEST_QUESTION else question


def _show_answer(opened: OpenedSheet, field: FieldInfo, box: Box, answer: Answer) -> None:
    st.markdown(f":material/person: {verbatim(box.question)}")
    links = links_of(answer)
    st.markdown(with_links(main_part(answer), links))
    if answer.status in _USABLE and field.kind == "text" and not opened.is_locked:
        st.button(
            say(words.PUT_IN),
            key=f"put-{field.id}",
            icon=":material/input:",
            help=say(words.PUT_IN_HELP),
            on_click=put,
            args=(opened.desk, field.id, lines_of(answer)),
            disabled=box.is_unsaved,
        )
    if rest := answer.text[len(main_part(answer)) :].strip():
        with st.expander(say(chat.MORE), icon=":material/unfold_more:"):
            st.markdown(with_links(rest, links))
    show_citations(answer)
