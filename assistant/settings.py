"""Settings of the assistant: addresses, storage, the optional language model."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class AssistantSettings(BaseSettings):
    """Environment variables `SANPUKU_…`, or a `.env` file in the working folder."""

    model_config = SettingsConfigDict(
        env_prefix="SANPUKU_", env_file=".env", extra="ignore", frozen=True
    )

    home: Path = Field(default_factory=lambda: user_data_path("sanpuku", appauthor=False))
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    ui_host: str = "127.0.0.1"
    ui_port: int = Field(default=8501, ge=1, le=65535)
    api_url: str | None = None
    """Where the page and the client find the service; unset is host and port."""
    database_url: str | None = None
    """SQLAlchemy URL for conversations and worksheets; unset is SQLite under `home`."""

    model: str | None = None
    """`provider:name` for LangChain's init_chat_model, for example openai:gpt-4o-mini; unset is none."""
    model_url: str | None = None
    """Base address of an OpenAI-compatible server (vLLM, llama.cpp, Ollama)."""
    model_key: SecretStr | None = None
    model_timeout: float = Field(default=60.0, gt=0)
    """Seconds for the whole of a model's answer; then the grounded answer is given."""

    evaluator_key: SecretStr | None = Field(default=None, min_length=12)
    """Who knows it may list users' rated questions, and opens the pages of evaluation; unset means
    that nobody may list them."""

    passages_per_answer: int = Field(default=8, ge=1, le=30)
    largest_upload_mb: int = Field(default=100, ge=1)

    @field_validator("evaluator_key", mode="before")
    @classmethod
    def _fit_for_a_header(cls, key: object) -> object:
        if isinstance(key, str) and not (key.isascii() and key.isprintable()):
            raise ValueError("the evaluators' key consists of ASCII letters, digits and signs")
        return key or None

    @property
    def service_url(self) -> str:
        return self.api_url or f"http://{self.host}:{self.port}"

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.home / 'sanpuku.sqlite'}"
