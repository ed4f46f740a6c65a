"""The page speaks the visitor's language."""

from collections.abc import Mapping
from typing import TypeVar

from assistant.errors import AssistantError
from ui import state
from ui.wording import Text

Key = TypeVar("Key")


def say(text: Text, **values: object) -> str:
    """The wording in the visitor's language, its `{name}`s filled in."""
    wording = text.in_language(state.language())
    return wording.format(**values) if values else wording


def names_of(texts: Mapping[Key, Text]) -> dict[Key, str]:
    """What each of these is called in the visitor's language."""
    return {key: say(text) for key, text in texts.items()}


def explain(error: AssistantError) -> str:
    """What went wrong and what to do, in the visitor's language."""
    return error.message(state.language())
