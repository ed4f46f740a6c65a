"""Text as it is compared: neither width nor case tells names apart."""

from unicodedata import normalize


def folded(text: str) -> str:
    """In the usual width (NFKC) and in small letters; it may be longer or shorter than before."""
    return normalize("NFKC", text).lower()
