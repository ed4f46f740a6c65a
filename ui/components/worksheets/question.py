"""A chat about one field, beside it; sentences of its answers can go into the field."""

import streamlit as st

from assistant.contract import Answer, AskRequest, FieldContext, Status
from assistant.form_contract import FieldInfo
from ui import state
from ui.answer_lines import lines_of, main_part
from ui.backend import assistant
from ui.components.answer import stream_answer
from ui.components.citations import links_of, show_citations
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.desk import Box, Exchange
from ui.language import say
from ui.markdown_text import verbatim, with_links
from ui.saving import put
from ui.texts import chat
from ui.texts import sheet_fields as words

_USABLE = (Status.ANSWERED, Status.PARTIAL)
_STARTERS = (words.ASK_WHAT, words.ASK_OTHERS)


def show_question_about(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """What has been asked and answered, and room for more. Raises client errors."""
    for exchange in box.talk[:-1]:
        with st.expander(verbatim(exchange.question), icon=":material/person:"):
            _show_answer(exchange.answer)
    for exchange in box.talk[-1:]:
        st.markdown(f":material/person: {verbatim(exchange.question)}")
        _show_answer(exchange.answer)
        _show_putting_in(opened, field, box, exchange.answer)
    question = _asked(field, box)
    if question:
        place = st.empty()
        answer = stream_answer(assistant().stream(_request(opened, field, box, question)), place)
        box.talk.append(Exchange(question, answer))
        st.rerun()


def _asked(field: FieldInfo, box: Box) -> str:
    """What has just been typed or pressed; empty for nothing."""
    pressed = ""
    if not box.talk:
        with st.container(gap="xsmall"):
            for number, starter in enumerate(_STARTERS):
                if st.button(
                    say(starter),
                    key=f"starter-{field.id}-{number}",
                    icon=":material/subdirectory_arrow_right:",
                    wrap=True,
                ):
                    pressed = say(starter)
    with st.form(f"ask-{field.id}", border=False, clear_on_submit=True):
        typed = st.text_input(
            say(words.QUESTION),
            max_chars=1_000,
            key=f"question-{field.id}",
            placeholder=say(words.QUESTION_EXAMPLE),
        )
        sent = st.form_submit_button(say(words.SEND), icon=":material/send:")
    return str(typed or "").strip() if sent else pressed


def _request(opened: OpenedSheet, field: FieldInfo, box: Box, question: str) -> AskRequest:
    sheet = opened.sheet
    return AskRequest(
        question=question,
        persona=state.role(),
        conversation_id=box.talk[-1].answer.conversation_id if box.talk else None,
        context=FieldContext(form_id=sheet.form_id, field_id=field.id, inputs=sheet.inputs),
    )


def _show_answer(answer: Answer) -> None:
    links = links_of(answer)
    st.markdown(with_links(main_part(answer), links))
    if rest := answer.text[len(main_part(answer)) :].strip():
        with st.expander(say(chat.MORE), icon=":material/unfold_more:"):
            st.markdown(with_links(rest, links))
    show_citations(answer)


def _show_putting_in(opened: OpenedSheet, field: FieldInfo, box: Box, answer: Answer) -> None:
    lines = lines_of(answer) if answer.status in _USABLE else []
    if lines and field.kind == "text" and not opened.is_locked:
        st.button(
            say(words.PUT_IN),
            key=f"put-{field.id}",
            icon=":material/input:",
            help=say(words.PUT_IN_HELP),
            on_click=put,
            args=(opened.desk, field.id, lines),
            disabled=box.is_unsaved,
        )
