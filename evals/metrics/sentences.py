"""Sentences of a Markdown answer, Japanese or English, with bullets and lines without 「。」.

The rules are those of Japanese sentence segmenters (end marks outside brackets) and of Kiss &
Strunk 2006 for the English full stop (abbreviations, decimals, initials), written for Markdown.
"""

import re
from collections.abc import Iterator

_BULLET = re.compile(r"^\s*(?:>\s*)*(?:[-*+]\s+|[•・‣◦●○■□▪]\s*|\(?\d{1,2}[.)）．]\s+|[①-⑳]\s*)?")
_OPENING, _CLOSING = "「『（(【〔［“", "」』）)】〕］”"
_JAPANESE_ENDS = "。！？!?"
_TAIL = re.compile(r"(?:[。！？!?.」』）)】”\"’]|\s*\[\d{1,3}\])*")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|cf|vs|approx|No|Nos|Vol|Fig|Mr|Mrs|Ms|Dr|Prof|St|Inc|Ltd|Co|Corp|pp?|al)"
    r"|\b[A-Z](?:\.[A-Z])*)$"
)


def split_sentences(text: str) -> list[str]:
    """Sentences in order, each with the citation marks that follow it; no empty ones.

    A line ends a sentence whether or not an end mark does, so every bullet is at least one. An end
    mark inside brackets or quotation marks ends nothing. Bullets and numbering are taken off.
    """
    return [sentence for line in text.splitlines() for sentence in _sentences_of_line(line)]


def _sentences_of_line(line: str) -> Iterator[str]:
    line = _BULLET.sub("", line, count=1).strip()
    inside = _inside_brackets(line)
    start, position = 0, 0
    while position < len(line):
        if not inside[position] and _ends_here(line, position):
            position = _tail_end(line, position)
            yield line[start:position].strip()
            start = position
            continue
        position += 1
    if rest := line[start:].strip():
        yield rest


def _inside_brackets(line: str) -> list[bool]:
    """For each letter, whether brackets or quotation marks are open there."""
    depth, quoted, found = 0, False, []
    for position, letter in enumerate(line):
        depth = max(0, depth + (letter in _OPENING) - (letter in _CLOSING))
        if letter == '"':  # the same sign opens and closes; one alone is no quotation
            quoted = not quoted and '"' in line[position + 1 :]
        found.append(depth > 0 or quoted)
    return found


def _ends_here(line: str, position: int) -> bool:
    letter = line[position]
    if letter in _JAPANESE_ENDS:
        return True
    return letter in ".．" and _is_full_stop(line, position)


def _is_full_stop(line: str, position: int) -> bool:
    tail_end = _tail_end(line, position)
    after = line[tail_end:]
    if not after.strip():
        return True
    if not after[0].isspace() and tail_end == position + 1:
        return line[position] == "．" and not after[0].isdigit()
    return not after.lstrip()[0].islower() and not _ABBREVIATION.search(line[:position])


def _tail_end(line: str, position: int) -> int:
    """Where what belongs to an end mark ends: more of them, closing brackets, citation marks."""
    tail = _TAIL.match(line, position + 1)
    return tail.end() if tail else position + 1
