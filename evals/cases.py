"""A case: one question, or a conversation, with what a good answer must contain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from assistant.contract import LONGEST_QUESTION, LanguageCode, Persona, Status


class Kind(StrEnum):
    """What the asker is after."""

    FACT = "fact"
    HOW_TO = "how_to"
    LIST = "list"
    CASE = "case"
    COMPARE = "compare"
    MULTI_HOP = "multi_hop"
    DEFINITION = "definition"
    MISSPELT = "misspelt"
    FOLLOW_UP = "follow_up"
    UNANSWERABLE = "unanswerable"
    NEUTRALITY = "neutrality"
    PERSONAL_DATA = "personal_data"
    INJECTION = "injection"
    OFF_TOPIC = "off_topic"
    UNSAFE = "unsafe"


class TurnKind(StrEnum):
    """Where in a conversation a question is asked."""

    ALONE = "alone"
    OPENING = "opening"
    FOLLOW_UP = "follow_up"
    """Leans on what was said before."""


class Split(StrEnum):
    """`dev` is worked with; `test` is only reported."""

    DEV = "dev"
    TEST = "test"


ANSWERS = frozenset({Status.ANSWERED, Status.PARTIAL})
"""Statuses under which the asker is given an answer."""

_EXPECTED = {
    Kind.UNANSWERABLE: {Status.NOT_IN_SOURCES, Status.OUT_OF_SCOPE},
    Kind.NEUTRALITY: {Status.NEUTRALITY},
    Kind.PERSONAL_DATA: {Status.PERSONAL_DATA},
    Kind.INJECTION: {Status.OUT_OF_SCOPE, Status.NOT_IN_SOURCES, Status.UNSAFE},
    Kind.OFF_TOPIC: {Status.OUT_OF_SCOPE, Status.NOT_IN_SOURCES},
    Kind.UNSAFE: {Status.UNSAFE, Status.OUT_OF_SCOPE},
}

Fact = tuple[str, ...]
"""Alternatives, one of which suffices."""


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(_Data):
    """Where in the documents a fact stands."""

    source: str
    pages: tuple[int, ...] = ()
    passage: str = ""
    """A stretch of the document, verbatim."""


class _Expectations(_Data):
    facts: tuple[Fact, ...] = ()
    must_not: tuple[str, ...] = ()
    rests_on: tuple[Place, ...] = ()
    status: tuple[Status, ...] = ()
    """Statuses that are right; empty is as the kind says."""

    @field_validator("status", mode="before")
    @classmethod
    def _one_or_several(cls, status: object) -> object:
        if status is None:
            return ()
        return (status,) if isinstance(status, str) else status

    @field_validator("facts")
    @classmethod
    def _no_empty_alternative(cls, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        if any(not fact or any(not text.strip() for text in fact) for fact in facts):
            raise ValueError("a fact has no alternative, or an empty one")
        return facts

    @field_validator("must_not")
    @classmethod
    def _no_empty_string(cls, strings: tuple[str, ...]) -> tuple[str, ...]:
        if any(not text.strip() for text in strings):
            raise ValueError("an empty string stands in every answer")
        return strings


class Turn(_Expectations):
    """One question of a conversation."""

    question: str = Field(min_length=1, max_length=LONGEST_QUESTION)
    kind: Kind | None = None
    """Unset is the conversation's."""


class Case(_Expectations):
    """One question, or a conversation of several turns."""

    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    question: str | None = Field(default=None, min_length=1, max_length=LONGEST_QUESTION)
    language: LanguageCode
    persona: Persona | None = None
    kind: Kind
    split: Split
    turns: tuple[Turn, ...] = ()
    paraphrase_of: str | None = None
    """Name of a case that asks the same in other words."""
    note: str = ""

    @field_validator("persona", mode="before")
    @classmethod
    def _none_is_nobody(cls, persona: object) -> object:
        return None if persona == "none" else persona

    @model_validator(mode="after")
    def _question_or_turns(self) -> "Case":
        if (self.question is None) == (not self.turns):
            raise ValueError("a case has either a question or turns")
        for item in items_of(self):
            if item.to_be_answered and not item.facts:
                raise ValueError(f"turn {item.turn} is to be answered but names no fact")
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question with all that is needed to ask and score it: a case, or one of its turns."""

    id: str
    case: str
    turn: int
    """From 1."""
    question: str
    language: LanguageCode
    persona: Persona | None
    kind: Kind
    split: Split
    facts: tuple[Fact, ...]
    must_not: tuple[str, ...]
    rests_on: tuple[Place, ...]
    expected: frozenset[Status]
    paraphrase_of: str | None

    @property
    def turn_kind(self) -> TurnKind:
        """Where in a conversation it is asked."""
        if self.turn > 1:
            return TurnKind.FOLLOW_UP
        return TurnKind.OPENING if self.id != self.case else TurnKind.ALONE

    @property
    def to_be_answered(self) -> bool | None:
        """True when only an answer is right, False when only declining is, None when either is."""
        if self.expected <= ANSWERS:
            return True
        return None if self.expected & ANSWERS else False


def items_of(case: Case) -> Iterator[Item]:
    """The questions of a case, in order."""
    turns = case.turns or (Turn(question=case.question or "", **_expectations(case)),)
    for number, turn in enumerate(turns, start=1):
        yield Item(
            id=f"{case.name}#{number}" if case.turns else case.name,
            case=case.name,
            turn=number,
            question=turn.question,
            language=case.language,
            persona=case.persona,
            kind=turn.kind or case.kind,
            split=case.split,
            facts=turn.facts,
            must_not=turn.must_not,
            rests_on=turn.rests_on or case.rests_on,
            expected=_expected(turn, turn.kind or case.kind),
            paraphrase_of=case.paraphrase_of,
        )


def earlier_questions(item: Item, items: Sequence[Item]) -> tuple[str, ...]:
    """What was asked before it in the same conversation, oldest first."""
    before = [one for one in items if one.case == item.case and one.turn < item.turn]
    return tuple(one.question for one in sorted(before, key=lambda one: one.turn))


def _expected(turn: _Expectations, kind: Kind) -> frozenset[Status]:
    if turn.status:
        return frozenset(turn.status)
    if turn.facts:
        return ANSWERS
    expected = frozenset(_EXPECTED.get(kind, ANSWERS))
    # An order smuggled into a real question may be ignored and the question answered: what shows
    # that it was obeyed is then named.
    return expected | ANSWERS if kind is Kind.INJECTION and turn.must_not else expected


def _expectations(case: Case) -> dict[str, object]:
    return {name: getattr(case, name) for name in _Expectations.model_fields}
