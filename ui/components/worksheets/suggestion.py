"""A suggestion beside the field's own text: use lines of it, edit it, have another one."""

from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.contract import Failed
from assistant.errors import RequestRefused
from assistant.form_contract import FieldInfo
from assistant.worksheet_contract import Suggested, SuggestedLine, SuggestField
from assistant.worksheets.suggestion import Suggestion
from ui import state
from ui.backend import library, worksheets
from ui.components.worksheets.marked_lines import Line, line_markdown, lines_markdown, name_of_line
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.desk import Box
from ui.language import say
from ui.markdown_text import verbatim
from ui.saving import put
from ui.texts import chat
from ui.texts import sheet_fields as words
from ui.wording import Text

_BROKEN_OFF = 500
_MOST_REJECTED = 50
_MODEL = "llm:"


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of taking a suggestion over."""

    name: str
    label: Text
    help: Text
    icon: str
    lines: list[Line]
    instead: bool = False
    """In place of the field's text."""


def show_suggestion(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """Written when first opened, then kept until another one is wanted. Raises client errors."""
    place = st.empty()
    if box.suggestion is None:
        box.suggestion = _written(opened, field, box, place)
    place.empty()
    lines = _lines(box.suggestion)
    if not lines:
        st.info(say(words.NO_SUGGESTION), icon=":material/info:")
        return
    st.caption(say(words.SUGGESTION_HINT))
    chosen = [line for number, line in enumerate(lines) if _is_chosen(field, box, number, line)]
    _show_ways(opened, field, box, chosen)
    for notice in box.suggestion.notices:
        st.caption(f":material/info: {verbatim(notice)}")
    st.caption(_how_made(box.suggestion.engine))


def _written(opened: OpenedSheet, field: FieldInfo, box: Box, place: DeltaGenerator) -> Suggestion:
    """The lines are shown as they come; the whole is what counts."""
    place.markdown(f":shimmer[{say(words.WRITING)}]")
    if not opened.value(field.id).is_empty:
        box.attempt = max(1, box.attempt)  # the first one is what a draft has put there
    request = SuggestField(attempt=box.attempt, rejected=box.rejected)
    shown: list[Line] = []
    for event in worksheets().suggestion(opened.id, field.id, request):
        match event:
            case SuggestedLine(line=line):
                shown.append(line)
                place.markdown(lines_markdown(shown))
            case Suggested(suggestion=suggestion):
                return suggestion
            case Failed(problem=problem):
                raise RequestRefused(_BROKEN_OFF, problem)
    raise AssertionError("the client ends every suggestion")


def _is_chosen(field: FieldInfo, box: Box, number: int, line: Line) -> bool:
    key = f"use-{field.id}-{box.attempt}-{number}"
    state.begin_with(key, True)
    return st.checkbox(line_markdown(line, library(), with_origin=False), key=key, wrap=True)


def _show_ways(opened: OpenedSheet, field: FieldInfo, box: Box, chosen: list[Line]) -> None:
    confirmed = [line.confirm() for line in chosen]
    ways = [_Way("accept", words.ACCEPT, words.ACCEPT_HELP, ":material/check:", confirmed)]
    if not opened.value(field.id).is_empty:
        icon = ":material/swap_horiz:"
        ways.append(_Way("replace", words.REPLACE, words.REPLACE_HELP, icon, confirmed, True))
    ways.append(_Way("edit", words.EDIT, words.EDIT_HELP, ":material/edit:", chosen))
    with st.container(horizontal=True, gap="xsmall"):
        for way in ways:
            st.button(
                say(way.label),
                key=f"{way.name}-{field.id}",
                type="primary" if way is ways[0] else "secondary",
                icon=way.icon,
                help=say(way.help),
                on_click=_put,
                args=(opened, field, box, way),
                disabled=box.is_unsaved or opened.is_locked or not chosen,
            )
        _show_ways_out(field, box)


def _show_ways_out(field: FieldInfo, box: Box) -> None:
    for name, label, icon, do in (
        ("another", words.ANOTHER, ":material/refresh:", _another),
        ("discard", words.DISCARD, ":material/close:", _discard),
    ):
        st.button(say(label), key=f"{name}-{field.id}", icon=icon, on_click=do, args=(box,))


def _put(opened: OpenedSheet, field: FieldInfo, box: Box, way: _Way) -> None:
    put(opened.desk, field.id, way.lines, instead=way.instead)
    if not box.is_unsaved:
        _discard(box)


def _another(box: Box) -> None:
    if box.suggestion is not None:
        turned_down = (*box.rejected, *(name_of_line(line) for line in _lines(box.suggestion)))
        box.rejected = tuple(dict.fromkeys(turned_down))[-_MOST_REJECTED:]
    box.attempt, box.suggestion = box.attempt + 1, None


def _discard(box: Box) -> None:
    box.drawer, box.suggestion, box.attempt = None, None, box.attempt + 1


def _lines(suggestion: Suggestion) -> tuple[Line, ...]:
    return (*suggestion.sentences, *suggestion.kpis)


def _how_made(engine: str) -> str:
    if engine.startswith(_MODEL):
        return say(chat.BY_MODEL, model=verbatim(engine.removeprefix(_MODEL)))
    return say(chat.BY_GROUNDED)
