"""What the page remembers about this visit. The only module that touches st.session_state."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast, get_args

import streamlit as st

from assistant.contract import (
    LONGEST_QUESTION,
    Answer,
    AskRequest,
    Conversation,
    LanguageCode,
    Persona,
)
from ui.chat_on_screen import Chat, Refused

Kept = TypeVar("Kept")
LANGUAGE_KEY = "language"
ROLE_KEY = "role"
START_ROLE_KEY = "start_role"
ANSWER_LANGUAGE_KEY = "answer_language"
SCOPE_KEY = "scope"
QUESTION_KEY = "question"
COMPARED_KEY = "compared"
SECTION_KEY = "section"
COMPARE = "compare"
"""The section of the library with cases side by side."""
EVALUATION_KEYS = (
    "evaluation_section",
    "evaluation_part",
    "evaluation_metric",
    "case_outcomes",
    "case_kinds",
    "case_languages",
    "case_roles",
    "trend_set",
    "trend_metric",
    "compare_before",
    "compare_after",
    "report_before",
    "start_set",
    "start_limit",
    "grading_section",
    "draw_first",
    "draw_second",
)
"""Named choices on the pages of evaluation and grading."""
FIND_KEYS = ("find_source", "find_kind", "find_region", "find_topic", "find_role", "find_stage")
_NAMED_CHOICES = (
    *(ROLE_KEY, START_ROLE_KEY, SCOPE_KEY, COMPARED_KEY, SECTION_KEY),
    *FIND_KEYS,
    *EVALUATION_KEYS,
)
_NAMED_STARTS = (
    *("inputs-", "choice-", "new_form", "new_workspace", "person_side", "sheet_part"),
    "wording-",
)
"""Of the same on the pages of worksheets."""
_CHAT_KEY = "chat"
_RATINGS_KEY = "ratings"
_RESULTS_KEY = "results"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of something that the visitor did with a document."""

    message: str
    is_done: bool


def kept(key: str, make: Callable[[], Kept]) -> Kept:
    """What is kept for the visit under this name; made when it is first asked for."""
    if key not in st.session_state:
        st.session_state[key] = make()
    found: Kept = st.session_state[key]
    return found


def leave_notice(about: str, notice: str) -> None:
    """Say this where `about` is shown, the next time the page is drawn."""
    st.session_state[f"notice-{about}"] = notice


def take_notice(about: str) -> str:
    """What was left to be said about this; empty for nothing. It is said once."""
    return str(st.session_state.pop(f"notice-{about}", ""))


def language() -> LanguageCode:
    """Language of the page."""
    return cast("LanguageCode", st.session_state.get(LANGUAGE_KEY) or "ja")


def begin_in(code: str | None) -> None:
    """A visit begins in this language if there is such a page, else in Japanese."""
    if LANGUAGE_KEY not in st.session_state:
        st.session_state[LANGUAGE_KEY] = code if code in get_args(LanguageCode) else "ja"


def keep_choices() -> None:
    """Call when the language changes: choices are held by the names that the browser shows."""
    for key in list(st.session_state):
        if key in _NAMED_CHOICES or str(key).startswith(_NAMED_STARTS):
            st.session_state[key] = st.session_state[key]


def role() -> Persona | None:
    """The visitor's side of the table, if chosen."""
    chosen: Persona | None = st.session_state.get(ROLE_KEY)
    return chosen


def follow_sidebar_role() -> None:
    """The start page shows the role that the sidebar was set to."""
    st.session_state[START_ROLE_KEY] = role()


def follow_start_role() -> None:
    """The sidebar shows the role that was chosen on the start page."""
    st.session_state[ROLE_KEY] = st.session_state.get(START_ROLE_KEY)


def current_chat() -> Chat:
    chat: Chat = st.session_state.setdefault(_CHAT_KEY, Chat())
    return chat


