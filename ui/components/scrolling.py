"""What is new is read from its beginning: a question moves up, an opened entry starts at its top."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import streamlit as st

_KEY = "asked"
_ROOM_PIXELS = 900
# Streamlit has no call for this. The question is held at the top while the page around it still
# changes, and let go at once when the reader scrolls.
_HOLD = """
<script>
(() => {{
  const app = document.querySelector('[data-testid="stApp"]');
  let held = true, rounds = 0;
  const letGo = () => {{ held = false; }};
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"])
    window.addEventListener(kind, letGo, {{ once: true, passive: true }});
  const hold = () => {{
    const asked = document.querySelector(".st-key-{key}");
    if (!held || !asked) return;
    asked.style.scrollMarginTop = "4.5rem";
    asked.scrollIntoView();
    rounds += app?.dataset.testScriptState === "running" ? 0 : 1;
    if (rounds < 4) setTimeout(hold, 80);
  }};
  setTimeout(hold, 50);
}})();  // question {number}
</script>
"""

_TO_TOP = """
<script>
document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);  // {what}
</script>
"""


def start_at_top(what: str) -> None:
    """Show the page from its top when something else is opened on it.

    Args:
        what: is open; the page moves when this changes.
    """
    st.html(_TO_TOP.format(what=quote(what)), unsafe_allow_javascript=True)


@contextmanager
def held_at_top(number: int) -> Iterator[None]:
    """What is drawn within moves to the top of the screen.

    Args:
        number: of the question within the conversation; the script runs once for each.
    """
    with st.container(key=_KEY):
        yield
    st.html(_HOLD.format(key=_KEY, number=number), unsafe_allow_javascript=True)


@contextmanager
def room_below() -> Iterator[None]:
    """While the answer is still short there is empty room under it, or nothing could move up."""
    content, room = st.container(), st.empty()
    room.space(_ROOM_PIXELS)
    try:
        with content:
            yield
    finally:
        room.empty()
