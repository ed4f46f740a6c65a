"""Mend what extraction does to Japanese text: broken lines, odd characters, page furniture."""

import re
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

from ingest.blocks import Block
from ingest.page_furniture import without_furniture

# Full-width letters, digits and some of their signs; half-width katakana; Kangxi radicals;
# ligatures. Circled numbers, ㈱ and the like stay: they carry meaning as they are. So do the
# full-width signs that Japanese text is set with: ！？（）：；，～｜／＞＜＝＋
_ODD_FORMS = re.compile(
    "[\uff02-\uff07\uff0a\uff0d\uff0e\uff10-\uff19\uff20-\uff5b\uff5d\uff61-\uff9f"
    "\u2f00-\u2fdf\ufb00-\ufb06\u3000\u00a0]+"
)
# PDF fonts of Japanese offices map common kanji to these look-alikes, which NFKC leaves alone.
_RADICALS = str.maketrans("⻑⻄⺠⻘⻭⻩⻤⻲⻯⻨⻝⾒", "長西民青歯黄鬼亀竜麦食見")
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f\u200b-\u200f\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)
_LIST_MARK = re.compile(
    r"^\s*(?:[-*•●○◆◇■□▪▶➢◼⚫・※✓✔→⇒]|[\u2460-\u24ff\u2776-\u2793]|[（(]?\d{1,2}[)）.．]|"
    r"[（(][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十\d]+[章節条]|【|＜|<|Q\d|A\d|\||#)"
)
_ENDS_SENTENCE = re.compile(r"[。．！？!?：:」』）)】＞>|]\s*$")
_JAPANESE_END = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff々、。・ー（）「」]$")
_JAPANESE_START = re.compile(r"^[\u3040-\u30ff\u4e00-\u9fff々、。・ー（）「」]")
_SHORTEST_WRAPPED = 14
_SHARE_OF_WIDTH = 0.6


def clean_blocks(blocks: Sequence[Block]) -> list[Block]:
    """Blocks without page furniture, their lines joined to paragraphs; empty ones left out."""
    blocks = [replace(block, text=clean_characters(block.text)) for block in blocks]
    cleaned = [replace(block, text=join_lines(block.text)) for block in without_furniture(blocks)]
    return [block for block in cleaned if block.text.strip()]


def clean_characters(text: str) -> str:
    """Half-width letters and digits, real kanji for radicals, no control characters.

    Keeps every visible character's meaning; lines end in a line feed only.
    """
    text = _LINE_BREAK.sub("\n", text.translate(_RADICALS))
    # A whole run at once: a half-width kana and its voicing mark are one character.
    text = _ODD_FORMS.sub(lambda run: normalize("NFKC", run[0]), text)
    return _CONTROL.sub("", text)


def join_lines(text: str) -> str:
    """Join lines that a page's width broke inside a sentence; keep paragraphs and list items.

    No visible character is lost or added but a space between two Latin words.
    """
    lines = [line.strip() for line in text.split("\n")]
    widest = max(map(len, lines), default=0)
    joined: list[str] = []
    before = ""
    for line in lines:
        if joined and _continues(before, line, widest):
            joined[-1] += _glue(before, line) + line
        else:
            joined.append(line)
        before = line
    return re.sub(r"\n{3,}", "\n\n", "\n".join(joined)).strip()


def _continues(before: str, line: str, widest: int) -> bool:
    if not before or not line or _LIST_MARK.match(line) or _ENDS_SENTENCE.search(before):
        return False
    # A line that ends long before the page does was ended on purpose.
    return len(before) >= max(_SHORTEST_WRAPPED, widest * _SHARE_OF_WIDTH)


def _glue(before: str, line: str) -> str:
    return "" if _JAPANESE_END.search(before) or _JAPANESE_START.match(line) else " "
