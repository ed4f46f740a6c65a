"""Markdown: its headings are headings."""

import re
from pathlib import Path

from ingest.blocks import Block, LoadedFile
from ingest.loaders.text import decode

_HEADING = re.compile(r"^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_FENCE = re.compile(r"^ {0,3}(```|~~~)")


def load(path: Path) -> LoadedFile:
    """A block for each heading and for each stretch of text between two."""
    blocks: list[Block] = []
    held: list[str] = []
    fence = ""
    for line in decode(path.read_bytes(), path.name).splitlines():
        if mark := _FENCE.match(line):
            fence = "" if mark[1] == fence else fence or mark[1]
        # A comment of a programme in a fence looks like a heading.
        if not fence and (match := _HEADING.match(line)):
            blocks.append(Block("\n".join(held)))
            blocks.append(Block(match[2], heading_level=len(match[1])))
            held = []
        else:
            held.append(line)
    blocks.append(Block("\n".join(held)))
    return LoadedFile(tuple(block for block in blocks if block.text.strip()), pages=None)
