"""What is typed is saved after a short pause, not only when the visitor leaves the box."""

import streamlit as st

# A text area hands over its text when it is left or on Ctrl+Enter; after a pause this presses
# those keys for the visitor. A Japanese word that is still being composed is let be.
_AFTER_A_PAUSE = """
<script>
(() => {
  if (window.sheetAutosave) return;
  window.sheetAutosave = true;
  let waiting = null;
  const isField = box => box instanceof HTMLTextAreaElement && box.closest('[class*="st-key-text-"]');
  const hand_over = box => box.dispatchEvent(new KeyboardEvent(
    "keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
  const wait = event => {
    if (!isField(event.target) || event.isComposing) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => hand_over(event.target), 1500);
  };
  document.addEventListener("input", wait);
  document.addEventListener("compositionend", wait);
  document.addEventListener("compositionstart", () => clearTimeout(waiting));
})();
</script>
"""


def save_while_typing() -> None:
    """Draw this once on a page with text fields of a sheet."""
    st.html(_AFTER_A_PAUSE, unsafe_allow_javascript=True)