def start_over() -> None:
    """An empty conversation; the old one stays in the list."""
    st.session_state[_CHAT_KEY] = Chat()


def reopen(conversation: Conversation) -> None:
    """Show a kept conversation, to go on with it."""
    st.session_state[_CHAT_KEY] = Chat(conversation.id, list(conversation.turns))


def forget(conversation_id: str) -> None:
    """Clear the screen if it shows this conversation."""
    if current_chat().conversation_id == conversation_id:
        start_over()


def submit() -> None:
    """Take the question from the input line, or leave it there and say what is wrong with it."""
    typed = str(st.session_state.get(QUESTION_KEY) or "")
    question = typed.strip()
    if question and len(question) <= LONGEST_QUESTION:
        ask(question)
    else:
        current_chat().refused = Refused(len(question))
        st.session_state[QUESTION_KEY] = typed


def ask(question: str) -> None:
    """Have this question answered in the next run of the page, after one that is being answered."""
    current_chat().ask(question)


def edit_question() -> None:
    """Back into the input line with the question that was not answered."""
    chat = current_chat()
    st.session_state[QUESTION_KEY] = chat.asking or ""
    chat.go_on()


def request() -> AskRequest:
    """The question that waits for its answer, with everything that the visitor has set."""
    chat = current_chat()
    return AskRequest(
        question=chat.asking or "",
        persona=role(),
        language=st.session_state.get(ANSWER_LANGUAGE_KEY),
        conversation_id=chat.conversation_id,
        sources=tuple(st.session_state.get(SCOPE_KEY) or ()),
    )


def limit_scope(available: Collection[str]) -> None:
    """Forget chosen documents that are not there any more."""
    if SCOPE_KEY in st.session_state:
        chosen = st.session_state[SCOPE_KEY]
        st.session_state[SCOPE_KEY] = [key for key in chosen if key in available]


def rating_of(answer: Answer) -> str | None:
    """The rating that was saved for this answer."""
    ratings: dict[str, str] = st.session_state.setdefault(_RATINGS_KEY, {})
    return ratings.get(answer.answer_id)


def keep_rating(answer: Answer, rating: str) -> None:
    st.session_state.setdefault(_RATINGS_KEY, {})[answer.answer_id] = rating


def results() -> list[Result]:
    """What became of the document deleted last."""
    kept: list[Result] = st.session_state.setdefault(_RESULTS_KEY, [])
    return kept


def keep_results(results: Sequence[Result]) -> None:
    st.session_state[_RESULTS_KEY] = list(results)


def compared() -> list[str]:
    """Ids of the cases chosen for comparison."""
    chosen: list[str] = list(st.session_state.get(COMPARED_KEY) or ())
    return chosen


def is_comparing() -> bool:
    """True while the library shows cases side by side."""
    return chosen(SECTION_KEY) == COMPARE


def compare(entry_ids: Sequence[str]) -> None:
    st.session_state[COMPARED_KEY] = list(entry_ids)


def chosen(key: str) -> object:
    """What this widget was set to, or None."""
    return st.session_state.get(key)


def preset(values: Mapping[str, object]) -> None:
    """Set widgets that are not drawn yet."""
    for key, value in values.items():
        st.session_state[key] = value


def begin_with(key: str, value: object) -> None:
    """What a widget shows when it is first drawn."""
    if key not in st.session_state:
        st.session_state[key] = value


def drop_unless(key: str, available: Collection[object]) -> None:
    """Set a choice back when it is not among the offered ones any more."""
    if chosen(key) not in available:
        st.session_state.pop(key, None)


def hold(key: str, available: Collection[object]) -> None:
    """Keep a choice, also when it is called otherwise now; not when it is no longer offered."""
    drop_unless(key, available)
    if key in st.session_state:
        st.session_state[key] = st.session_state[key]


def clear(keys: Sequence[str]) -> None:
    """Set these widgets back."""
    for key in keys:
        st.session_state.pop(key, None)
