"""Makes files of 4-bit weights: pieces of them, and a whole model that is very small."""

import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Packed = tuple[int, int, bytes]
"""Kind (1: 4 bits, 0: floats), number of elements, bytes."""
HIDDEN, LAYERS, HEADS, FEED_FORWARD, POSITIONS = 64, 2, 4, 128, 16
PIECES = (("<s>", 0.0), ("</s>", 0.0), ("<pad>", 0.0), ("<unk>", 0.0), ("▁買い物", -3.5))
_SIZES = (HIDDEN, LAYERS, HEADS, FEED_FORWARD, len(PIECES), POSITIONS, 1)


def packed_header(magic: bytes = b"E5S1", version: int = 1, block: int = 32) -> bytes:
    return magic + struct.pack("<I7ifi", version, *_SIZES, 1e-12, block)


def packed_vocabulary() -> bytes:
    blobs = [piece.encode() for piece, _ in PIECES]
    offsets = np.cumsum([0, *map(len, blobs)]).astype("<u4").tobytes()
    scores = np.asarray([score for _, score in PIECES], dtype="<f4").tobytes()
    blob = b"".join(blobs)
    return struct.pack("<5iQ", len(PIECES), 0, 1, 2, 3, len(blob)) + offsets + scores + blob


def packed_tensors(start: int, tensors: Mapping[str, Packed]) -> bytes:
    """Directory and data; each tensor is (kind, elements, bytes)."""
    directory_size = 4 + sum(2 + len(name) + 21 for name in tensors)
    offset, directory, data = start + directory_size, struct.pack("<i", len(tensors)), b""
    for name, (kind, elements, raw) in tensors.items():
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, elements, offset + len(data), len(raw))
        data += raw
    return directory + data


def weights_file(folder: Path, tensors: Mapping[str, Packed]) -> Path:
    head = packed_header() + packed_vocabulary() + struct.pack("<iI", 1, 7) + b"mapping"
    file = folder / "weights.bin"
    file.write_bytes(head + packed_tensors(len(head), tensors))
    return file


def quantised(nibbles: NDArray[np.uint8], scale: float) -> bytes:
    """One block of 32: the first 16 in the low halves of its bytes, the others in the high ones."""
    return (
        np.float16(scale).tobytes() + (nibbles[:16] | nibbles[16:] << 4).astype(np.uint8).tobytes()
    )


_MATRICES = {
    "q": ("attention.self.query", HIDDEN, HIDDEN),
    "k": ("attention.self.key", HIDDEN, HIDDEN),
    "v": ("attention.self.value", HIDDEN, HIDDEN),
    "ao": ("attention.output.dense", HIDDEN, HIDDEN),
    "fi": ("intermediate.dense", FEED_FORWARD, HIDDEN),
    "fo": ("output.dense", HIDDEN, FEED_FORWARD),
}
_NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def tiny_model() -> tuple[dict[str, Packed], dict[str, NDArray[np.float32]]]:
    """Every tensor of the model as it is packed, and as BERT should have it, under its names there."""
    model = _Model()
    model.matrix("emb.word", "embeddings.word_embeddings.weight", len(PIECES), HIDDEN)
    model.floats("emb.pos", "embeddings.position_embeddings.weight", POSITIONS, HIDDEN)
    model.floats("emb.type", "embeddings.token_type_embeddings.weight", 1, HIDDEN)
    model.floats("emb.ln.w", "embeddings.LayerNorm.weight", HIDDEN)
    model.floats("emb.ln.b", "embeddings.LayerNorm.bias", HIDDEN)
    for layer in range(LAYERS):
        own, theirs = f"l{layer}", f"encoder.layer.{layer}"
        for part, (name, rows, columns) in _MATRICES.items():
            model.matrix(f"{own}.{part}.w", f"{theirs}.{name}.weight", rows, columns)
            model.floats(f"{own}.{part}.b", f"{theirs}.{name}.bias", rows)
        for part, name in _NORMS.items():
            model.floats(f"{own}.{part}.w", f"{theirs}.{name}.weight", HIDDEN)
            model.floats(f"{own}.{part}.b", f"{theirs}.{name}.bias", HIDDEN)
    return model.packed, model.expected


class _Model:
    def __init__(self) -> None:
        self._random = np.random.default_rng(1)
        self.packed: dict[str, Packed] = {}
        self.expected: dict[str, NDArray[np.float32]] = {}

    def floats(self, own: str, theirs: str, *shape: int) -> None:
        values = self._random.normal(size=shape).astype("<f4")
        self.packed[own] = (0, values.size, values.tobytes())
        self.expected[theirs] = values

    def matrix(self, own: str, theirs: str, rows: int, columns: int) -> None:
        nibbles = self._random.integers(0, 16, size=(rows * columns // 32, 32), dtype=np.uint8)
        raw = b"".join(quantised(block, 0.125) for block in nibbles)
        self.packed[own] = (1, rows * columns, raw)
        self.expected[theirs] = ((nibbles.astype(np.float32) - 8) * 0.125).reshape(rows, columns)
