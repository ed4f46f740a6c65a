"""What Streamlit itself writes into its widgets, in Japanese: it has no setting for that."""

import streamlit as st

from ui import state
from ui.language import say
from ui.texts import frame as words

# Pressing Enter works without being told. A count of letters after the hint stays.
_STYLE = """
<style>
[data-testid="InputInstructions"] > span:nth-last-child(2),
[data-testid="stNumberInput"] [data-testid="InputInstructions"],
[data-testid="stFileUploaderDropzoneInstructions"] {{ display: none; }}
[data-testid="InputInstructions"] > span::before {{ content: none; }}
[data-testid="stFileUploaderDropzone"] button p {{ font-size: 0; }}
[data-testid="stFileUploaderDropzone"] button p::after {{
  content: "{choose_file}"; font-size: 0.875rem;
}}
small[data-testid="stDownloadButtonError"] {{ font-size: 0; }}
small[data-testid="stDownloadButtonError"]::after {{
  content: "{no_download}"; font-size: 0.875rem;
}}
</style>
"""


def translate_widgets() -> None:
    """Draw this once on each page."""
    if state.language() == "ja":
        choose_file, no_download = say(words.CHOOSE_FILE), say(words.NO_DOWNLOAD)
        st.html(_STYLE.format(choose_file=choose_file, no_download=no_download))
