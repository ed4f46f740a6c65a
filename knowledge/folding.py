"""Text as it is compared: neither width nor case tells names apart."""

from unicodedata import normalize

_DOTS = str.maketrans("ıİ", "iI")
"""Patterns that ignore case take Turkish letters for an i; small letters alone do not make them one."""


def in_usual_width(text: str) -> str:
    """In the usual width (NFKC); an i is an i, whatever its dot."""
    return normalize("NFKC", text).translate(_DOTS)


def folded(text: str) -> str:
    """In the usual width and in small letters; it may be longer or shorter than before."""
    return in_usual_width(text).lower()
