"""A model for single questions: what it multiplies is in 8 bits, all else is shared."""

import copy

import torch
from torch import nn

from knowledge.quick_bert import QuickBert, is_encoder
from knowledge.quick_linear import QuickLinear


def quickened(module: nn.Module) -> nn.Module:
    """The module with BERT and its linear layers in 8 bits; all else is shared with
    the given one, which stays as it is."""
    with torch.inference_mode():
        if isinstance(module, nn.Linear):
            return QuickLinear(module)
        if is_encoder(module):
            return QuickBert(module)
    if not any(isinstance(part, nn.Linear) for part in module.modules()):
        return module
    quick = copy.copy(module)
    # Named children stand in this table alone, which a copy shares.
    quick.__dict__["_modules"] = {name: quickened(part) for name, part in module.named_children()}
    return quick
