"""A layer of BERT in 8 bits, without what a single question does not need.

Query, key and value are one product: the input is rounded once, not three times. Dropout, chunks
of the feed-forward part and what decoders ask for are left out. The numbers are those of the layer
with its linear parts in 8 bits (knowledge.quick_linear).
"""

from typing import TypeGuard

import torch
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention
from transformers.models.bert.modeling_bert import BertLayer

from knowledge.quick_linear import QuickLinear


class QuickBertLayer(nn.Module):
    """In place of a layer of an encoder (Devlin et al. 2019, "BERT")."""

    def __init__(self, exact: BertLayer) -> None:
        super().__init__()
        attending, mixing = exact.attention.self, exact.attention.output
        self._heads: int = attending.num_attention_heads
        self._asking = _together(attending.query, attending.key, attending.value)
        self._mixing, self._mixed = QuickLinear(mixing.dense), mixing.LayerNorm
        self._widening = QuickLinear(exact.intermediate.dense)
        self._activation = exact.intermediate.intermediate_act_fn
        self._narrowing, self._narrowed = QuickLinear(exact.output.dense), exact.output.LayerNorm

    def forward(
        self, hidden: Tensor, attention_mask: Tensor | None = None, *_: object, **__: object
    ) -> Tensor:
        """Texts × tokens × width, as it came in; other arguments are those of decoders."""
        texts, tokens, width = hidden.shape
        parts = self._asking(hidden).view(texts, tokens, 3, self._heads, -1).permute(2, 0, 3, 1, 4)
        query, key, value = parts
        seen = scaled_dot_product_attention(query, key, value, attn_mask=attention_mask)
        hidden = self._mixed(
            self._mixing(seen.transpose(1, 2).reshape(texts, tokens, width)) + hidden
        )
        wide: Tensor = self._activation(self._widening(hidden))
        found: Tensor = self._narrowed(self._narrowing(wide) + hidden)
        return found


def _together(*parts: nn.Linear) -> QuickLinear:
    """One linear layer that gives what these give, one behind the other."""
    whole = nn.Linear(parts[0].in_features, sum(part.out_features for part in parts))
    whole.weight = nn.Parameter(torch.cat([part.weight for part in parts]), requires_grad=False)
    whole.bias = nn.Parameter(torch.cat([part.bias for part in parts]), requires_grad=False)
    return QuickLinear(whole)


def is_plain(layer: nn.Module) -> TypeGuard[BertLayer]:
    """True for an encoder's layer of BERT that attends to its own text alone."""
    return type(layer) is BertLayer and not layer.is_decoder and not layer.add_cross_attention
