"""Names that the service gives in both languages."""

from typing import Protocol

from assistant.contract import LanguageCode
from ui import state


class Bilingual(Protocol):
    """A text in both languages."""

    def in_language(self, language: LanguageCode) -> str: ...


def spoken(text: Bilingual) -> str:
    """The text in the visitor's language."""
    return text.in_language(state.language())
