"""A chat about one field, beside it; sentences of its answers can go into the field."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.contract import Answer, AskRequest, FieldContext, Status
from assistant.form_contract import FieldInfo
from ui import state
from ui.answer_lines import lines_of, main_part
from ui.chat_on_screen import Chat
from ui.components.answer import answer_to, receive_answer, show_choices, show_status
from ui.components.citations import links_of, show_citations
from ui.components.newer import show_newer_sources
from ui.components.unanswered import show_unanswered
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.desk import Box
from ui.language import say
from ui.markdown_text import verbatim, with_links
from ui.saving import put
from ui.texts import chat
from ui.texts import sheet_fields as words

_USABLE = (Status.ANSWERED, Status.PARTIAL)
_STARTERS = (words.ASK_WHAT, words.ASK_OTHERS)


def show_question_about(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """What has been asked and answered, and room for more."""
    talk = box.talk
    for turn in talk.turns[:-1]:
        with st.expander(verbatim(turn.question), icon=":material/person:"):
            _show_answer(turn.answer)
    for turn in talk.turns[-1:]:
        _show_asked(turn.question)
        _show_answer(turn.answer)
        show_choices(turn.answer, ask=talk.ask)
        _show_putting_in(opened, field, box, turn.answer)
    if talk.asking is not None:
        _show_asked(talk.asking)
        place = st.empty()
        _show_outcome(opened, field, talk, place)
    for question in talk.waiting:
        _show_asked(question)
    _show_room(field, talk)


def _show_asked(question: str) -> None:
    st.markdown(f":material/person: {verbatim(question)}")


def _show_outcome(opened: OpenedSheet, field: FieldInfo, talk: Chat, place: DeltaGenerator) -> None:
    """Why there is no answer; while there may be one, it comes when the page is drawn."""
    request = _request(opened, field, talk)
    if talk.failure is None:
        receive = partial(receive_answer, talk, answer_to(talk, request), place)
        opened.later.append(partial(receive, question=request.question))
        return
    with place.container():
        show_unanswered(
            talk.failure,
            again=partial(talk.ask, request.question),
            edit=partial(_edit, field, talk),
            key=field.id,
        )


def _show_room(field: FieldInfo, talk: Chat) -> None:
    """What can be asked first, and a line for one's own question."""
    if talk.is_empty:
        with st.container(gap="xsmall"):
            for number, starter in enumerate(_STARTERS):
                st.button(
                    say(starter),
                    key=f"starter-{field.id}-{number}",
                    icon=":material/subdirectory_arrow_right:",
                    wrap=True,
                    on_click=talk.ask,
                    args=(say(starter),),
                )
    with st.form(f"ask-{field.id}", border=False, clear_on_submit=True):
        st.text_input(
            say(words.QUESTION),
            max_chars=1_000,
            key=_line(field),
            placeholder=say(words.QUESTION_EXAMPLE),
        )
        st.form_submit_button(
            say(words.SEND), icon=":material/send:", on_click=_submit, args=(field, talk)
        )


def _submit(field: FieldInfo, talk: Chat) -> None:
    if question := str(state.chosen(_line(field)) or "").strip():
        talk.ask(question)


def _edit(field: FieldInfo, talk: Chat) -> None:
    state.preset({_line(field): talk.asking})
    talk.go_on()


def _line(field: FieldInfo) -> str:
    """The key of the line that questions are typed into."""
    return f"question-{field.id}"


def _request(opened: OpenedSheet, field: FieldInfo, talk: Chat) -> AskRequest:
    sheet = opened.sheet
    return AskRequest(
        question=talk.asking or "",
        persona=state.role(),
        conversation_id=talk.conversation_id,
        context=FieldContext(form_id=sheet.form_id, field_id=field.id, inputs=sheet.inputs),
    )


def _show_answer(answer: Answer) -> None:
    show_status(answer)
    links = links_of(answer)
    st.markdown(with_links(main_part(answer), links))
    if rest := answer.text[len(main_part(answer)) :].strip():
        with st.expander(say(chat.MORE), icon=":material/unfold_more:"):
            st.markdown(with_links(rest, links))
    show_newer_sources(answer)
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
