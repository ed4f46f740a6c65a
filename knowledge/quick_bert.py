"""BERT without what embedding does not need, its linear parts in any form.

Query, key and value are one product: the input is rounded once, not three times. The wordings of a
question stand one behind the other, each attending to itself alone, so that nothing is computed for
what would fill up the shorter. Dropout, chunks of the feed-forward part and what decoders ask for
are left out. Residuals and norms stay float32; the numbers are those of the model with its linear
parts in that form (knowledge.quick_linear).
"""

from collections.abc import Callable, Iterable
from copy import copy
from typing import TypeGuard, cast

import torch
from torch import Tensor, nn
from torch.nn.functional import scaled_dot_product_attention
from transformers.modeling_outputs import BaseModelOutput
from transformers.models.bert.modeling_bert import BertLayer, BertModel

MakeLinear = Callable[[nn.Linear], nn.Module]
"""What stands in for a linear layer; its results may be of another type than float32."""
_MOST_IN_A_ROW = 512
"""Tokens of all texts together up to which they are put one behind the other: attention of all to
all costs more than what fills up the short ones from there on."""


class QuickBert(nn.Module):
    """In place of an encoder (Devlin et al. 2019, "BERT")."""

    def __init__(self, exact: BertModel, linear: MakeLinear, *, keeps: int | None = None) -> None:
        """
        Args:
            keeps: after how many layers the states are given out too, as the only one of the
                `hidden_states`; None for not at all.
        """
        super().__init__()
        self.config = copy(exact.config)
        self.config.output_hidden_states = keeps is not None
        self._keeps = keeps
        self.embeddings = exact.embeddings
        layers = cast(Iterable[BertLayer], exact.encoder.layer)
        self.layers = nn.ModuleList(QuickBertLayer(layer, linear) for layer in layers)

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor | None = None, **_: object
    ) -> BaseModelOutput:
        """Last hidden states, texts × tokens × width; those of what only fills up a text have no
        meaning."""
        read = torch.ones_like(input_ids) if attention_mask is None else attention_mask
        if read.all():
            return self._output(self._through(input_ids, None, None))
        if read.numel() > _MOST_IN_A_ROW:
            return self._output(self._through(input_ids, None, read[:, None, None, :].bool()))
        texts, places = read.nonzero(as_tuple=True)
        of_the_same = texts[:, None] == texts[None]
        in_a_row = self._through(input_ids[texts, places][None], places[None], of_the_same)
        apart = []
        for hidden in in_a_row:
            found = hidden.new_zeros(*input_ids.shape, hidden.shape[-1])
            found[texts, places] = hidden[0]
            apart.append(found)
        return self._output(apart)

    def _output(self, states: list[Tensor]) -> BaseModelOutput:
        kept = tuple(states[:-1]) or None
        return BaseModelOutput(last_hidden_state=states[-1], hidden_states=kept)

    def _through(self, ids: Tensor, places: Tensor | None, seen_by: Tensor | None) -> list[Tensor]:
        """The last states, and before them those that are kept."""
        hidden: Tensor = self.embeddings(input_ids=ids, position_ids=places)
        kept = []
        for number, layer in enumerate(self.layers):
            if number == self._keeps:
                kept.append(hidden)
            hidden = layer(hidden, seen_by)
        return [*kept, hidden]


class QuickBertLayer(nn.Module):
    """In place of a layer of an encoder."""

    def __init__(self, exact: BertLayer, linear: MakeLinear) -> None:
        super().__init__()
        attending, mixing = exact.attention.self, exact.attention.output
        self._heads: int = attending.num_attention_heads
        self._asking = linear(_together(attending.query, attending.key, attending.value))
        self._mixing, self._mixed = linear(mixing.dense), mixing.LayerNorm
        self._widening = linear(exact.intermediate.dense)
        self._activation = exact.intermediate.intermediate_act_fn
        self._narrowing, self._narrowed = linear(exact.output.dense), exact.output.LayerNorm

    def forward(self, hidden: Tensor, seen_by: Tensor | None = None) -> Tensor:
        """Texts × tokens × width in float32, as it came in; `seen_by` is true where one token
        attends to another, and None where all of a text do."""
        texts, tokens, width = hidden.shape
        parts = self._asking(hidden).view(texts, tokens, 3, self._heads, -1).permute(2, 0, 3, 1, 4)
        query, key, value = parts
        seen = scaled_dot_product_attention(query, key, value, attn_mask=seen_by)
        mixed = self._mixing(seen.transpose(1, 2).reshape(texts, tokens, width))
        hidden = self._mixed(mixed + hidden)
        wide: Tensor = self._activation(self._widening(hidden))
        found: Tensor = self._narrowed(self._narrowing(wide) + hidden)
        return found


def _together(*parts: nn.Linear) -> nn.Linear:
    """One linear layer that gives what these give, one behind the other."""
    whole = nn.Linear(parts[0].in_features, sum(part.out_features for part in parts))
    whole.weight = nn.Parameter(torch.cat([part.weight for part in parts]), requires_grad=False)
    whole.bias = nn.Parameter(torch.cat([part.bias for part in parts]), requires_grad=False)
    return whole


def is_encoder(model: nn.Module) -> TypeGuard[BertModel]:
    """True for BERT whose tokens attend to their own text alone."""
    return type(model) is BertModel and not model.config.is_decoder
