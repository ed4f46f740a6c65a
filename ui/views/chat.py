"""Ask a question, read the answer, check its sources."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.contract import LONGEST_QUESTION
from ui import state
from ui.chat_on_screen import Chat
from ui.components.answer import answer_message, answer_to, receive_answer, show_question, show_turn
from ui.components.answer_settings import show_answer_settings
from ui.components.conversations import show_conversations
from ui.components.scrolling import hold_at_top
from ui.components.unanswered import show_unanswered
from ui.components.welcome import show_welcome
from ui.language import explain, say
from ui.texts import chat as words
from ui.texts import frame
from ui.visitor import remember_visitor


def show_page() -> None:
    chat = state.current_chat()
    with st.bottom:  # named, because a chat input that places itself scrolls past the answer
        _show_refusal(chat)
        st.chat_input(say(words.PLACEHOLDER), key=state.QUESTION_KEY, on_submit=state.submit)
    # Every part has its place in every run: what is gone vanishes at once, not when a slow answer
    # has come to its end.
    start, talk, below = st.empty(), st.container(), st.empty()
    if chat.is_empty:
        with start.container():
            show_welcome()
    else:
        start.caption(say(frame.PRODUCT))
    with talk:
        for turn in chat.turns:
            show_turn(turn, is_last=turn is chat.turns[-1] and chat.asking is None)
    if chat.is_being_answered:
        with below.container():
            hold_at_top(len(chat.turns))
    with talk:
        place = _show_asked(chat)
    with st.sidebar:  # after the question: a slow service keeps nobody from seeing what was sent
        show_answer_settings()
        show_conversations()
    if not chat.is_empty:
        remember_visitor()
    if chat.asking is not None:
        _show_outcome(chat, chat.asking, place)


def _show_asked(chat: Chat) -> DeltaGenerator:
    """The questions without an answer; returns the place of the next answer."""
    if chat.asking is None:
        return st.empty()
    show_question(chat.asking)
    with answer_message():
        place = st.empty()
    for question in chat.waiting:
        show_question(question)
    return place


def _show_outcome(chat: Chat, question: str, place: DeltaGenerator) -> None:
    if chat.failure is None:
        arriving = answer_to(chat, state.request())
        receive_answer(chat, arriving, place, question=question)
        st.rerun()  # the next run shows what became of it
    with place.container():
        again = partial(state.ask, question)
        show_unanswered(chat.failure, again=again, edit=state.edit_question, key="chat")


def _show_refusal(chat: Chat) -> None:
    if chat.refused and chat.refused.length:
        text = say(words.TOO_LONG, length=chat.refused.length, longest=LONGEST_QUESTION)
        st.warning(text, icon=":material/warning:")
    elif chat.refused:
        st.warning(say(words.EMPTY), icon=":material/warning:")
    if chat.problem:
        st.error(explain(chat.problem), icon=":material/error:")


show_page()
