"""Texts that a sheet holds: cleaned of what no exporter can print, and limited in length."""

import re
from typing import Annotated, Any
from unicodedata import category

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

_KEPT_CONTROLS = "\n\t"


def without_control_characters(value: Any) -> Any:
    """Text that every exporter can hold: line breaks as \\n, no other control characters."""
    if not isinstance(value, str):
        return value
    value = re.sub(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]", "\n", value)
    return "".join(c for c in value if category(c) not in ("Cc", "Cs") or c in _KEPT_CONTROLS)


def on_one_line(value: Any) -> Any:
    """The same on one line."""
    cleaned = without_control_characters(value)
    return re.sub(r"\s*[\n\t]\s*", " ", cleaned).strip() if isinstance(cleaned, str) else cleaned


Name = Annotated[str, BeforeValidator(on_one_line), StringConstraints(max_length=200)]
"""A name or a title, on one line."""
Line = Annotated[str, BeforeValidator(on_one_line), StringConstraints(max_length=500)]
"""A short text on one line."""
LongText = Annotated[
    str, BeforeValidator(without_control_characters), StringConstraints(max_length=4_000)
]
"""A text of several lines."""
Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$")]


class SheetPart(BaseModel):
    """Base of everything that a sheet holds: immutable, and no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")
