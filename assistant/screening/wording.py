"""How something is said: named groups of regular expressions, in both languages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

_END_OF_SENTENCE = re.compile(
    r"(?<=[。!?！？])(?![)」』”\"])|(?<=[a-z0-9)\"']\.)\s+(?=[A-Z\"'(])|\n+"
)
_WORD = r"\b"
_PARTS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|.", re.DOTALL)
"""Of a regular expression: what is escaped, a set of characters, or any other single one."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Wordings of one matter; any of them is enough."""

    pattern: re.Pattern[str]

    @classmethod
    def of(cls, **groups: Sequence[str]) -> "Wording":
        """Groups of regular expressions, each under the name of what it stands for."""
        named = (f"(?P<{name}>{_either(ways)})" for name, ways in groups.items())
        return cls(re.compile("|".join(named), re.IGNORECASE))

    def found_in(self, text: str) -> str:
        """Name of the group whose wording comes first in the text; empty when none does."""
        match = self.pattern.search(text)
        return (match.lastgroup or "") if match else ""


def _either(ways: Sequence[str]) -> str:
    """Any of these, in their order; those that begin with a word behind one look for where words
    begin, so that most places in a text are passed by at once."""
    runs = groupby(_branches("|".join(ways)), key=lambda branch: branch.startswith(_WORD))
    return "|".join(
        rf"{_WORD}(?:{'|'.join(branch.removeprefix(_WORD) for branch in run)})"
        if begins_a_word
        else "|".join(run)
        for begins_a_word, run in runs
    )


def _branches(expression: str) -> list[str]:
    """What stands between the bars that are in no brackets."""
    branches, depth = [""], 0
    for part in _PARTS.findall(expression):
        depth += (part == "(") - (part == ")")
        if part == "|" and not depth:
            branches.append("")
        else:
            branches[-1] += part
    return branches


def sentences(text: str) -> list[str]:
    """A question's sentences, in order: what one of them is about does not excuse another."""
    return [piece for part in _END_OF_SENTENCE.split(text) if (piece := part.strip())]
