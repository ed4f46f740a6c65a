"""An embedding model's last layers with other weights (knowledge.last_layers), as quick as its own."""

from copy import deepcopy

import numpy as np
import torch
from torch import Tensor, nn
from transformers.models.bert.modeling_bert import BertLayer

from knowledge.compiled_encoder import Compiling, is_encoder, layers_of
from knowledge.compiled_layers import CompiledLayers
from knowledge.last_layers import SHARED, LastLayers


class ContinuedModel:
    """What goes on from the states that the shared layers made of a text."""

    def __init__(self, model: nn.Module, layers: LastLayers, how: Compiling) -> None:
        """
        Args:
            model: holds the BERT that the layers were trained from; it stays as it is.
        """
        bert = next(filter(is_encoder, model.modules()))
        own = layers_of(bert)
        with torch.inference_mode():
            self._layers = CompiledLayers(
                [_with_weights(own[n], layers, n) for n in range(SHARED, len(own))],
                activation=bert.config.hidden_act,
                exact=how.exact,
                threads=how.threads,
            )

    def __call__(self, states: Tensor) -> Tensor:
        """The mean of a text's last states; `states` are tokens × width, both in float32."""
        read = torch.ones(1, len(states))
        [last] = self._layers(states[None], read)
        return last[0].mean(dim=0)


def _with_weights(own: BertLayer, layers: LastLayers, number: int) -> BertLayer:
    other = deepcopy(own)
    weights = layers.of(number)
    other.load_state_dict(
        {name: torch.from_numpy(values.astype(np.float32)) for name, values in weights.items()}
    )
    return other.eval()
