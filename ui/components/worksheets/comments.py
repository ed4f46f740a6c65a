"""Remarks on one field."""

from functools import partial

import streamlit as st

from assistant.form_contract import FieldInfo
from assistant.worksheet_contract import AddComment
from assistant.worksheets.model import Comment
from ui.backend import worksheets
from ui.components.confirm import ask_before
from ui.components.worksheets.opened_sheet import OpenedSheet, signed
from ui.components.worksheets.results import act
from ui.desk import Box
from ui.language import say
from ui.markdown_text import verbatim
from ui.moments import shown
from ui.texts import sheet_fields as words


def show_comments(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """What has been said, oldest first, and room for more. Raises client errors."""
    found = [each for each in opened.sheet.comments if each.field_id == field.id]
    if not found:
        st.caption(say(words.NO_COMMENTS))
    for comment in found:
        _show_comment(opened, comment)
    # Cleared only once one's own is saved: what is typed stays when it is refused, and when somebody
    # else comments meanwhile.
    key = f"comment-{field.id}-{box.comments_left}"
    with st.form(f"form-{key}", border=False):
        typed = st.text_area(say(words.COMMENT), max_chars=4_000, height=90, key=key)
        sent = st.form_submit_button(say(words.SEND_COMMENT), icon=":material/comment:")
    text = str(typed or "").strip()
    if sent and text:
        worksheets().history(opened.id).comment(AddComment(field_id=field.id, text=text))
        box.comments_left += 1
        st.rerun()


def _show_comment(opened: OpenedSheet, comment: Comment) -> None:
    history = worksheets().history(opened.id)
    done = f" :green-badge[{say(words.RESOLVED)}]" if comment.resolved else ""
    by = signed(comment.author, comment.side, shown(comment.written_at))
    st.markdown(f"{verbatim(comment.text)}{done}  \n:gray[:small[{verbatim(by)}]]")
    with st.container(horizontal=True, gap="xsmall"):
        st.button(
            say(words.REOPEN if comment.resolved else words.RESOLVE),
            key=f"resolve-{comment.id}",
            type="tertiary",
            icon=":material/check:",
            on_click=act,
            args=(lambda: history.resolve(comment.id, not comment.resolved),),
        )
        unwanted = st.button(
            say(words.DELETE),
            key=f"delete-comment-{comment.id}",
            type="tertiary",
            icon=":material/delete:",
        )
    if unwanted:
        ask_before(
            say(words.DELETE_COMMENT),
            say(words.DELETE_COMMENT_SURE),
            delete=partial(act, partial(history.delete_comment, comment.id)),
        )
