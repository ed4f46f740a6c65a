"""A model's linear layers in 8 bits: one question at a time takes half the time.

A single short text leaves the processor waiting for weights; a quarter of their bytes come in a
quarter of the time. Weights are rounded for each output, inputs for each text (dynamic
quantisation, Zafrir et al. 2019, "Q8BERT"); the cosine with the exact vector stays above 0.994 and
the passages found are as good (docs/decisions/0003).
"""

import warnings

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

_LARGEST = 127
"""Of a signed byte."""


class QuickLinear(nn.Module):
    """A linear layer with its weights in 8 bits."""

    def __init__(self, exact: nn.Linear) -> None:
        super().__init__()
        weight = exact.weight.detach()
        scales = (
            (torch.linalg.vector_norm(weight, float("inf"), dim=1) / _LARGEST)
            .clamp(min=1e-12)
            .double()
        )
        zeros = torch.zeros(len(weight), dtype=torch.long)
        with warnings.catch_warnings():
            # Announced to go in a later release of torch; this one is pinned.
            warnings.filterwarnings("ignore", "torch.quantize_per_tensor", UserWarning)
            rounded = torch.quantize_per_channel(weight, scales, zeros, 0, torch.qint8)
        bias = exact.bias.detach() if exact.bias is not None else None
        self._packed = torch.ops.quantized.linear_prepack(rounded, bias)

    def forward(self, inputs: Tensor) -> Tensor:
        found: Tensor = torch.ops.quantized.linear_dynamic(inputs, self._packed, False)
        return found


class HalfLinear(nn.Module):
    """A linear layer in bfloat16, as under autocast, its weights turned once."""

    def __init__(self, exact: nn.Linear) -> None:
        super().__init__()
        self._weight = exact.weight.detach().bfloat16()
        self._bias = exact.bias.detach().bfloat16() if exact.bias is not None else None

    def forward(self, inputs: Tensor) -> Tensor:
        return linear(inputs.bfloat16(), self._weight, self._bias)


def is_quick_here() -> bool:
    """Whether the processor multiplies bytes without overflow (AVX-512 VNNI)."""
    return bool(torch.cpu._is_vnni_supported())
