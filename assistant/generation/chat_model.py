"""The configured chat model. The only module that asks LangChain for one."""

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel

from assistant.errors import ModelFailed
from assistant.settings import AssistantSettings


def open_chat_model(settings: AssistantSettings) -> BaseChatModel | None:
    """The model named in the settings, or None when none is.

    Raises:
        ModelFailed: its provider's package is missing or the name is not understood; the message
            says so at start, not at the first question.
    """
    if not settings.model:
        return None
    options: dict[str, object] = {"timeout": settings.model_timeout, "max_retries": 1}
    if settings.model_url:
        options["base_url"] = settings.model_url
    if settings.model_key:
        options["api_key"] = settings.model_key.get_secret_value()
    elif settings.model_url:
        # OpenAI-compatible servers on one's own machine want a key but do not read it.
        options["api_key"] = "unused"
    try:
        model: BaseChatModel = init_chat_model(settings.model, temperature=0, **options)  # type: ignore[call-overload]  # options differ by provider
    except (ImportError, ValueError) as error:
        raise ModelFailed(
            f"SANPUKU_MODEL={settings.model} cannot be used: {error}. "
            "It takes provider:name, for example openai:gpt-4o-mini"
        ) from error
    return model
