"""What to settle in the next meeting, and its agenda as a file."""

from itertools import groupby

import streamlit as st

from assistant.worksheets.checks import OpenItem
from assistant.worksheets.export.kinds import ExportKind
from ui.components.worksheets.checks_panel import jump_button
from ui.components.worksheets.citing import cited
from ui.components.worksheets.downloads import show_download
from ui.components.worksheets.marked_lines import marked
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.language import say
from ui.markdown_text import verbatim
from ui.spoken import spoken
from ui.texts import sheet as words


def show_meeting(opened: OpenedSheet) -> None:
    """By field, each thing with its source and a way to the field."""
    order = {field_id: number for number, field_id in enumerate(opened.fields)}
    last = len(order)
    items = sorted(opened.review.open_items, key=lambda item: order.get(item.field_id, last))
    st.markdown(f"**{say(words.MEETING_TITLE, count=len(items))}**")
    with st.container(horizontal=True):
        show_download(opened, ExportKind.AGENDA)
        show_download(opened, ExportKind.COUNCIL_AGENDA)
    if not items:
        st.success(say(words.MEETING_NONE), icon=":material/check_circle:")
    for field_id, found in groupby(items, key=lambda item: item.field_id):
        _show_field(opened, field_id, list(found))


def _show_field(opened: OpenedSheet, field_id: str, items: list[OpenItem]) -> None:
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", wrap=False):
            label = verbatim(spoken(items[0].label))
            st.markdown(f"**{label}**", width="stretch")
            jump_button(opened, field_id, say(words.GO), name=f"meeting-{field_id}")
        st.markdown("\n".join(f"- {marked(spoken(item.text))}" for item in items))
        sources = dict.fromkeys(item.entry_id for item in items)
        known = [opened.citations[each] for each in sources if each in opened.citations]
        st.markdown(" ".join(f":small[{cited(citation)}]" for citation in known))
