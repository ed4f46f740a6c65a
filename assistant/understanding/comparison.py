"""The things that a question wants compared, or asks about each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.documents import Language
from knowledge.glossary import Glossary, Term

_LONGEST_NAME = 16
_MOST_WORDS = 6
_OF_EACH = re.compile(
    r"それぞれ|各々|おのおの|両方|\b(?:each|both|respectively|who did what)\b", re.I
)
_MOST_THINGS = 4
_CLAUSE = re.compile(r"(?:how|what|why|when|where|who)\b", re.I)
_THING = r"[^、。,，？?]{2,30}?"
_PATTERNS: dict[Language, tuple[re.Pattern[str], ...]] = {
    "ja": (
        re.compile(
            rf"(?P<one>{_THING})(?:と|か、?|とか)(?P<other>{_THING})(?:と)?(?:では|とでは|で|は|って|を|の(?:違い|差|比較)|、)"
        ),
    ),
    "en": (
        re.compile(
            r"\b(?:between|compare|comparing)\b (?P<one>[^,?]{2,60}?) (?:and|with|to|versus|vs\.?) (?P<other>[^,?:.]{2,60}?)(?=[,?:.]| in | when | do | does | for |$)",
            re.I,
        ),
        re.compile(
            r"\bhow (?:do|does|did|different are|is|are) (?P<one>[^,?]{2,60}?) (?:and|differ from|compare (?:with|to)|different from) (?P<other>[^,?:.]{2,60}?)(?=[,?:.]| differ| compare| in | each|$)",
            re.I,
        ),
        re.compile(
            r"(?P<one>[\w' -]{2,50}?) (?:versus|vs\.?) (?P<other>[\w' -]{2,50}?)(?=[,?:.]| in |$)",
            re.I,
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the things to be compared."""

    name: str
    """As the question names it."""
    search_text: str
    """The question about this one alone."""


def compared(question: str, language: Language) -> tuple[Compared, Compared] | None:
    """The two things that a question compares; None where it names no two."""
    for pattern in _PATTERNS[language]:
        found = pattern.search(question)
        if found and all(_is_a_name(found[which], language) for which in ("one", "other")):
            return _alone(question, found, "one"), _alone(question, found, "other")
    return None


def asked_of_each(question: str, language: Language, glossary: Glossary) -> tuple[Compared, ...]:
    """The organisations, places or services about each of which a question asks the same.

    Empty where it does not ask about each, or names fewer than two of one kind.
    """
    if not _OF_EACH.search(question):
        return ()
    named = [term for term in glossary.find(question) if term.is_name]
    for kind in dict.fromkeys(term.kind for term in named):
        things = [term for term in named if term.kind == kind]
        if 2 <= len(things) <= _MOST_THINGS:
            return tuple(_of_one(question, thing, things, language) for thing in things)
    return ()


def _of_one(question: str, thing: Term, things: Sequence[Term], language: Language) -> Compared:
    """The question without the names of the others."""
    others = [form for other in things if other is not thing for form in other.written_forms()]
    pattern = "|".join(re.escape(form) for form in sorted(others, key=len, reverse=True))
    alone = re.sub(pattern, " ", question, flags=re.IGNORECASE)
    return Compared(name=thing.label(language), search_text=f"{thing.label(language)} {alone}")


def _is_a_name(text: str, language: Language) -> bool:
    """True for something short enough to head a row, and no clause."""
    if language == "ja":
        return len(text) <= _LONGEST_NAME
    return len(text.split()) <= _MOST_WORDS and not _CLAUSE.match(text)


def _alone(question: str, found: re.Match[str], which: str) -> Compared:
    rest = question[found.end("other") :]
    return Compared(
        name=found[which].strip().replace("「", "").replace("」", ""),
        search_text=f"{question[: found.start('one')]}{found[which]}{rest}",
    )
