"""The frame of every page: language, role, navigation."""

from pathlib import Path

import streamlit as st

from ui import state
from ui.address import ENTRY, RUN, SHEET, parameter
from ui.components.page_style import style_page
from ui.components.preferences import show_language_switch, show_role_choice
from ui.components.widget_words import translate_widgets
from ui.language import say
from ui.texts import frame as words
from ui.texts import worksheets as sheet_words

_ICON = Path(__file__).parent / "static" / "icon.png"

with st.sidebar:
    show_language_switch()
    show_role_choice()
# Before the navigation: without an icon of its own the page would fetch one from a public server.
st.set_page_config(page_title=say(words.PRODUCT), page_icon=_ICON)
library = st.Page("views/library.py", title=say(words.LIBRARY), icon=":material/menu_book:")
sheets = st.Page(
    "views/worksheets.py", title=say(sheet_words.NAVIGATION), icon=":material/edit_note:"
)
evaluation = st.Page(
    "views/evaluation.py", title=say(words.EVALUATION), icon=":material/monitoring:"
)
grading = st.Page("views/grading.py", title=say(words.GRADING), icon=":material/rate_review:")
page = st.navigation(
    {
        "": [
            st.Page("views/chat.py", title=say(words.CHAT), icon=":material/forum:", default=True),
            sheets,
            library,
            st.Page(
                "views/documents.py", title=say(words.DOCUMENTS), icon=":material/upload_file:"
            ),
            st.Page("views/about.py", title=say(words.ABOUT), icon=":material/info:"),
        ],
        say(words.FOR_EVALUATORS): [evaluation, grading],
    }
)
is_comparing = page == library and state.is_comparing() and not parameter(ENTRY)
is_wide = (
    is_comparing
    or page == grading
    or (page == sheets and parameter(SHEET) is not None)
    or (page == evaluation and parameter(RUN) is not None)
)
st.set_page_config(layout="wide" if is_wide else "centered")
translate_widgets()
style_page()
page.run()
