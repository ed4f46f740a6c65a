"""Copy a sheet for another area."""

import streamlit as st

from assistant.errors import AssistantError
from assistant.worksheet_contract import CopySheet
from ui.address import SHEET, go_to
from ui.backend import worksheets
from ui.components.worksheets.inputs_form import InputsForm
from ui.language import explain, say
from ui.texts import worksheets as words

_LONGEST_TITLE = 190
"""Leaves room for the word that makes it a copy."""


def open_copying(sheet_id: str, title: str) -> None:
    """Ask for the other area in a dialog, then open the copy."""

    def body() -> None:
        st.markdown(say(words.COPY_HINT))
        try:
            place = InputsForm(f"copy-{sheet_id}").show_place()
            proposed = say(words.COPY_OF, title=title[:_LONGEST_TITLE])
            name = st.text_input(say(words.COPY_NAME), proposed, max_chars=200)
            if st.button(say(words.COPY_DO), type="primary", icon=":material/content_copy:"):
                request = CopySheet(place=place, title=name.strip() or proposed)
                go_to(SHEET, worksheets().copy(sheet_id, request).id)
                st.rerun()  # closes the dialog, and shows the copy
        except AssistantError as error:
            st.error(explain(error), icon=":material/error:")

    st.dialog(say(words.COPY_TITLE), width="medium")(body)()
