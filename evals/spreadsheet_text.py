"""Text that is safe to put into a spreadsheet's cell."""

import re

LONGEST_CELL = 32_000
"""Excel's cells hold 32,767 characters."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def cell_text(text: str) -> str:
    """The text, cut to a cell's size, without control characters that Excel refuses.

    A text that begins like a formula gets an apostrophe: it would be run by whoever opens the file.
    """
    text = _CONTROL.sub("", text)[:LONGEST_CELL]
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
