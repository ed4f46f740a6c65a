"""The frame of every page: language, role, navigation."""

from pathlib import Path

import streamlit as st

from ui.components.preferences import show_language_switch, show_role_choice
from ui.language import say
from ui.texts import frame as words

_ICON = Path(__file__).parent / "static" / "icon.png"

with st.sidebar:
    show_language_switch()
    show_role_choice()
st.set_page_config(page_title=say(words.PRODUCT), page_icon=_ICON, layout="centered")
page = st.navigation(
    [
        st.Page("views/chat.py", title=say(words.CHAT), icon=":material/forum:", default=True),
        st.Page("views/library.py", title=say(words.LIBRARY), icon=":material/menu_book:"),
        st.Page("views/documents.py", title=say(words.DOCUMENTS), icon=":material/upload_file:"),
        st.Page("views/about.py", title=say(words.ABOUT), icon=":material/info:"),
    ]
)
page.run()
