"""Plain text, in the encodings that Japanese offices use."""

import codecs
import re
from pathlib import Path

from charset_normalizer import from_bytes

from ingest.blocks import Block, LoadedFile
from ingest.errors import BrokenFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins like UTF-16's mark: looked at first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")
_SHIFTED = ("cp932", "euc_jp")
"""Bytes of the one are often valid in the other: the better text wins, the first where both are as good."""
_USUAL_JAPANESE = re.compile("[\u3040-\u30ff\u3001\u3002]")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")
_MOSTLY_CONTROL = 0.02
_NULLS_OF_UTF16 = 0.2


def load(path: Path) -> LoadedFile:
    """The whole text as one block, or one a page where form feeds stand between pages."""
    pages = decode(path.read_bytes(), path.name).rstrip("\f").split("\f")
    if len(pages) == 1:
        return LoadedFile((Block(pages[0]),), pages=None)
    blocks = tuple(Block(text, page=number) for number, text in enumerate(pages, start=1))
    return LoadedFile(blocks, pages=len(pages))


def decode(data: bytes, name: str) -> str:
    """Text of the bytes; a few broken characters are replaced, binary data is refused.

    Raises:
        BrokenFile: this is not text.
    """
    for encoding in (*_marked(data), "utf-8", *_likelier_first(data)):
        text = _text_in(data, encoding)
        if text is not None and not _looks_binary(text):
            return text
    guessed = from_bytes(data).best()
    text = str(guessed) if guessed else data.decode("utf-8", errors="replace")
    # Here, and only here, it stands for bytes that could not be read.
    if _looks_binary(text.replace("\ufffd", "\0")):
        raise BrokenFile(f"{name}: this is not text")
    return text


def _marked(data: bytes) -> list[str]:
    """The encoding that a mark in the bytes tells, before any that only happens to fit."""
    if _ISO_2022_JP.search(data):
        return ["iso2022_jp_ext"]
    if marked := [encoding for mark, encoding in _MARKS if data.startswith(mark)]:
        return marked[:1]
    nulls = data[:4000].count(0)
    if nulls <= _NULLS_OF_UTF16 * len(data[:4000]) or len(data) % 2:
        return []
    return ["utf-16-be" if data[0:4000:2].count(0) > nulls / 2 else "utf-16-le"]


def _likelier_first(data: bytes) -> list[str]:
    """Sentences have kana and full stops; bytes read in the wrong way have next to none."""
    texts = {encoding: _text_in(data, encoding) for encoding in _SHIFTED}
    sense = {
        encoding: len(_USUAL_JAPANESE.findall(text)) - len(_PRIVATE_USE.findall(text))
        for encoding, text in texts.items()
        if text is not None
    }
    return sorted(sense, key=lambda encoding: -sense[encoding])


def _text_in(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_binary(text: str) -> bool:
    strange = sum(ord(ch) < 32 and ch not in "\t\n\r\f\v" for ch in text)
    return strange > _MOSTLY_CONTROL * max(len(text), 1)
