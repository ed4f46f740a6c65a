"""Prompts are text files with a name, loaded once."""

from functools import cache
from importlib.resources import files


@cache
def load_prompt(name: str) -> str:
    """The text of the prompt `<name>.md`."""
    return files(__name__).joinpath(f"{name}.md").read_text(encoding="utf-8").strip()
