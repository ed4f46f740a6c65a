"""Which parts of a question are answered, and whether that is an answer to the question at all.

A part is a short stretch of words with a few more put in front: read alone, it is more easily taken
for something that the documents answer than the question it stands in. So the question as a whole
has its say (docs/decisions/0020).
"""

from collections.abc import Callable
from dataclasses import replace

from assistant.finding import Found, PartFound

Margin = Callable[[PartFound], float]
"""How far a part's probability of being answered lies above the threshold; below it, negative."""
_CERTAIN = 0.38
"""Margin from which on a part is answered whatever else was asked with it: a probability of 0.9 at
today's threshold."""


def until_answered(found: Found, whole: float, margin: Margin) -> Found:
    """Parts in their order until one is answered and the question with it; the rest is left open.

    The question is answered when a part certainly is, or the mean of its own margin and that of a
    part is not negative. Where no such part is answered by itself, the best one is held for
    answered.

    Args:
        whole: margin of the question as a whole.
    """
    parts = [replace(part, is_answered=None) for part in found.parts]
    margins: list[float] = []
    for at, part in enumerate(parts):
        margins.append(margin(part))
        parts[at] = replace(part, is_answered=margins[at] >= 0)
        if margins[at] >= min(max(0.0, -whole), _CERTAIN):
            return replace(found, parts=tuple(parts), is_answerable=True)
    best = max(range(len(parts)), key=margins.__getitem__)
    is_answerable = margins[best] + whole >= 0
    if is_answerable:
        parts[best] = replace(parts[best], is_answered=True)
    return replace(found, parts=tuple(parts), is_answerable=is_answerable)


def to_the_end(found: Found, margin: Margin) -> Found:
    """The same with each part judged."""
    parts = (
        part if part.is_answered is not None else replace(part, is_answered=margin(part) >= 0)
        for part in found.parts
    )
    return replace(found, parts=tuple(parts))
