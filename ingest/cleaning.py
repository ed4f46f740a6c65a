"""Mend what extraction does to Japanese text: broken lines, odd characters, page furniture."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

from ingest.blocks import Block

# Full-width letters, digits and their signs; half-width katakana; Kangxi radicals; ligatures.
# Circled numbers, ㈱ and the like stay: they carry meaning as they are.
_ODD_FORMS = re.compile("[\uff01-\uff5e\uff61-\uff9f\u2f00-\u2fdf\ufb00-\ufb06\u3000\u00a0]+")
_FULL_WIDTH_KEPT = frozenset("！？（）：；，～｜／＞＜＝＋")
# PDF fonts of Japanese offices map common kanji to these look-alikes, which NFKC leaves alone.
_RADICALS = str.maketrans("⻑⻄⺠⻘⻭⻩⻤⻲⻯⻨⻝⾒", "長西民青歯黄鬼亀竜麦食見")
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u200b-\u200f\u2060\ufeff\ufffe\uffff]")
_LIST_MARK = re.compile(
    r"^\s*(?:[-*•●○◆◇■□▪▶➢◼⚫・※✓✔→⇒]|[\u2460-\u24ff\u2776-\u2793]|[（(]?\d{1,2}[)）.．]|"
    r"[（(][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十\d]+[章節条]|【|＜|<|Q\d|A\d|\||#)"
)
_ENDS_SENTENCE = re.compile(r"[。．！？!?：:」』）)】＞>|]\s*$")
_PAGE_NUMBER = re.compile(r"^\s*(?:[-–—]\s*)?(?:[pP]\.?\s*)?\d{1,4}(?:\s*[-–—]|\s*/\s*\d{1,4})?\s*$")
_JAPANESE_END = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff々、。・ー（）「」]$")
_JAPANESE_START = re.compile(r"^[\u3040-\u30ff\u4e00-\u9fff々、。・ー（）「」]")
_SHORTEST_WRAPPED = 14
_SHARE_OF_PAGES = 0.5
_FEWEST_PAGES = 3
_EDGE_LINES = 3


def clean_blocks(blocks: Sequence[Block]) -> list[Block]:
    """Blocks without page furniture, their lines joined to paragraphs; empty ones left out."""
    blocks = [replace(block, text=clean_characters(block.text)) for block in blocks]
    furniture = _repeated_edge_lines(blocks)
    cleaned = [
        replace(block, text=join_lines(_without(block.text, furniture))) for block in blocks
    ]
    return [block for block in cleaned if block.text.strip()]


def clean_characters(text: str) -> str:
    """Half-width letters and digits, real kanji for radicals, no control characters.

    Keeps every visible character's meaning; the result has no carriage returns.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_RADICALS)
    text = _ODD_FORMS.sub(_normal_form, text)
    return _CONTROL.sub("", text)


def join_lines(text: str) -> str:
    """Join lines that a page's width broke inside a sentence; keep paragraphs and list items.

    No visible character is lost or added but a space between two Latin words.
    """
    joined: list[str] = []
    widest = max((len(line) for line in text.splitlines()), default=0)
    for line in (line.strip() for line in text.splitlines()):
        if joined and _continues(joined[-1], line, widest):
            joined[-1] += _glue(joined[-1], line) + line
        else:
            joined.append(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(joined)).strip()


def _continues(before: str, line: str, widest: int) -> bool:
    if not before or not line or _LIST_MARK.match(line) or _ENDS_SENTENCE.search(before):
        return False
    # A line that ends long before the page does was ended on purpose.
    last = len(before.rsplit("\n", 1)[-1])
    return last >= max(_SHORTEST_WRAPPED, widest * 0.6)


def _glue(before: str, line: str) -> str:
    return "" if _JAPANESE_END.search(before) or _JAPANESE_START.match(line) else " "


def _normal_form(match: re.Match[str]) -> str:
    return "".join(ch if ch in _FULL_WIDTH_KEPT else normalize("NFKC", ch) for ch in match[0])


def _repeated_edge_lines(blocks: Sequence[Block]) -> frozenset[str]:
    """Running headers and footers: the same line, numbers aside, at the edge of most pages."""
    pages = [block for block in blocks if block.page is not None and not block.heading_level]
    if len({block.page for block in pages}) < _FEWEST_PAGES:
        return frozenset()
    counts = Counter(
        line
        for block in pages
        for line in {_shape(line) for line in _edges(block.text)}
    )
    needed = max(_FEWEST_PAGES, _SHARE_OF_PAGES * len({block.page for block in pages}))
    return frozenset(line for line, count in counts.items() if line and count >= needed)


def _edges(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]


def _shape(line: str) -> str:
    return re.sub(r"\d+", "0", line.strip())


def _without(text: str, furniture: frozenset[str]) -> str:
    lines = text.splitlines()
    edges = {*range(_EDGE_LINES + 1), *range(len(lines) - _EDGE_LINES - 1, len(lines))}
    return "\n".join(
        line
        for number, line in enumerate(lines)
        if not _PAGE_NUMBER.match(line) and not (number in edges and _shape(line) in furniture)
    )
