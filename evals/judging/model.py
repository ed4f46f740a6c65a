"""Open the configured judge model."""

from typing import Any

from langchain.chat_models import init_chat_model

from evals.errors import JudgeFailed
from evals.judging.judge import Judge
from evals.settings import EvaluationSettings


def open_judge(settings: EvaluationSettings) -> Judge | None:
    """The judge of these settings; None when none is configured.

    Raises:
        JudgeFailed: the model's name or its provider's package is unknown.
    """
    if not settings.judge_model:
        return None
    options: dict[str, Any] = {"temperature": 0, "timeout": settings.judge_timeout}
    if settings.judge_url:
        options["base_url"] = settings.judge_url
    if settings.judge_key:
        options["api_key"] = settings.judge_key.get_secret_value()
    try:
        model = init_chat_model(settings.judge_model, **options)
    except (ImportError, ValueError) as error:
        raise JudgeFailed(f"The judge {settings.judge_model} cannot be used: {error}") from error
    return Judge(model, timeout=settings.judge_timeout)
