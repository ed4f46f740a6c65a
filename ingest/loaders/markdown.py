"""Markdown: its headings are headings."""

import re
from pathlib import Path

from ingest.blocks import Block, LoadedFile
from ingest.loaders.text import decode

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")


def load(path: Path) -> LoadedFile:
    """A block for each heading and for each stretch of text between two."""
    blocks: list[Block] = []
    held: list[str] = []
    for line in decode(path.read_bytes(), path.name).splitlines():
        if match := _HEADING.match(line):
            blocks.append(Block("\n".join(held)))
            blocks.append(Block(match[2], heading_level=len(match[1])))
            held = []
        else:
            held.append(line)
    blocks.append(Block("\n".join(held)))
    return LoadedFile(tuple(block for block in blocks if block.text.strip()), pages=None)
