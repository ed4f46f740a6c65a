"""No answer states a number that its citations do not: every statement of many answers, checked."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from assistant.contract import Answer, AskRequest
from evals.backend import Backend
from evals.cases import ANSWERS
from evals.errors import BackendFailed
from evals.metrics.citations import evidence_by_number
from evals.metrics.number_support import numbers_unsupported
from evals.metrics.statements import statements_of


@dataclass(frozen=True, slots=True)
class Audited:
    """One question with what its answer states and its citations do not."""

    question: str
    statements: int
    """How many the answer has."""
    wrong: tuple[str, ...] = ()
    """Statements with a number that their own citations lack."""
    failure: str = ""
    """Why there was no answer; empty when there was."""


def audit_numbers(
    backend: Backend, requests: Sequence[AskRequest], *, workers: int = 2
) -> Iterator[Audited]:
    """Ask each question and check the numbers of its answer, a few at a time; in their order."""
    with ThreadPoolExecutor(workers) as pool:
        yield from pool.map(partial(_audited, backend), requests)


def _audited(backend: Backend, request: AskRequest) -> Audited:
    try:
        answer = backend.ask(request)
    except BackendFailed as error:
        return Audited(request.question, 0, failure=str(error))
    wrong = tuple(statements_with_wrong_numbers(answer))
    return Audited(request.question, len(statements_of(answer.text)), wrong)


def statements_with_wrong_numbers(answer: Answer) -> Iterator[str]:
    """Statements with a number that the quotes which they cite do not bear out.

    Where an answer declines, asks back or points to help, only what it cites is looked at: the
    rest names what is missing or whom to call, and states nothing of the documents.
    """
    evidence = evidence_by_number(answer.citations)
    for statement in statements_of(answer.text):
        if not statement.marks and answer.status not in ANSWERS:
            continue
        cited = [text for mark in statement.marks for text in evidence.get(mark, [])]
        if numbers_unsupported(statement.text, cited):
            yield statement.text
