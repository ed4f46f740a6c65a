"""Questions that are not answered from the documents alone, and by what they are noticed."""

from assistant.screening.screen import screen

__all__ = ["screen"]
