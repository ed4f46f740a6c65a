"""How something is said: named groups of regular expressions, in both languages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_END_OF_SENTENCE = re.compile(
    r"(?<=[。!?！？])(?![)」』”\"])|(?<=[a-z0-9)\"']\.)\s+(?=[A-Z\"'(])|\n+"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """Wordings of one matter; any of them is enough."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, **groups: Sequence[str]) -> "Wording":
        """Groups of regular expressions, each under the name of what it stands for."""
        named = (f"(?P<{name}>{'|'.join(ways)})" for name, ways in groups.items())
        return cls(re.compile("|".join(named), re.IGNORECASE))

    def found_in(self, text: str) -> str:
        """Name of the group whose wording comes first in the text; empty when none does."""
        match = self.pattern.search(text)
        return (match.lastgroup or "") if match else ""


def sentences(text: str) -> list[str]:
    """A question's sentences, in order: what one of them is about does not excuse another."""
    return [piece for part in _END_OF_SENTENCE.split(text) if (piece := part.strip())]
