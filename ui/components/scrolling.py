"""What is new is read from its beginning: a question moves up, an opened entry starts at its top."""

from urllib.parse import quote

import streamlit as st

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
    if (!held) return;
    const asked = document.querySelectorAll('[data-testid="stChatMessage"]')[2 * {number}];
    if (asked) {{ asked.style.scrollMarginTop = "4.5rem"; asked.scrollIntoView(); }}
    rounds += app?.dataset.testScriptState === "running" ? 0 : 1;
    if (rounds < 4) setTimeout(hold, 80);
  }};
  setTimeout(hold, 50);
}})();
</script>
"""
_TO_TOP = """
<script>
document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);  // {what}
</script>
"""


def hold_at_top(number: int) -> None:
    """Move a question to the top of the screen; draw this below its answer.

    While the answer is short there is empty room under it, or nothing could move up.

    Args:
        number: of the question within the conversation, from 0.
    """
    st.space(_ROOM_PIXELS)
    st.html(_HOLD.format(number=number), unsafe_allow_javascript=True)


def start_at_top(what: str) -> None:
    """Show the page from its top when something else is opened on it.

    Args:
        what: is open; the page moves when this changes.
    """
    st.html(_TO_TOP.format(what=quote(what)), unsafe_allow_javascript=True)
