"""Thumbs with a reason."""

import streamlit as st

from assistant.contract import Answer, FeedbackRequest
from assistant.errors import AssistantError
from ui import state
from ui.backend import assistant
from ui.language import explain, say
from ui.texts import chat as words

_RATINGS = ("down", "up")


@st.fragment
def show_feedback(answer: Answer) -> None:
    """Ask whether the answer was useful; the rating is saved at once, a reason may follow."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(say(words.HELPFUL), width="content")
        thumb = st.feedback("thumbs", key=_shown_as_saved(answer))
    if thumb is None:
        return
    rating = _RATINGS[thumb]
    if state.rating_of(answer) == rating or _send(answer, rating, reason=""):
        st.caption(say(words.THANKS))
        _ask_reason(answer, rating)


def _shown_as_saved(answer: Answer) -> str:
    """The key of the thumbs; on a page one comes back to they show what was saved."""
    key = f"rating-{answer.answer_id}"
    if saved := state.rating_of(answer):
        state.begin_with(key, _RATINGS.index(saved))
    return key


def _ask_reason(answer: Answer, rating: str) -> None:
    offered = [
        say(reason) for reason in (words.REASONS_UP if rating == "up" else words.REASONS_DOWN)
    ]
    with st.form(f"reason-{answer.answer_id}-{rating}", border=False):
        chosen = st.pills(say(words.REASON), offered, selection_mode="multi")
        told = st.text_input(say(words.IN_YOUR_WORDS), max_chars=1000)
        sent = st.form_submit_button(say(words.SEND_REASON))
    reason = " / ".join(filter(None, [*chosen, told.strip()]))
    if sent and reason and _send(answer, rating, reason=reason):
        st.success(say(words.REASON_SAVED), icon=":material/check:")


def _send(answer: Answer, rating: str, *, reason: str) -> bool:
    feedback = FeedbackRequest.model_validate({"rating": rating, "reason": reason})
    try:
        assistant().send_feedback(answer.answer_id, feedback)
    except AssistantError as error:
        st.error(explain(error))
        return False
    state.keep_rating(answer, rating)
    return True
