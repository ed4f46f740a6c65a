"""How far the making of an index is."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Hears (step, done, total)."""
