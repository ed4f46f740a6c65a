"""Text made safe for Markdown: what was written is what is seen."""

import re
from collections.abc import Mapping

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:=^&])")
_UNWANTED = re.compile(r"(?<!\\)([$~]|:(?=[a-z0-9_+/-]+[:\[]))")
_MARK = re.compile(r"\[(\d{1,3})\](?!\()")


def verbatim(text: str) -> str:
    """Text that Markdown shows letter by letter, its lines kept."""
    return "  \n".join(_SPECIAL.sub(r"\\\1", line.strip()) for line in text.strip().splitlines())


def quoted(text: str) -> str:
    """The same as a block quotation."""
    return "\n".join(f"> {line}" for line in verbatim(text).splitlines())


def written(markdown: str) -> str:
    """Markdown of an answer, without what this page would take for formulas, icons or strokes."""
    return _UNWANTED.sub(r"\\\1", markdown)


def with_links(markdown: str, links: Mapping[int, tuple[str, str]]) -> str:
    r"""The same with its marks [1] as links.

    Args:
        links: per number of a mark, address and title; marks without one stay plain.
    """

    def link(mark: re.Match[str]) -> str:
        target = links.get(int(mark[1]))
        if target is None:
            return f"\\[{mark[1]}\\]"
        address, title = target
        plain = title.replace("\\", "").replace('"', "”")
        return f'[\\[{mark[1]}\\]]({address} "{plain}")'

    return _MARK.sub(link, written(markdown))
