"""An embedding model's last layers with other weights (knowledge.last_layers), as quick as its own."""

from copy import deepcopy
from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from transformers.models.bert.modeling_bert import BertLayer

from knowledge.last_layers import SHARED, LastLayers
from knowledge.quick_bert import MakeLinear, QuickBertLayer, is_encoder


class ContinuedModel(nn.Module):
    """What goes on from the states that the shared layers made of a text."""

    def __init__(self, model: nn.Module, layers: LastLayers, linear: MakeLinear) -> None:
        """
        Args:
            model: holds the BERT that the layers were trained from; it stays as it is.
        """
        super().__init__()
        bert = next(filter(is_encoder, model.modules()))
        own = cast("list[BertLayer]", list(bert.encoder.layer))
        with torch.inference_mode():
            self._layers = nn.ModuleList(
                QuickBertLayer(_with_weights(own[number], layers, number), linear)
                for number in range(SHARED, len(own))
            )

    def forward(self, states: Tensor) -> Tensor:
        """The mean of a text's last states; `states` are tokens × width, both in float32."""
        hidden = states[None]
        with torch.inference_mode():
            for layer in self._layers:
                hidden = layer(hidden)
            return hidden[0].mean(dim=0)


def _with_weights(own: BertLayer, layers: LastLayers, number: int) -> BertLayer:
    other = deepcopy(own)
    weights = layers.of(number)
    other.load_state_dict(
        {name: torch.from_numpy(values.astype(np.float32)) for name, values in weights.items()}
    )
    return other.eval()
