"""Texts that no file format refuses."""

import re
from dataclasses import dataclass, field

# XML 1.0 has no place for these, and Word and Excel files are XML.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


@dataclass
class Printable:
    """Leaves out what cannot be printed, and remembers that it did."""

    left_out: int = field(default=0)
    """Characters so far."""

    def __call__(self, text: str) -> str:
        """The text without characters that an XML file cannot hold."""
        cleaned, count = _UNPRINTABLE.subn("", text)
        self.left_out += count
        return cleaned
