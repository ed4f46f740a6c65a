"""What is known about a thing, as labelled lines."""

from collections.abc import Iterable

from ui.language import say
from ui.markdown_text import verbatim
from ui.texts.frame import LABELLED
from ui.wording import Text


def as_list(facts: Iterable[tuple[Text, str]]) -> str:
    """Markdown of the facts that are known."""
    return "\n".join(
        "- " + say(LABELLED, label=say(label), value=verbatim(value))
        for label, value in facts
        if value
    )
