"""Texts as every database takes them: PostgreSQL refuses the character 0."""

import re

_ESCAPED = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def storable(text: str) -> str:
    """The text without characters that cannot be kept."""
    return text.replace("\x00", "")


def storable_json(written: str) -> str:
    """The same for a text in JSON, where what only looks like that character stays: `\\\\u0000`."""
    return _ESCAPED.sub(r"\1", written)
