"""Two or three cases side by side."""

from collections.abc import Sequence

import streamlit as st

from assistant.library_contract import EntryInfo
from ui import state
from ui.backend import Library
from ui.cases import LABELS, CaseSheet, take_apart
from ui.components.entry_list import show_link
from ui.language import say
from ui.markdown_text import verbatim
from ui.reading import text_of
from ui.texts import library as words

_FEWEST, _MOST = 2, 3


def show_comparison(library: Library) -> None:
    """Choose cases; from two on they stand side by side."""
    cases = {case.id: case for case in library.cases}
    state.compare([entry_id for entry_id in state.compared() if entry_id in cases])
    titles = {entry_id: text_of(case).title for entry_id, case in cases.items()}
    chosen = st.multiselect(
        say(words.CHOOSE_CASES),
        list(cases),
        format_func=titles.__getitem__,
        key=state.COMPARED_KEY,
        placeholder=say(words.CHOOSE_CASES_PLACEHOLDER),
        persist_state="session",
    )
    if len(chosen) < _FEWEST:
        st.info(say(words.CHOOSE_MORE), icon=":material/compare:")
    elif len(chosen) > _MOST:
        st.warning(say(words.TOO_MANY_CASES), icon=":material/warning:")
    else:
        _show_table([cases[entry_id] for entry_id in chosen])


def _show_table(cases: Sequence[EntryInfo]) -> None:
    language = state.language()
    sheets = [take_apart(text_of(case).text, language) for case in cases]
    for column, case, sheet in zip(st.columns(len(cases)), cases, sheets, strict=True):
        with column:
            show_link(case, key="compared")
            st.markdown(verbatim(sheet.lead))
    for label in LABELS[language]:
        if any(label in sheet.parts for sheet in sheets):
            st.markdown(f"##### {label}", anchors=False)
            _show_row(cases, sheets, label)


def _show_row(cases: Sequence[EntryInfo], sheets: Sequence[CaseSheet], label: str) -> None:
    columns = st.columns(len(cases), border=True)
    for column, case, sheet in zip(columns, cases, sheets, strict=True):
        with column:
            st.caption(verbatim(text_of(case).title))
            statements = sheet.parts.get(label)
            if statements is None:
                st.caption(say(words.NOT_TOLD))
            elif len(statements) == 1:
                st.markdown(verbatim(statements[0]))
            else:
                st.markdown("\n".join(f"- {verbatim(statement)}" for statement in statements))
