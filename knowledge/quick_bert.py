"""BERT in 8 bits, without what a single question does not need.

Query, key and value are one product: the input is rounded once, not three times. The wordings of a
question stand one behind the other, each attending to itself alone, so that nothing is computed for
what would fill up the shorter. Dropout, chunks of the feed-forward part and what decoders ask for
are left out. The numbers are those of the model with its linear parts in 8 bits
(knowledge.quick_linear).
"""

from collections.abc import Iterable
from typing import TypeGuard, cast

import torch
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention
from transformers.modeling_outputs import BaseModelOutput
from transformers.models.bert.modeling_bert import BertLayer, BertModel

from knowledge.quick_linear import QuickLinear


class QuickBert(nn.Module):
    """In place of an encoder (Devlin et al. 2019, "BERT")."""

    def __init__(self, exact: BertModel) -> None:
        super().__init__()
        self.config = exact.config
        self.embeddings = exact.embeddings
        layers = cast(Iterable[BertLayer], exact.encoder.layer)
        self.layers = nn.ModuleList(map(QuickBertLayer, layers))

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor | None = None, **_: object
    ) -> BaseModelOutput:
        """Last hidden states, texts × tokens × width; 0 for what only fills up a text."""
        read = torch.ones_like(input_ids) if attention_mask is None else attention_mask
        texts, places = read.nonzero(as_tuple=True)
        hidden = self.embeddings(
            input_ids=input_ids[texts, places][None], position_ids=places[None]
        )
        of_the_same = texts[:, None] == texts[None] if len(read) > 1 else None
        for layer in self.layers:
            hidden = layer(hidden, of_the_same)
        found = hidden.new_zeros(*input_ids.shape, hidden.shape[-1])
        found[texts, places] = hidden[0]
        return BaseModelOutput(last_hidden_state=found)


class QuickBertLayer(nn.Module):
    """In place of a layer of an encoder."""

    def __init__(self, exact: BertLayer) -> None:
        super().__init__()
        attending, mixing = exact.attention.self, exact.attention.output
        self._heads: int = attending.num_attention_heads
        self._asking = _together(attending.query, attending.key, attending.value)
        self._mixing, self._mixed = QuickLinear(mixing.dense), mixing.LayerNorm
        self._widening = QuickLinear(exact.intermediate.dense)
        self._activation = exact.intermediate.intermediate_act_fn
        self._narrowing, self._narrowed = QuickLinear(exact.output.dense), exact.output.LayerNorm

    def forward(self, hidden: Tensor, seen_by: Tensor | None = None) -> Tensor:
        """1 × tokens × width, as it came in; `seen_by`, tokens × tokens, is true where one attends
        to the other, and None where all do."""
        _, tokens, width = hidden.shape
        parts = self._asking(hidden).view(1, tokens, 3, self._heads, -1).permute(2, 0, 3, 1, 4)
        query, key, value = parts
        seen = scaled_dot_product_attention(query, key, value, attn_mask=seen_by)
        hidden = self._mixed(self._mixing(seen.transpose(1, 2).reshape(1, tokens, width)) + hidden)
        wide: Tensor = self._activation(self._widening(hidden))
        found: Tensor = self._narrowed(self._narrowing(wide) + hidden)
        return found


def _together(*parts: nn.Linear) -> QuickLinear:
    """One linear layer that gives what these give, one behind the other."""
    whole = nn.Linear(parts[0].in_features, sum(part.out_features for part in parts))
    whole.weight = nn.Parameter(torch.cat([part.weight for part in parts]), requires_grad=False)
    whole.bias = nn.Parameter(torch.cat([part.bias for part in parts]), requires_grad=False)
    return QuickLinear(whole)


def is_encoder(model: nn.Module) -> TypeGuard[BertModel]:
    """True for BERT whose tokens attend to their own text alone."""
    return type(model) is BertModel and not model.config.is_decoder
