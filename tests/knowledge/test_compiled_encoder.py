"""Encoders compiled for the processor, and the model around them."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import torch
from torch import Tensor, nn
from transformers import BertModel
from transformers.models.roberta.modeling_roberta import RobertaModel
from transformers.models.xlm_roberta.modeling_xlm_roberta import XLMRobertaModel

from knowledge.compiled_encoder import CompiledEncoder, Compiling, compiled
from knowledge.last_layers import SHARED

EXACT, QUICK = Compiling(exact=True, threads=2), Compiling(exact=False, threads=2)
KINDS: dict[str, Any] = {
    "bert": BertModel,
    "roberta": RobertaModel,
    "xlm-roberta": XLMRobertaModel,
}
SIZES = {
    "vocab_size": 50,
    "hidden_size": 128,
    "num_attention_heads": 4,
    "intermediate_size": 256,
    "num_hidden_layers": SHARED + 1,
}
TEXTS = {
    "input_ids": torch.tensor([[5, 4, 9, 3, 8], [2, 7, 1, 1, 1]]),  # 1 fills up, as in RoBERTa
    "attention_mask": torch.tensor([[1, 1, 1, 1, 1], [1, 1, 0, 0, 0]]),
}
READ = TEXTS["attention_mask"].bool()


def made(kind: str, **more: Any) -> nn.Module:
    torch.manual_seed(7)
    encoder, sizes = KINDS[kind], {**SIZES, **more}
    whole: nn.Module = encoder(encoder.config_class(**sizes))
    return whole.train(False)


def likeness(one: Tensor, other: Tensor) -> float:
    return float(torch.cosine_similarity(one, other, dim=-1).min())


@torch.inference_mode()
@pytest.mark.parametrize("kind", KINDS)
def test_exactly_compiled_an_encoder_says_the_same(kind: str) -> None:
    encoder = made(kind)
    found, expected = compiled(encoder, EXACT)(**TEXTS), encoder(**TEXTS)
    assert torch.allclose(found.last_hidden_state[READ], expected[0][READ], atol=1e-4)


@torch.inference_mode()
@pytest.mark.parametrize("activation", ["gelu", "gelu_new", "gelu_pytorch_tanh", "relu"])
def test_any_usual_activation_is_compiled(activation: str) -> None:
    encoder = made("bert", hidden_act=activation)
    found, expected = compiled(encoder, EXACT)(**TEXTS), encoder(**TEXTS)
    assert torch.allclose(found.last_hidden_state[READ], expected[0][READ], atol=1e-4)


@torch.inference_mode()
def test_quickly_compiled_it_says_nearly_the_same() -> None:
    encoder = made("bert")
    found, expected = compiled(encoder, QUICK)(**TEXTS), encoder(**TEXTS)
    assert 0.999 < likeness(found.last_hidden_state[READ], expected[0][READ]) < 1.0


@torch.inference_mode()
@pytest.mark.parametrize("how", [EXACT, QUICK], ids=["exact", "quick"])
def test_a_text_is_read_as_if_it_were_alone(how: Compiling) -> None:
    encoder = compiled(made("bert"), how)
    alone = encoder(input_ids=torch.tensor([[2, 7]])).last_hidden_state
    together = encoder(**TEXTS).last_hidden_state
    assert likeness(together[1, :2], alone[0]) > 0.9999


@torch.inference_mode()
def test_what_fills_up_a_short_text_changes_nothing() -> None:
    encoder, mask = compiled(made("bert"), QUICK), torch.tensor([[1, 1, 0]])
    one, other = (
        encoder(input_ids=torch.tensor([[2, 7, filling]]), attention_mask=mask)
        for filling in (0, 5)
    )
    assert torch.equal(one.last_hidden_state[0, :2], other.last_hidden_state[0, :2])


@torch.inference_mode()
def test_states_after_the_shared_layers_are_kept() -> None:
    encoder = made("bert")
    [kept] = compiled(encoder, EXACT)(**TEXTS).hidden_states
    expected = encoder(**TEXTS, output_hidden_states=True).hidden_states[SHARED]
    assert torch.allclose(kept[READ], expected[READ], atol=1e-4)


@torch.inference_mode()
def test_a_shallow_encoder_keeps_its_last_states() -> None:
    found = compiled(made("bert", num_hidden_layers=1), EXACT)(**TEXTS)
    assert torch.allclose(found.hidden_states[0], found.last_hidden_state, atol=1e-5)


@torch.inference_mode()
def test_several_threads_do_not_disturb_each_other() -> None:
    encoder = compiled(made("bert"), QUICK)
    texts = [torch.tensor([[2 + n, 7, 9][: 1 + n % 3]]) for n in range(24)]

    @torch.inference_mode()
    def states(ids: Tensor) -> Tensor:
        found: Tensor = encoder(input_ids=ids).last_hidden_state
        return found

    expected = [states(ids) for ids in texts]
    with ThreadPoolExecutor(6) as threads:
        for one, other in zip(threads.map(states, texts), expected, strict=True):
            assert torch.equal(one, other)


def test_the_given_model_stays_and_its_tables_are_shared() -> None:
    encoder = made("bert")
    whole = nn.Sequential(encoder, nn.Linear(4, 4))
    quick = compiled(whole, QUICK)
    assert whole[0] is encoder
    assert isinstance(quick.get_submodule("0"), CompiledEncoder)
    assert quick.get_submodule("0.embeddings") is encoder.embeddings
    assert quick.get_submodule("1") is whole[1]


@pytest.mark.parametrize(
    "left",
    [
        pytest.param(lambda: nn.Sequential(nn.Linear(4, 4)), id="no encoder"),
        pytest.param(lambda: made("bert", is_decoder=True), id="a decoder"),
        pytest.param(lambda: made("bert", hidden_act="silu"), id="an unusual activation"),
    ],
)
def test_other_models_are_left_to_their_library(left: Callable[[], nn.Module]) -> None:
    model = left()
    assert compiled(model, QUICK) is model


def test_nobody_is_told_that_it_was_imported() -> None:
    program = (
        "import sys, knowledge.compiled_layers; sys.exit(sys.modules['openvino_telemetry'] is not"
        " None or any(name.startswith('openvino_telemetry.') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
