"""Move to a field when somebody asks for it."""

from secrets import token_hex

import streamlit as st

# Streamlit has no call for this. The page may still be drawn when the script runs: hence the rounds.
_MOVE = """
<script>
(() => {{  // {once}
  let rounds = 0;
  const move = () => {{
    const field = document.querySelector(".st-key-field-{field}");
    if (field) {{ field.style.scrollMarginTop = "4.5rem"; field.scrollIntoView(); }}
    if (++rounds < 4) setTimeout(move, 120);
  }};
  setTimeout(move, 60);
}})();
</script>
"""


def move_to_field(field_id: str) -> None:
    """Draw this below the field."""
    script = _MOVE.format(field=field_id, once=token_hex(4))
    st.html(script, unsafe_allow_javascript=True)
