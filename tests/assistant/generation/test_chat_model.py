"""The configured model, or a clear word why there is none."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from assistant.errors import ModelFailed
from assistant.generation.chat_model import open_chat_model
from assistant.settings import AssistantSettings


def test_without_a_name_there_is_no_model(home: Path) -> None:
    assert open_chat_model(AssistantSettings(home=home)) is None


def test_a_local_server_needs_no_key(home: Path) -> None:
    settings = AssistantSettings(
        home=home, model="openai:small", model_url="http://127.0.0.1:9/v1", model_timeout=3
    )
    model = open_chat_model(settings)
    assert model is not None
    assert getattr(model, "model_name") == "small"  # noqa: B009  # the provider's own attribute
    assert getattr(model, "openai_api_base") == "http://127.0.0.1:9/v1"  # noqa: B009


def test_a_key_is_handed_on_and_never_shown(home: Path) -> None:
    settings = AssistantSettings(
        home=home,
        model="openai:small",
        model_url="http://127.0.0.1:9/v1",
        model_key=SecretStr("secret-key"),
    )
    assert "secret-key" not in repr(settings)
    assert "secret-key" not in repr(open_chat_model(settings))


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("nobody:small", id="an unknown provider"),
        pytest.param("small", id="no provider"),
        pytest.param("anthropic:claude", id="a provider that is not installed"),
    ],
)
def test_a_name_that_cannot_be_used_is_told_at_the_start(name: str, home: Path) -> None:
    if name.startswith("anthropic"):
        from importlib.util import find_spec

        if find_spec("langchain_anthropic"):
            pytest.skip("langchain-anthropic is installed here")
    with pytest.raises(ModelFailed, match=f"SANPUKU_MODEL={name}"):
        open_chat_model(AssistantSettings(home=home, model=name))
