"""A model's stream of text, cut behind each sentence with its marks."""

import re
from collections.abc import Iterator

# A sentence ends with its marks, which stand behind or before its full stop:
# as in …です。[1][2] and … way [1].
_END = re.compile(r"(?:[。！？]|[.!?](?=[\s\[]))(?:\s*\[\d{1,3}\])*(?=[^\[\s]|\s+[^\[\s])|\n+")
_THOUGHT = re.compile(r"<think(?:ing)?>.*?(?:</think(?:ing)?>|\Z)", re.DOTALL)
_OPEN_THOUGHT = re.compile(r"<think(?:ing)?>(?!.*</think(?:ing)?>)", re.DOTALL)
_OPENING = "<thinking>"
LONGEST = 12_000
"""Characters after which a model that does not stop is stopped."""


def sentences(pieces: Iterator[str]) -> Iterator[str]:
    """Whole sentences as soon as they are there, the rest at the end; together they are the text.

    What a model thinks aloud is left out.
    """
    held = ""
    for piece in without_thoughts(_until_longest(pieces)):
        *whole, held = _cut(held + piece)
        yield from whole
    yield from filter(None, _cut(held))


def without_thoughts(pieces: Iterator[str]) -> Iterator[str]:
    """The text as it arrives, without what stands between <think> tags."""
    held = ""
    for piece in pieces:
        held += piece
        if not _OPEN_THOUGHT.search(held) and not _may_open_thought(held):
            yield _THOUGHT.sub("", held)
            held = ""
    yield _THOUGHT.sub("", held)


def _until_longest(pieces: Iterator[str]) -> Iterator[str]:
    written = 0
    for piece in pieces:
        yield piece
        written += len(piece)
        if written > LONGEST:
            return


def _may_open_thought(text: str) -> bool:
    """The end of what has arrived may be the beginning of a tag."""
    tail = text[-len(_OPENING) :]
    return "<" in tail and _OPENING.startswith(tail[tail.rindex("<") :])


def _cut(text: str) -> list[str]:
    """Whole sentences, then what is not finished yet."""
    parts, start = [], 0
    for match in _END.finditer(text):
        # The end of what has arrived may be the middle of "[12]": wait for more.
        if match.end() < len(text) or text.endswith("\n"):
            parts.append(text[start : match.end()])
            start = match.end()
    return [*parts, text[start:]]
