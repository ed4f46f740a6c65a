"""The page speaks the visitor's language."""

from assistant.errors import AssistantError
from ui import state
from ui.wording import Text


def say(text: Text, **values: object) -> str:
    """The wording in the visitor's language, its `{name}`s filled in."""
    wording = text.in_language(state.language())
    return wording.format(**values) if values else wording


def explain(error: AssistantError) -> str:
    """What went wrong and what to do, in the visitor's language."""
    return error.message(state.language())
