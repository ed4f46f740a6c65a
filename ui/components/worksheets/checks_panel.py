"""All checks of the sheet: what is open, what is met, each with its source and a way there."""

from collections.abc import Callable, Iterable

import streamlit as st

from assistant.worksheets.blanks import blanks_in, texts_of
from assistant.worksheets.checking.finding import Finding
from ui.components.worksheets.field_checks import finding_markdown
from ui.components.worksheets.opened_sheet import EVERY_FIELD, OpenedSheet
from ui.language import say
from ui.markdown_text import verbatim
from ui.spoken import spoken
from ui.texts import frame
from ui.texts import sheet as words


def show_checks(opened: OpenedSheet) -> None:
    """Folded until a first draft is there or somebody opens it."""
    guidebook = [each for each in opened.review.findings if each.check_id not in EVERY_FIELD]
    to_do = [each for each in guidebook if not each.passed]
    met = [each for each in guidebook if each.passed]
    label = say(words.CHECKS, open=len(to_do), passed=len(met))
    folded = st.expander(
        label, icon=":material/fact_check:", key=opened.desk.checks_key, on_change="rerun"
    )
    if not folded.open:
        return
    with folded:
        if to_do:
            st.markdown(f"**{say(words.TO_DO)}**")
            _show_findings(opened, to_do)
        _show_fields(opened)
        if met:
            with st.expander(say(words.MET, count=len(met))):
                _show_findings(opened, met)
        if not opened.review.findings:
            st.caption(say(words.NOTHING_OPEN))


def _show_findings(opened: OpenedSheet, found: Iterable[Finding]) -> None:
    with st.container(gap="xsmall"):
        for number, finding in enumerate(found):
            told = finding_markdown(opened, finding)
            if finding.passed:
                st.markdown(told)
            else:
                name = f"{finding.check_id}-{finding.field_id}-{number}"
                _show_with_way(opened, finding.field_id, told, name=name)


def _show_with_way(opened: OpenedSheet, field_id: str, told: str, *, name: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", wrap=False, gap="small"):
        st.markdown(told, width="stretch")
        jump_button(opened, field_id, say(words.GO), name=name)


def _show_fields(opened: OpenedSheet) -> None:
    """Every field that is not settled, with what is open in it."""
    found = {field_id: _state(opened, field_id) for field_id in opened.fields}
    states = {field_id: state for field_id, state in found.items() if state}
    if not states:
        return
    with st.expander(say(words.IN_FIELDS, count=len(states))), st.container(gap="xsmall"):
        for field_id, state in states.items():
            label = verbatim(spoken(opened.fields[field_id].label))
            told = say(words.FIELD_STATE, label=label, state=verbatim(state))
            _show_with_way(opened, field_id, told, name=f"state-{field_id}")


def _state(opened: OpenedSheet, field_id: str) -> str:
    value, field = opened.value(field_id), opened.fields[field_id]
    if value.is_empty:
        return say(words.EMPTY) if field.required else ""
    blanks = sum(blanks_in(text) for text in texts_of(value))
    lines = (*value.sentences, *value.kpis)
    unconfirmed = sum(1 for line in lines if not line.confirmed)
    told = (
        say(words.BLANKS, count=blanks) if blanks else "",
        say(words.UNCONFIRMED, count=unconfirmed) if unconfirmed else "",
    )
    return say(frame.LIST_COMMA).join(filter(None, told))


def jump_button(opened: OpenedSheet, field_id: str, label: str, *, name: str) -> None:
    """A button that shows this field."""
    go: Callable[[str], None] = opened.go_to
    st.button(
        label,
        key=f"go-{name}",
        type="tertiary",
        icon=":material/arrow_forward:",
        on_click=go,
        args=(field_id,),
    )
