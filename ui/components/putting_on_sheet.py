"""Sentences of an answer go into a field of a worksheet, with their sources."""

from collections.abc import Sequence

import streamlit as st
from pydantic import ValidationError

from assistant.contract import Answer
from assistant.errors import AssistantError
from assistant.form_contract import FieldInfo
from assistant.worksheet_contract import FieldConflictProblem, SaveField
from assistant.worksheets.model import FieldValue, Origin, Sentence
from assistant.worksheets.sharing import SheetSummary
from ui import state
from ui.address import SHEET
from ui.answer_lines import lines_of
from ui.backend import form, library, worksheets
from ui.components.worksheets.marked_lines import line_markdown
from ui.desk import desk
from ui.distinct_names import distinct
from ui.language import explain, say
from ui.moments import shown
from ui.saving import FieldFull
from ui.spoken import spoken
from ui.texts import chat as words
from ui.texts import frame

_SHEET_KEY = "put_on_sheet"


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
    sheets = {sheet.id: sheet for sheet in _sheets() if not sheet.locked}
    if not sheets:
        st.info(say(words.NO_SHEETS), icon=":material/edit_note:")
        st.page_link("views/worksheets.py", label=say(words.TO_SHEETS), icon=":material/add:")
        return
    sheet = sheets[_choose_sheet(list(sheets.values()))]
    fields = _fields(sheet)
    field = st.selectbox(say(words.WHICH_FIELD), list(fields), format_func=fields.__getitem__)
    st.caption(say(words.WHICH_LINES))
    lines = from_sources(answer)
    chosen = [line for at, line in enumerate(lines) if _is_chosen(answer, at, line)]
    st.caption(say(words.PUT_HELP))
    ready = bool(field and chosen)
    if st.button(say(words.PUT), type="primary", icon=":material/input:", disabled=not ready):
        _put(sheet, field, chosen)


def _choose_sheet(sheets: Sequence[SheetSummary]) -> str:
    """Id of a sheet; those of the same name are told apart by their last change."""
    names = {sheet.id: _sheet_name(sheet) for sheet in sheets}
    dated = {
        sheet.id: say(words.SHEET_CHANGED, name=names[sheet.id], when=shown(sheet.updated_at))
        for sheet in sheets
    }
    told = distinct(names, dated)
    state.hold(_SHEET_KEY, told)
    return st.selectbox(
        say(words.WHICH_SHEET), list(told), format_func=told.__getitem__, key=_SHEET_KEY
    )


def _is_chosen(answer: Answer, at: int, line: Sentence) -> bool:
    shown = line_markdown(line, library(), with_origin=False)
    return st.checkbox(shown, value=True, key=f"take-{answer.answer_id}-{at}", wrap=True)


def _put(sheet: SheetSummary, field_id: str, lines: Sequence[Sentence]) -> None:
    """Below what stands there; a field that somebody else has just changed is read again once."""
    for _ in range(2):
        now = worksheets().get(sheet.id).value(field_id)
        known = {line.text for line in now.sentences}
        fresh = tuple(line for line in lines if line.text not in known)
        body = SaveField(revision=now.revision, value=_with(now, fresh))
        saved = worksheets().save_field(sheet.id, field_id, body)
        if not isinstance(saved, FieldConflictProblem):
            desk(sheet.id).forget([field_id])  # a box that is open there shows the new lines too
            _tell(sheet, len(fresh))
            return
    st.warning(say(words.PUT_CONFLICT), icon=":material/sync_problem:")


def _with(value: FieldValue, lines: Sequence[Sentence]) -> FieldValue:
    sentences = (*value.sentences, *lines)
    try:
        return FieldValue(sentences=sentences, kpis=value.kpis, choices=value.choices)
    except ValidationError as error:
        raise FieldFull(str(error)) from error


def _tell(sheet: SheetSummary, count: int) -> None:
    if count:
        st.success(say(words.PUT_DONE, count=count), icon=":material/check:")
    else:
        st.info(say(words.PUT_KNOWN), icon=":material/check:")
    st.page_link(
        "views/worksheets.py",
        label=say(words.OPEN_SHEET, title=sheet.title),
        icon=":material/arrow_forward:",
        query_params={SHEET: sheet.id},
    )


def _sheets() -> list[SheetSummary]:
    client = worksheets()
    return [
        sheet
        for workspace in client.workspaces.list().workspaces
        for sheet in client.list(workspace.id).worksheets
    ]


def _fields(sheet: SheetSummary) -> dict[str, str]:
    """Fields that take sentences, by id, with label and section."""
    names = {
        field.id: f"{_label(field)} {say(frame.FACT_SEPARATOR)} {spoken(section.title)}"
        for section in form(sheet.form_id).sections
        for field in section.fields
        if field.kind == "text"
    }
    return distinct(names)


def _label(field: FieldInfo) -> str:
    return spoken(field.label)


def _sheet_name(sheet: SheetSummary) -> str:
    """The title, with the place where that does not say it."""
    if not sheet.municipality or sheet.municipality in sheet.title:
        return sheet.title
    return f"{sheet.title} {say(frame.FACT_SEPARATOR)} {sheet.municipality}"
