"""Sentences of an answer go into a field of a worksheet, with their sources."""

from collections.abc import Sequence

import streamlit as st

from assistant.contract import Answer
from assistant.errors import AssistantError
from assistant.form_contract import FieldInfo
from assistant.worksheet_contract import FieldConflictProblem, SaveField
from assistant.worksheets.model import FieldValue, Origin, Sentence
from assistant.worksheets.sharing import SheetSummary
from ui.address import SHEET
from ui.answer_lines import lines_of
from ui.backend import form, worksheets
from ui.language import explain, say
from ui.spoken import spoken
from ui.texts import chat as words
from ui.texts import frame


def put_on_sheet(answer: Answer) -> None:
    """Ask in a dialog which sentences go where."""

    def body() -> None:
        try:
            _show(answer)
        except AssistantError as error:
            st.error(explain(error), icon=":material/error:")

    st.dialog(say(words.PUT_ON_SHEET), width="medium")(body)()


def from_sources(answer: Answer) -> tuple[Sentence, ...]:
    """The answer's cited lines: a source's own where its quotation says just that, else suggested."""
    return tuple(_with_origin(line) for line in lines_of(answer))


def _with_origin(line: Sentence) -> Sentence:
    said = " ".join(citation.quote for citation in line.citations)
    is_quoted = line.text in said
    return line.model_copy(update={"origin": Origin.SOURCE if is_quoted else Origin.SUGGESTED})


def _show(answer: Answer) -> None:
    sheets = [sheet for sheet in _sheets() if not sheet.locked]
    if not sheets:
        st.info(say(words.NO_SHEETS), icon=":material/edit_note:")
        st.page_link("views/worksheets.py", label=say(words.TO_SHEETS), icon=":material/add:")
        return
    sheet = st.selectbox(say(words.WHICH_SHEET), sheets, format_func=_sheet_name)
    fields = _fields(sheet)
    field = st.selectbox(say(words.WHICH_FIELD), list(fields), format_func=fields.__getitem__)
    lines = from_sources(answer)
    chosen = st.multiselect(
        say(words.WHICH_LINES),
        range(len(lines)),
        default=range(len(lines)),
        format_func=lambda at: lines[at].text,
    )
    st.caption(say(words.PUT_HELP))
    ready = bool(field and chosen)
    if st.button(say(words.PUT), type="primary", icon=":material/input:", disabled=not ready):
        _put(sheet, field, [lines[at] for at in chosen])


def _put(sheet: SheetSummary, field_id: str, lines: Sequence[Sentence]) -> None:
    """Below what stands there; a field that somebody else has just changed is read again once."""
    for _ in range(2):
        now = worksheets().get(sheet.id).value(field_id)
        known = {line.text for line in now.sentences}
        fresh = tuple(line for line in lines if line.text not in known)
        value = FieldValue(sentences=(*now.sentences, *fresh), kpis=now.kpis, choices=now.choices)
        body = SaveField(revision=now.revision, value=value)
        saved = worksheets().save_field(sheet.id, field_id, body)
        if not isinstance(saved, FieldConflictProblem):
            st.success(say(words.PUT_DONE, count=len(fresh)), icon=":material/check:")
            st.page_link(
                "views/worksheets.py",
                label=say(words.OPEN_SHEET, title=sheet.title),
                icon=":material/arrow_forward:",
                query_params={SHEET: sheet.id},
            )
            return
    st.warning(say(words.PUT_CONFLICT), icon=":material/sync_problem:")


def _sheets() -> list[SheetSummary]:
    client = worksheets()
    return [
        sheet
        for workspace in client.workspaces.list().workspaces
        for sheet in client.list(workspace.id).worksheets
    ]


def _fields(sheet: SheetSummary) -> dict[str, str]:
    """Fields that take sentences, by id, with section and label."""
    return {
        field.id: f"{spoken(section.title)} {say(frame.FACT_SEPARATOR)} {_label(field)}"
        for section in form(sheet.form_id).sections
        for field in section.fields
        if field.kind == "text"
    }


def _label(field: FieldInfo) -> str:
    return spoken(field.label)


def _sheet_name(sheet: SheetSummary) -> str:
    return " ".join(filter(None, (sheet.title, sheet.municipality)))
