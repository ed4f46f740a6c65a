"""How the page looks where Streamlit has no setting for it, above all on a phone."""

import streamlit as st

# Where it is torn over two lines a mark is hard to see, and a row of joined buttons looks broken;
# quoted words are grey on grey while their source is pointed at; a long link would be cut off;
# what a bin in the sidebar deletes is said to a screen reader, not shown.
_STYLE = """
<style>
[data-testid="stButton"] button p { text-align: left; }
[data-testid="stPageLink-NavLink"] * { white-space: normal; overflow: visible; }
[data-testid="stMarkdownContainer"] blockquote { opacity: .85; }
.stMarkdownColoredBackground { display: inline-block; line-height: 1.4; }
[data-testid="stSidebar"] [class*="st-key-delete-"] button [data-testid="stMarkdownContainer"] {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap;
}
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding-top: 4rem; }
  [data-testid="stBottomBlockContainer"] { padding-bottom: 1rem; }
  [data-testid="stChatMessage"] { flex-direction: column; gap: .5rem; }
  [data-testid="stChatMessageContent"] { width: 100%; }
  [role="radiogroup"]:has(> [data-variant="segmented_control"]) { gap: .375rem; }
  [role="radiogroup"] > [data-variant="segmented_control"] { border-radius: .5rem; margin: 0; }
  [role="radiogroup"] > [data-variant="segmented_control"]:not([data-selected="true"]) {
    border: 1px solid rgba(128, 128, 128, .35);
  }
}
</style>
"""


def style_page() -> None:
    """Draw this once on each page."""
    st.html(_STYLE)
