"""A model whose encoder is compiled for this processor; all else of it is shared with the given one."""

import copy
from dataclasses import dataclass
from typing import TypeGuard, cast

import torch
from torch import Tensor, nn
from transformers.modeling_outputs import BaseModelOutput
from transformers.models.bert.modeling_bert import BertLayer, BertModel
from transformers.models.roberta.modeling_roberta import RobertaModel
from transformers.models.xlm_roberta.modeling_xlm_roberta import XLMRobertaModel

from knowledge.compiled_layers import ACTIVATIONS, CompiledLayers
from knowledge.last_layers import SHARED

_ENCODERS = (BertModel, RobertaModel, XLMRobertaModel)
"""Of the same layers; BERT stands for all of them."""


@dataclass(frozen=True, slots=True)
class Compiling:
    """How layers are compiled."""

    exact: bool
    """All in float32; else quick (knowledge.compiled_layers)."""
    threads: int
    at_once: int = 1
    """Among how many calls these are divided: the fewer for each, the more is done in all."""


class CompiledEncoder(nn.Module):
    """In place of an encoder."""

    def __init__(self, encoder: BertModel, how: Compiling) -> None:
        super().__init__()
        self.config = copy.copy(encoder.config)
        self.config.output_hidden_states = True
        self.embeddings = encoder.embeddings
        layers = layers_of(encoder)
        self._layers = CompiledLayers(
            layers,
            activation=encoder.config.hidden_act,
            exact=how.exact,
            threads=how.threads,
            at_once=how.at_once,
            keeps=min(SHARED, len(layers)),
        )

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor | None = None, **_: object
    ) -> BaseModelOutput:
        """Last hidden states, texts × tokens × width, and as the only other ones those after the
        shared layers; of what only fills up a text they have no meaning."""
        read = torch.ones_like(input_ids) if attention_mask is None else attention_mask
        kept, last = self._layers(self.embeddings(input_ids=input_ids), read)
        return BaseModelOutput(last_hidden_state=last, hidden_states=(kept,))


def compiled(module: nn.Module, how: Compiling) -> nn.Module:
    """The module with its encoder compiled; the module itself where it holds none."""
    if is_encoder(module):
        with torch.inference_mode():
            return CompiledEncoder(module, how)
    if not any(map(is_encoder, module.modules())):
        return module
    quick = copy.copy(module)
    # Named children stand in this table alone, which a copy shares.
    quick.__dict__["_modules"] = {
        name: compiled(part, how) for name, part in module.named_children()
    }
    return quick


def is_encoder(model: nn.Module) -> TypeGuard[BertModel]:
    """True for BERT, and for RoBERTa in any language, whose tokens attend to their own text alone."""
    return (
        isinstance(model, _ENCODERS)
        and type(model) in _ENCODERS  # no kind of them that computes otherwise
        and not model.config.is_decoder
        and model.config.hidden_act in ACTIVATIONS
    )


def layers_of(encoder: BertModel) -> list[BertLayer]:
    """In their order."""
    return cast("list[BertLayer]", list(encoder.encoder.layer))
