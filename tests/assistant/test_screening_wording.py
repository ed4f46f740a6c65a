"""Wordings are looked for quickly, and found where their expressions say."""

import re

from hypothesis import given
from hypothesis import strategies as st

from assistant.screening.wording import Wording

_WAYS = (
    r"\bon(?:e|ly)\b|two\b|\bto (?:a|[bc])",
    r"[|)]x|\b[(]one|[^]|]\|",
    r"\(|\|c|\bc",
    r"市(?:町|村)|\btown",
    r"(?<!no )\bone|^one",
    r"\bone to",
)


@given(
    ways=st.lists(st.sampled_from(_WAYS), min_size=1, max_size=4),
    text=st.lists(
        st.sampled_from(
            ["one", "only", "two", "to ", "a", "c", " ", "|", ")", "(", "x", "市町", "no "]
        )
    ).map("".join),
)
def test_the_same_is_found_as_by_the_expressions_as_they_stand(ways: list[str], text: str) -> None:
    plain = re.compile("|".join(ways), re.IGNORECASE)
    found = Wording.of(them=ways).pattern.finditer(text)
    assert [match.span() for match in found] == [match.span() for match in plain.finditer(text)]
