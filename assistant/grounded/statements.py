"""Passages taken apart into statements that can be quoted alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.corpus import statements as entry_statements
from knowledge.documents import Chunk, Language, Passage

_JAPANESE_SENTENCE = re.compile(
    r"(?:[^。！？\n「]|「[^」\n]*」)*[。！？]|[^。！？\n]*[。！？]|[^。！？\n]+"
)
_ENGLISH_BREAK = re.compile(r"(?<=[.!?])(?:[\"'”’)]*)\s+(?=[A-Z\"'“(\d])")
_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|etc|approx|No|Vol|Inc|Ltd|Co|Mr|Mrs|Ms|Dr|St|vs|p|pp|Fig|U\.S|a\.m|p\.m)\.$"
)
_LIST_MARK = re.compile(r"^\s*(?:[-・●○■]|\d{1,2}[.)])\s*")
_MARKUP = re.compile(r"</?[a-z][^<>]*>|\*\*|\t")
"""What conversion leaves of HTML and Markdown in a document's text."""
_SHORTEST_LINE = 20
_SENTENCE = re.compile(r"[。.！!？?]$|(?:す|た|る|い|ん|だ)$")


@dataclass(frozen=True, slots=True)
class Statement:
    """A lead or a bullet of one passage, or a sentence of an added document."""

    text: str
    passage: Passage
    position: int
    """0 is the lead, which answers by itself."""


def statements_of(passage: Passage) -> list[Statement]:
    """The passage's statements in their order."""
    if passage.chunk.is_curated:
        texts = list(entry_statements(passage.chunk.text))
    else:
        texts = [
            sentence
            for line in _without_headings(passage.chunk)
            for sentence in sentences_of(_LIST_MARK.sub("", line), passage.chunk.language)
        ]
    return [Statement(text, passage, position) for position, text in enumerate(texts)]


def _without_headings(chunk: Chunk) -> list[str]:
    """Lines of an added document; its headings alone where it has nothing else."""
    lines = _MARKUP.sub(" ", chunk.text).splitlines()
    return [line for line in lines if line.strip() not in chunk.headings] or lines


def is_sentence(text: str) -> bool:
    """True for a whole sentence, false for a heading, a table's cell or a fragment."""
    return bool(_SENTENCE.search(text.strip()))


def says_something(text: str) -> bool:
    """A sentence, or a line with a figure or of some length: headings say nothing alone."""
    return (
        len(text) >= _SHORTEST_LINE
        or bool(re.search(r"\d.*\D{2}", text))
        or text[-1:] in "。.！!？?"
    )


def sentences_of(text: str, language: Language) -> list[str]:
    """Sentences of a line; a line without a full stop is one sentence; quotes are not cut open."""
    if language == "ja":
        found = [match[0].strip() for match in _JAPANESE_SENTENCE.finditer(text)]
    else:
        found = _joined_abbreviations(_ENGLISH_BREAK.split(text))
    return [sentence for sentence in found if sentence.strip()]


def _joined_abbreviations(parts: Sequence[str]) -> list[str]:
    joined: list[str] = []
    for part in parts:
        if joined and _ABBREVIATION.search(joined[-1]):
            joined[-1] += f" {part}"
        else:
            joined.append(part.strip())
    return joined
