"""Linear layers and BERT in 8 bits, and the model around them."""

import pytest
import torch
from torch import nn
from transformers import BertConfig, BertModel

from knowledge.last_layers import SHARED
from knowledge.quick_bert import QuickBert
from knowledge.quick_linear import QuickLinear, is_quick_here
from knowledge.quick_model import for_questions, halved, unchanged

pytestmark = pytest.mark.skipif(not is_quick_here(), reason="this processor lacks the instructions")


@pytest.fixture
def model() -> nn.Sequential:
    torch.manual_seed(7)
    return nn.Sequential(
        nn.Embedding(50, 64), nn.Linear(64, 128), nn.GELU(), nn.Linear(128, 64, bias=False)
    )


def test_results_are_nearly_the_same_and_the_given_model_stays_exact(model: nn.Sequential) -> None:
    asked = torch.tensor([[1, 4, 9]])
    before = model(asked)
    quick = for_questions(model, QuickLinear)
    assert torch.equal(model(asked), before)
    assert isinstance(model[1], nn.Linear)
    likeness = torch.cosine_similarity(quick(asked).flatten(), before.flatten(), dim=0)
    assert 0.999 < likeness < 1.0


def test_embedding_tables_are_shared(model: nn.Sequential) -> None:
    quick = for_questions(model, QuickLinear)
    assert quick.get_submodule("0") is model[0]
    assert isinstance(quick.get_submodule("1"), QuickLinear)


def test_a_row_of_zeros_stays_zero() -> None:
    layer = nn.Linear(4, 2, bias=False)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor([[0.0, 0.0, 0.0, 0.0], [1.0, -1.0, 0.5, 0.0]]))
    found = QuickLinear(layer)(torch.tensor([[1.0, 2.0, 3.0, 4.0]]))
    assert found[0, 0] == 0
    assert found[0, 1] == pytest.approx(0.5, abs=0.05)


@pytest.fixture
def bert() -> BertModel:
    torch.manual_seed(7)
    small = BertConfig(
        vocab_size=50,
        hidden_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=128,
    )
    model = BertModel(small)
    model.train(False)
    return model


@torch.inference_mode()
def test_bert_says_nearly_the_same_for_texts_of_any_length(bert: BertModel) -> None:
    quick = for_questions(bert, QuickLinear)
    assert isinstance(quick, QuickBert)
    texts = {
        "input_ids": torch.tensor([[1, 4, 9, 3, 8], [2, 7, 0, 0, 0]]),
        "attention_mask": torch.tensor([[1, 1, 1, 1, 1], [1, 1, 0, 0, 0]]),
    }
    exact, found = bert(**texts).last_hidden_state, quick(**texts).last_hidden_state
    read = texts["attention_mask"].bool()
    assert torch.cosine_similarity(exact[read], found[read], dim=-1).min() > 0.99


@torch.inference_mode()
def test_a_text_is_read_as_if_it_were_alone(bert: BertModel) -> None:
    quick = for_questions(bert, QuickLinear)
    mask = torch.tensor([[1, 1, 1], [1, 1, 0]])
    together = quick(input_ids=torch.tensor([[5, 9, 3], [2, 7, 0]]), attention_mask=mask)
    alone = quick(input_ids=torch.tensor([[2, 7]])).last_hidden_state
    found = together.last_hidden_state[1]
    assert torch.cosine_similarity(found[:2], alone[0], dim=-1).min() > 0.99
    assert not found[2].any()


@torch.inference_mode()
def test_states_after_the_shared_layers_are_kept_of_each_text() -> None:
    torch.manual_seed(7)
    deep = BertConfig(hidden_size=32, num_attention_heads=2, intermediate_size=64, vocab_size=50)
    exact = BertModel(deep)
    exact.train(False)
    ids, mask = torch.tensor([[5, 9, 3], [2, 7, 0]]), torch.tensor([[1, 1, 1], [1, 1, 0]])
    found = for_questions(exact, unchanged)(input_ids=ids, attention_mask=mask)
    expected = exact(input_ids=ids, attention_mask=mask, output_hidden_states=True)
    read = mask.bool()
    [kept] = found.hidden_states
    assert torch.allclose(kept[read], expected.hidden_states[SHARED][read], atol=1e-5)
    assert torch.allclose(found.last_hidden_state[read], expected[0][read], atol=1e-5)


@torch.inference_mode()
def test_what_fills_up_a_short_text_changes_nothing(bert: BertModel) -> None:
    quick = for_questions(bert, QuickLinear)
    mask = torch.tensor([[1, 1, 0]])
    one = quick(input_ids=torch.tensor([[2, 7, 0]]), attention_mask=mask).last_hidden_state
    other = quick(input_ids=torch.tensor([[2, 7, 5]]), attention_mask=mask).last_hidden_state
    assert torch.equal(one, other)


@torch.inference_mode()
@pytest.mark.parametrize("tokens", [5, 300])
def test_in_bfloat16_bert_says_what_it_says_under_autocast(bert: BertModel, tokens: int) -> None:
    half = halved(nn.Sequential(bert))
    assert half is not None
    ids = torch.arange(2 * tokens).view(2, tokens) % 50
    mask = torch.ones_like(ids)
    mask[1, tokens // 2 :] = 0
    with torch.autocast("cpu", dtype=torch.bfloat16):
        expected = bert(input_ids=ids, attention_mask=mask).last_hidden_state.float()
    found = half.get_submodule("0")(input_ids=ids, attention_mask=mask).last_hidden_state
    read = mask.bool()
    assert torch.cosine_similarity(expected[read], found[read], dim=-1).min() > 0.999


def test_without_bert_there_is_nothing_to_halve(model: nn.Sequential) -> None:
    assert halved(model) is None


def test_a_decoder_is_left_to_transformers() -> None:
    small = BertConfig(hidden_size=64, num_attention_heads=4, num_hidden_layers=1, is_decoder=True)
    quick = for_questions(BertModel(small), QuickLinear)
    assert isinstance(quick, BertModel)
    assert isinstance(quick.get_submodule("encoder.layer.0.intermediate.dense"), QuickLinear)
