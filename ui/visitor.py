"""In whose hands sheets and conversations are: one name that cannot be guessed for each browser."""

import re
from secrets import token_hex

import streamlit as st

from ui import state

_COOKIE = "sanpuku_visitor"
_NAME = re.compile(r"[0-9a-f]{32}")
_TWO_YEARS = 2 * 365 * 24 * 60 * 60
# Streamlit reads cookies but has no call that sets one.
_REMEMBER = """
<script>
document.cookie = "{cookie}={name}; path=/; max-age={seconds}; SameSite=Lax";
</script>
"""


def visitor() -> str:
    """The visitor's name for the service, the same on every visit with this browser."""
    return state.kept("visitor", _known_or_new)


def remember_visitor() -> None:
    """Draw this once a visitor has something to come back to."""
    if st.context.cookies.get(_COOKIE) != visitor():
        script = _REMEMBER.format(cookie=_COOKIE, name=visitor(), seconds=_TWO_YEARS)
        st.html(script, unsafe_allow_javascript=True)


def _known_or_new() -> str:
    known = str(st.context.cookies.get(_COOKIE, ""))
    return known if _NAME.fullmatch(known) else token_hex(16)
