"""One question and its answer on the screen."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.contract import (
    Answer,
    Answered,
    AnswerEvent,
    AskRequest,
    Failed,
    SourcesFound,
    Status,
    TextDelta,
    Turn,
)
from assistant.errors import AssistantError, RequestRefused, ServiceUnavailable
from ui import state
from ui.arriving_answer import ArrivingAnswer
from ui.backend import assistant
from ui.chat_on_screen import Chat
from ui.cited_sentences import tying_style, with_sentences
from ui.components.citations import links_of, show_citations
from ui.components.feedback import show_feedback
from ui.components.newer import show_newer_sources
from ui.components.taking_along import show_taking_along
from ui.components.wording import choose_wording, show_terms
from ui.language import say
from ui.markdown_text import verbatim, written
from ui.texts import chat as words
from ui.texts import frame, labels
from ui.wording import Text

_MODEL = "llm:"
_BADGES: dict[Status, tuple[str, str]] = {
    Status.PARTIAL: ("blue", ":material/rule:"),
    Status.CLARIFICATION: ("blue", ":material/help:"),
    Status.NOT_IN_SOURCES: ("orange", ":material/search_off:"),
    Status.OUT_OF_SCOPE: ("gray", ":material/block:"),
    Status.NEUTRALITY: ("violet", ":material/balance:"),
    Status.PERSONAL_DATA: ("red", ":material/lock:"),
    Status.UNSAFE: ("red", ":material/block:"),
}
_BROKEN_OFF = 500
_HAVE_VERSIONS = (
    Status.ANSWERED,
    Status.PARTIAL,
    Status.NEUTRALITY,
    Status.NOT_IN_SOURCES,
)


def show_question(question: str) -> None:
    with st.chat_message("user", avatar=":material/person:"):
        st.markdown(verbatim(question))


def answer_message() -> DeltaGenerator:
    """The bubble that an answer goes into."""
    return st.chat_message("assistant", avatar=":material/handshake:")


def show_turn(turn: Turn, *, is_last: bool) -> None:
    """A question with its answer; the last one also with what could be asked next."""
    show_question(turn.question)
    with answer_message():
        st.empty()  # where the text stood while it came
        _show_answer(turn, is_last=is_last)


def answer_to(chat: Chat, request: AskRequest) -> ArrivingAnswer:
    """What comes in answer to the chat's question; a page that is drawn again does not ask again."""
    if chat.arriving is None:
        chat.arriving = ArrivingAnswer(assistant().stream(request))
    return chat.arriving


def receive_answer(
    chat: Chat, arriving: ArrivingAnswer, place: DeltaGenerator, *, question: str
) -> None:
    """Show the text as it comes; the chat keeps what became of it."""
    try:
        answer = _stream_answer(arriving.events(), place)
    except AssistantError as error:
        if arriving.take():
            chat.failure = error
    else:
        if arriving.take():
            asked_at = datetime.now(UTC).isoformat()
            chat.keep(Turn(question=question, asked_at=asked_at, answer=answer))


def _stream_answer(events: Iterator[AnswerEvent], place: DeltaGenerator) -> Answer:
    """Show the text as it comes; the final answer, whose text may differ, is left to the caller.

    Raises:
        ServiceUnavailable: the stream broke off.
        RequestRefused: the service could not finish the answer; the message says why.
    """
    place.markdown(f":shimmer[{say(words.LOOKING)}]")
    text = ""
    for event in events:
        match event:
            case SourcesFound(citations=citations) if citations:
                place.markdown(f":shimmer[{say(words.WRITING, count=len(citations))}]")
            case TextDelta(text=piece):
                text += piece
                place.markdown(written(text))
            case Answered(answer=answer):
                return answer
            case Failed(problem=problem):
                raise RequestRefused(_BROKEN_OFF, problem)
    raise ServiceUnavailable("the stream ended without an answer")


def _show_answer(turn: Turn, *, is_last: bool) -> None:
    answer = turn.answer
    with st.container(key=f"answer-{answer.answer_id}"):
        show_status(answer)
        text = st.container()
        shown = choose_wording(answer) if answer.status in _HAVE_VERSIONS else answer
        with text:
            _show_text(shown)
            show_terms(shown)
            show_newer_sources(shown)
        show_citations(shown)
    _show_beneath(turn, shown, is_last=is_last)


def _show_beneath(turn: Turn, shown: Answer, *, is_last: bool) -> None:
    answer = turn.answer
    show_choices(answer, ask=state.ask)
    show_feedback(answer)
    show_taking_along(turn, shown)
    st.caption(_how_made(answer))
    related = st.empty()
    if is_last and answer.follow_ups:
        with related.container():
            asked = [(question, question) for question in answer.follow_ups]
            _show_questions(words.RELATED, asked, ask=state.ask, key=f"related-{answer.answer_id}")


def show_status(answer: Answer) -> None:
    """What kind of answer it is, where it is not a plain one, and what there is to know of it."""
    if answer.status in _BADGES:
        color, icon = _BADGES[answer.status]
        st.markdown(f":{color}-badge[{icon} {say(labels.STATUSES[answer.status])}]")
    for notice in answer.notices:
        st.info(verbatim(notice), icon=":material/info:")


def show_choices(answer: Answer, *, ask: Callable[[str], None]) -> None:
    """The readings of a question that has several, to be asked one by one."""
    if answer.choices:
        asked = [(choice.label, choice.question) for choice in answer.choices]
        _show_questions(words.CHOOSE, asked, ask=ask, key=f"reading-{answer.answer_id}")


def _show_text(answer: Answer) -> None:
    links = links_of(answer)
    cut = len(answer.text) if answer.more_from is None else answer.more_from
    st.html(tying_style())
    st.markdown(with_sentences(answer.text[:cut], links), unsafe_allow_html=True)
    if rest := answer.text[cut:].strip():
        with st.expander(say(words.MORE), icon=":material/unfold_more:"):
            st.markdown(with_sentences(rest, links), unsafe_allow_html=True)


def _show_questions(
    title: Text, asked: Sequence[tuple[str, str]], *, ask: Callable[[str], None], key: str
) -> None:
    st.markdown(f"**{say(title)}**")
    with st.container(gap="xsmall"):
        for number, (label, question) in enumerate(asked):
            st.button(
                verbatim(label),
                key=f"{key}-{number}",
                icon=":material/subdirectory_arrow_right:",
                on_click=ask,
                args=(question,),
                wrap=True,
            )


def _how_made(answer: Answer) -> str:
    parts = []
    if answer.persona:
        parts.append(say(words.WRITTEN_FOR, role=say(labels.ROLES[answer.persona])))
    if answer.engine.startswith(_MODEL):
        parts.append(say(words.BY_MODEL, model=verbatim(answer.engine.removeprefix(_MODEL))))
    else:
        parts.append(say(words.BY_GROUNDED))
    return say(frame.FACT_SEPARATOR).join(parts)
