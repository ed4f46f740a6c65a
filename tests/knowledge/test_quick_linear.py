"""Linear layers in 8 bits, and the model around them."""

import pytest
import torch
from torch import nn

from knowledge.quick_linear import QuickLinear, is_quick_here, quickened

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
    quick = quickened(model)
    assert torch.equal(model(asked), before)
    assert isinstance(model[1], nn.Linear)
    likeness = torch.cosine_similarity(quick(asked).flatten(), before.flatten(), dim=0)
    assert 0.999 < likeness < 1.0


def test_embedding_tables_are_shared(model: nn.Sequential) -> None:
    quick = quickened(model)
    assert quick.get_submodule("0") is model[0]
    assert isinstance(quick.get_submodule("1"), QuickLinear)


def test_a_row_of_zeros_stays_zero() -> None:
    layer = nn.Linear(4, 2, bias=False)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor([[0.0, 0.0, 0.0, 0.0], [1.0, -1.0, 0.5, 0.0]]))
    found = QuickLinear(layer)(torch.tensor([[1.0, 2.0, 3.0, 4.0]]))
    assert found[0, 0] == 0
    assert found[0, 1] == pytest.approx(0.5, abs=0.05)
