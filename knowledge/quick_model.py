"""A model for single questions in 8 bits or exactly, and one for passages in bfloat16: all else is
shared."""

import copy

import torch
from torch import nn

from knowledge.last_layers import SHARED
from knowledge.quick_bert import MakeLinear, QuickBert, is_encoder
from knowledge.quick_linear import HalfLinear


def for_questions(module: nn.Module, linear: MakeLinear) -> nn.Module:
    """The module with BERT and its linear layers as this makes them, and the states after its
    shared layers kept; all else is shared with the given one, which stays as it is."""
    return _with_linear(module, linear, keeps=SHARED)


def unchanged(layer: nn.Linear) -> nn.Module:
    """The layer itself: exact, for processors without the instructions for 8 bits."""
    return layer


def halved(module: nn.Module) -> nn.Module | None:
    """The module with BERT's linear layers in bfloat16; None where it holds no BERT."""
    if not any(map(is_encoder, module.modules())):
        return None
    return _with_linear(module, HalfLinear, only_in_bert=True)


def _with_linear(
    module: nn.Module, linear: MakeLinear, *, only_in_bert: bool = False, keeps: int | None = None
) -> nn.Module:
    with torch.inference_mode():
        if is_encoder(module):
            return QuickBert(module, linear, keeps=keeps)
        if isinstance(module, nn.Linear):
            return module if only_in_bert else linear(module)
    if not any(isinstance(part, nn.Linear) for part in module.modules()):
        return module
    quick = copy.copy(module)
    # Named children stand in this table alone, which a copy shares.
    quick.__dict__["_modules"] = {
        name: _with_linear(part, linear, only_in_bert=only_in_bert, keeps=keeps)
        for name, part in module.named_children()
    }
    return quick
