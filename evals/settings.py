"""Settings of evaluation: where runs go, the optional judge model."""

import os
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class EvaluationSettings(BaseSettings):
    """Environment variables `SANPUKU_…`, or a `.env` file in the working folder."""

    model_config = SettingsConfigDict(
        env_prefix="SANPUKU_", env_file=".env", extra="ignore", frozen=True
    )

    home: Path = Field(default_factory=lambda: user_data_path("sanpuku", appauthor=False))
    embedding_model: str | None = None
    """The assistant's own setting, written down with each run."""
    judge_model: str | None = None
    """`provider:name` for LangChain's init_chat_model; unset leaves out model-graded metrics."""
    judge_url: str | None = None
    """Base address of an OpenAI-compatible server for the judge."""
    judge_key: SecretStr | None = None
    judge_timeout: float = Field(default=60.0, gt=0)
    """Seconds for one verdict."""

    @property
    def runs(self) -> Path:
        """Folder of all runs."""
        return self.home / "evals"

    @property
    def grades(self) -> Path:
        """Database of grading tasks and grades."""
        return self.runs / "grading.sqlite"

    @property
    def collected(self) -> Path:
        """Folder of the test cases that graders made."""
        return self.runs / "datasets"


def child_environment(overrides: Mapping[str, str]) -> dict[str, str]:
    """The environment of a service that is started for a run."""
    return {**os.environ, **overrides}
