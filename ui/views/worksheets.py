"""Worksheets and proposals: the visitor's sheets, a new one, one that is worked on."""

import streamlit as st

from ui.address import KEY, NEW, SHEET, go_to, leave, parameter
from ui.components.problem import showing_problems
from ui.components.worksheets.joining import is_member, show_joining
from ui.components.worksheets.new_sheet import show_new_sheet
from ui.components.worksheets.sheet_list import show_sheets
from ui.components.worksheets.sheet_page import show_sheet
from ui.language import say
from ui.texts import worksheets as words
from ui.visitor import remember_visitor


def show_page() -> None:
    remember_visitor()
    opened, key = parameter(SHEET), parameter(KEY)
    with showing_problems("worksheets"):
        if key and not is_member(key):
            show_joining(key)
        elif opened:
            leave(KEY)  # whoever looks over the shoulder need not see it
            go_to(SHEET, opened)  # a link within the page leaves the browser's address as it was
            show_sheet(opened)
        elif parameter(NEW):
            show_new_sheet()
        else:
            _show_all()


def _show_all() -> None:
    st.title(say(words.TITLE), anchor=False)
    st.markdown(say(words.TAGLINE))
    show_sheets()


show_page()
