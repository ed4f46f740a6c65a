"""Fill in the sheet: how far it is, what the checks say, one section at a time."""

import streamlit as st

from assistant.form_contract import SectionInfo
from ui.components.scrolling import start_at_top
from ui.components.worksheets.checks_panel import show_checks
from ui.components.worksheets.fields import show_field
from ui.components.worksheets.first_draft import show_draft_button, show_draft_result
from ui.components.worksheets.jumping import move_to_field
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.components.worksheets.outcome import show_outcome
from ui.language import say
from ui.spoken import spoken
from ui.texts import sheet as words


def show_writing(opened: OpenedSheet) -> None:
    """State of the whole sheet, then the open section."""
    if not opened.sections:
        return
    _show_state(opened)
    show_draft_result(opened)
    show_draft_button(opened)
    show_outcome(opened)
    show_checks(opened)
    section = _choose_section(opened)
    for field in opened.asked(section):
        show_field(opened, field)
    _show_neighbours(opened, section)
    target, opened.desk.target = opened.desk.target, None
    if target:
        move_to_field(target)
    else:
        start_at_top(f"{opened.id}-{section.id}")


def _show_state(opened: OpenedSheet) -> None:
    done = opened.review.completeness
    told = say(
        words.COMPLETE,
        percent=done.percent,
        fields=done.fields,
        filled=done.filled,
        settled=done.settled,
    )
    st.progress(done.percent, text=told)
    blanks = say(words.BLANKS, count=done.blanks)
    unconfirmed = say(words.UNCONFIRMED, count=done.unconfirmed)
    st.markdown(
        f":{'orange' if done.blanks else 'green'}-badge[{blanks}] "
        f":{'orange' if done.unconfirmed else 'green'}-badge[{unconfirmed}]"
    )


def _choose_section(opened: OpenedSheet) -> SectionInfo:
    known = {section.id: section for section in opened.sections}
    current = known.get(opened.desk.section or "") or opened.sections[0]
    if len(known) == 1:
        return current
    with st.container(horizontal=True, gap="xsmall", key="sections"):
        for section in opened.sections:
            fields = opened.asked(section)
            filled = sum(1 for field in fields if not opened.value(field.id).is_empty)
            title = spoken(section.title)
            st.button(
                say(words.SECTION_COUNT, title=title, filled=filled, fields=len(fields)),
                key=f"section-{section.id}",
                type="primary" if section is current else "secondary",
                on_click=opened.desk.open_section,
                args=(section.id,),
                wrap=True,
            )
    return current


def _show_neighbours(opened: OpenedSheet, section: SectionInfo) -> None:
    at = opened.sections.index(section)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        if at > 0:
            before = opened.sections[at - 1]
            st.button(
                say(words.PREVIOUS, title=spoken(before.title)),
                key="section-before",
                icon=":material/arrow_back:",
                on_click=opened.desk.go_to,
                args=(before.id, opened.asked(before)[0].id),
                wrap=True,
            )
        if at + 1 < len(opened.sections):
            after = opened.sections[at + 1]
            st.button(
                say(words.NEXT, title=spoken(after.title)),
                key="section-after",
                icon=":material/arrow_forward:",
                on_click=opened.desk.go_to,
                args=(after.id, opened.asked(after)[0].id),
                wrap=True,
            )
