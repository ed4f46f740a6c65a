"""Whether a question names the added document that a chunk is from."""

import re
from pathlib import PurePath

from knowledge.documents import Chunk
from knowledge.folding import folded

_QUOTED = re.compile(r"[「『]([^「」『』]{2,20})[」』]")
_SHORTEST_NAME = 3


def is_named(chunk: Chunk, question: str) -> bool:
    """True when the question has the file's name, or a name that its name or headings quote.

    Width and case do not matter. Entries have no name that a user would know.
    """
    if chunk.is_curated:
        return False
    stem = PurePath(chunk.title).stem
    names = [stem, *_QUOTED.findall(f"{stem} {chunk.heading}")]
    asked = folded(question)
    return any(folded(name) in asked for name in names if len(name) >= _SHORTEST_NAME)
