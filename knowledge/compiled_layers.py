"""Layers of BERT compiled for this processor. The only module that knows OpenVINO.

Quick layers hold their weights in 8 bits, a scale for each output; inputs are rounded to 8 bits by
the stretch where the processor multiplies bytes (dynamic quantisation, Zafrir et al. 2019,
"Q8BERT"), and all else is bfloat16 where it has that. No text's rounding depends on another's.
Against float32 the cosine of vectors is 0.9996 and more (docs/decisions/0019).
"""

import sys
from collections.abc import Sequence
from math import sqrt
from queue import SimpleQueue
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from transformers.models.bert.modeling_bert import BertLayer

# OpenVINO tells its makers of every import, unless this cannot be imported.
sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # None means just that

import openvino  # noqa: E402  # after the line above
from openvino import opset13 as ops  # noqa: E402

_LARGEST = 127
"""Of a signed byte."""
_STRETCH = "128"
"""Inputs that are rounded together: a third of e5-small's width."""
_UNSEEN = -1e9
ACTIVATIONS = {
    "gelu": lambda inputs: ops.gelu(inputs, "erf"),
    "gelu_new": lambda inputs: ops.gelu(inputs, "tanh"),
    "gelu_pytorch_tanh": lambda inputs: ops.gelu(inputs, "tanh"),
    "relu": ops.relu,
}
"""Those between the two products of a layer, by their names in a model's settings."""

Floats = NDArray[np.float32]


class CompiledLayers:
    """Layers of an encoder, one behind the other (Devlin et al. 2019, "BERT")."""

    def __init__(
        self,
        layers: Sequence[BertLayer],
        *,
        activation: str,
        exact: bool,
        threads: int,
        at_once: int = 1,
        keeps: int | None = None,
    ) -> None:
        """
        Args:
            activation: one of ACTIVATIONS.
            exact: all in float32; else quick.
            threads: how many processors they may use.
            at_once: among how many calls these are divided; whoever calls beyond that waits.
            keeps: after how many layers, from 1 on, the states are given out too.
        """
        graph = _Graph(activation, in_bytes=not exact).model(layers, keeps)
        settings = {
            "INFERENCE_PRECISION_HINT": "f32" if exact or not has_bfloat16() else "bf16",
            "INFERENCE_NUM_THREADS": threads,
            "NUM_STREAMS": at_once,
            "DYNAMIC_QUANTIZATION_GROUP_SIZE": _STRETCH,
            "PERFORMANCE_HINT": "LATENCY",
        }
        compiled = openvino.Core().compile_model(graph, "CPU", settings)
        self._free: SimpleQueue[Any] = SimpleQueue()
        for _ in range(at_once):
            self._free.put(compiled.create_infer_request())

    def __call__(self, hidden: Tensor, read: Tensor) -> list[Tensor]:
        """The states that are kept, if any, and the last ones.

        Args:
            hidden: texts × tokens × width, in float32; the results are of the same shape.
            read: texts × tokens, 0 for what only fills up a text: its states have no meaning.
        """
        unseen = np.where(read.numpy() == 0, np.float32(_UNSEEN), np.float32(0))
        inputs = {0: hidden.numpy(), 1: unseen[:, None, None, :]}
        request = self._free.get()
        try:
            found = request.infer(inputs)
        finally:
            self._free.put(request)
        return [torch.from_numpy(states) for states in found.values()]


class _Graph:
    """What the layers compute, as OpenVINO takes it."""

    def __init__(self, activation: str, *, in_bytes: bool) -> None:
        self._activation = ACTIVATIONS[activation]
        self._in_bytes = in_bytes

    def model(self, layers: Sequence[BertLayer], keeps: int | None) -> Any:
        width = layers[0].attention.self.query.in_features
        hidden = ops.parameter([-1, -1, width], np.float32)
        unseen = ops.parameter([-1, 1, 1, -1], np.float32)
        states = [hidden]
        for layer in layers:
            states.append(self._layer(layer, states[-1], unseen))
        kept = [states[keeps]] if keeps else []
        return openvino.Model([*kept, states[-1]], [hidden, unseen], "layers")

    def _layer(self, layer: BertLayer, hidden: Any, unseen: Any) -> Any:
        mixing = layer.attention.output
        seen = self._seen(layer.attention.self, hidden, unseen)
        mixed = ops.add(self._linear(mixing.dense, seen), hidden)
        hidden = _normed(mixing.LayerNorm, mixed)
        wide = self._activation(self._linear(layer.intermediate.dense, hidden))
        narrow = ops.add(self._linear(layer.output.dense, wide), hidden)
        return _normed(layer.output.LayerNorm, narrow)

    def _seen(self, attention: nn.Module, hidden: Any, unseen: Any) -> Any:
        """What each token takes from the others of its text (Vaswani et al. 2017, section 3.2)."""
        heads, size = attention.num_attention_heads, attention.attention_head_size
        apart, turned, whole = [0, 0, heads, size], [0, 2, 1, 3], [0, 0, heads * size]  # type: ignore[operator]  # both are whole numbers

        def by_head(layer: nn.Module) -> Any:
            return ops.transpose(ops.reshape(self._linear(layer, hidden), apart, True), turned)

        query, key, value = map(by_head, (attention.query, attention.key, attention.value))  # type: ignore[arg-type]  # modules, all three
        scores = ops.multiply(ops.matmul(query, key, False, True), np.float32(1 / sqrt(size)))  # type: ignore[arg-type]  # a whole number
        taken = ops.matmul(ops.softmax(ops.add(scores, unseen), -1), value, False, False)
        return ops.reshape(ops.transpose(taken, turned), whole, True)

    def _linear(self, layer: nn.Module, inputs: Any) -> Any:
        weight = _array(layer.weight)
        exact = ops.constant(weight) if not self._in_bytes else _bytes(weight)
        product = ops.matmul(inputs, exact, False, True)
        return product if layer.bias is None else ops.add(product, _array(layer.bias))


def _bytes(weight: Floats) -> Any:
    """A matrix rounded by output, and how it is turned back."""
    scales = np.maximum(np.abs(weight).max(axis=1, keepdims=True), 1e-12) / _LARGEST
    rounded = np.rint(weight / scales).astype(np.int8)
    return ops.multiply(ops.convert(ops.constant(rounded), "f32"), scales)


def _normed(norm: nn.Module, inputs: Any) -> Any:
    """By its own mean and variance (Ba et al. 2016, "Layer Normalization")."""
    even = ops.mvn(inputs, [-1], True, norm.eps, "INSIDE_SQRT")
    return ops.add(ops.multiply(even, _array(norm.weight)), _array(norm.bias))


def _array(weights: object) -> Floats:
    assert isinstance(weights, Tensor)
    found: Floats = weights.detach().float().numpy()
    return found


def has_bfloat16() -> bool:
    """Whether this processor computes in bfloat16."""
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())
