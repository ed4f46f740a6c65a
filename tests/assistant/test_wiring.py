"""What is put together belongs together."""

from pathlib import Path

from assistant.generation.answerer import GeneratingAnswerer
from assistant.settings import AssistantSettings
from tests.assistant.small_services import small_services


def test_fields_are_worded_by_the_model_of_answers_with_the_same_checks(home: Path) -> None:
    settings = AssistantSettings(
        home=home, model="openai:small", model_url="http://127.0.0.1:9/v1", model_timeout=3
    )
    services = small_services(home, settings)
    writer, generating = services.worksheets.tools.drafter.writer, services.assistant.generating
    assert writer is not None
    assert isinstance(generating, GeneratingAnswerer)
    assert (writer.engine, writer.timeout) == ("llm:openai:small", 3)
    assert (writer.model, writer.verifier) == (generating.model, generating.verifier)
    assert writer.public_names == services.assistant.public_names == writer.verifier.public_names
    assert "山際" in writer.public_names
    services.engine.dispose()


def test_without_a_model_nothing_words_fields(home: Path) -> None:
    services = small_services(home)
    assert services.worksheets.tools.drafter.writer is None
    services.engine.dispose()
