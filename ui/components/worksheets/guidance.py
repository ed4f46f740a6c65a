"""What belongs in a field, a worked example, what others did."""

import streamlit as st

from assistant.form_contract import FieldInfo
from assistant.worksheets.suggestion import FieldGuidance
from ui.backend import worksheets
from ui.components.worksheets.citing import cited
from ui.components.worksheets.opened_sheet import OpenedSheet
from ui.desk import Box
from ui.language import say
from ui.markdown_text import quoted, verbatim
from ui.texts import sheet_fields as words


def show_guidance(opened: OpenedSheet, field: FieldInfo, box: Box) -> None:
    """Three tabs, every statement with its source. Raises client errors."""
    guidance = worksheets().guidance(opened.id, field.id)
    belongs, example, cases = st.tabs([say(words.BELONGS), say(words.EXAMPLE), say(words.CASES)])
    with belongs:
        st.markdown(
            "\n".join(
                f"- {verbatim(each.text)} :small[{cited(each.citation)}]"
                for each in guidance.belongs_here
            )
        )
    with example:
        st.markdown(quoted("\n".join(guidance.example)))
    with cases:
        _show_cases(guidance)


def _show_cases(guidance: FieldGuidance) -> None:
    if not guidance.similar_cases:
        st.caption(say(words.NO_CASES))
    for case in guidance.similar_cases:
        st.markdown(
            f"**{verbatim(case.title)}**  \n{verbatim(case.text)} :small[{cited(case.citation)}]"
        )
