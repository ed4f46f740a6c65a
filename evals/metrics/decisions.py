"""Answering and declining: who was answered, who was not, and who should have been."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from assistant.contract import Status
from evals.cases import Item


class Decision(StrEnum):
    """What the assistant did with a question."""

    ANSWERED = "answered"
    PARTLY_ANSWERED = "partly_answered"
    """Answered what the documents say, and said what they do not."""
    ASKED_BACK = "asked_back"
    DECLINED = "declined"

    @property
    def gives_answer(self) -> bool:
        """True when the asker is told something, in whole or in part."""
        return self in (Decision.ANSWERED, Decision.PARTLY_ANSWERED)


_DECISIONS = {
    Status.ANSWERED: Decision.ANSWERED,
    Status.PARTIAL: Decision.PARTLY_ANSWERED,
    Status.CLARIFICATION: Decision.ASKED_BACK,
}


def decision_of(status: Status) -> Decision:
    """An answer, whole or partial; a question back; or neither."""
    return _DECISIONS.get(status, Decision.DECLINED)


def is_false_answer(item: Item, status: Status) -> bool | None:
    """An answer, be it in part, where only declining is right; None where an answer is right."""
    if item.to_be_answered is not False:
        return None
    return decision_of(status).gives_answer


def is_false_refusal(item: Item, status: Status) -> bool | None:
    """Declining where only an answer is right; None where declining is right.

    A question back is neither: it is counted on its own in the confusion matrix.
    """
    if item.to_be_answered is not True:
        return None
    return decision_of(status) is Decision.DECLINED


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """Counts of questions by what was right and what was done."""

    answered_rightly: int = 0
    partly_rightly: int = 0
    """Of the questions to be answered, those answered in part."""
    asked_back_wrongly: int = 0
    refused_falsely: int = 0
    answered_falsely: int = 0
    partly_falsely: int = 0
    asked_back_rightly: int = 0
    refused_rightly: int = 0

    @property
    def false_answers(self) -> float | None:
        """Share of the questions to be declined that were answered, in whole or in part."""
        answered = self.answered_falsely + self.partly_falsely
        to_decline = answered + self.asked_back_rightly + self.refused_rightly
        return answered / to_decline if to_decline else None

    @property
    def false_refusals(self) -> float | None:
        """Share of the questions to be answered that were declined."""
        answered = self.answered_rightly + self.partly_rightly
        to_answer = answered + self.asked_back_wrongly + self.refused_falsely
        return self.refused_falsely / to_answer if to_answer else None


def confusion(decided: Iterable[tuple[Item, Status]]) -> Confusion:
    """The matrix over questions; those where either is right are left out."""
    pairs = [(i.to_be_answered, decision_of(s)) for i, s in decided if i.to_be_answered is not None]
    return Confusion(
        answered_rightly=pairs.count((True, Decision.ANSWERED)),
        partly_rightly=pairs.count((True, Decision.PARTLY_ANSWERED)),
        asked_back_wrongly=pairs.count((True, Decision.ASKED_BACK)),
        refused_falsely=pairs.count((True, Decision.DECLINED)),
        answered_falsely=pairs.count((False, Decision.ANSWERED)),
        partly_falsely=pairs.count((False, Decision.PARTLY_ANSWERED)),
        asked_back_rightly=pairs.count((False, Decision.ASKED_BACK)),
        refused_rightly=pairs.count((False, Decision.DECLINED)),
    )
