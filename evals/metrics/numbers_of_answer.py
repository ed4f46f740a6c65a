"""Share of an answer's numbers that the citations of their statement bear out."""

from assistant.contract import Answer
from evals.metrics.citations import evidence_by_number
from evals.metrics.number_support import numbers_unsupported
from evals.metrics.numbers import numbers_in
from evals.metrics.statements import statements_of


def numbers_supported(answer: Answer) -> float | None:
    """Share from 0 to 1; None when the answer states no number.

    A number in a statement without a citation is not borne out.
    """
    evidence = evidence_by_number(answer.citations)
    stated = wrong = 0
    for statement in statements_of(answer.text):
        cited = [text for mark in statement.marks for text in evidence.get(mark, [])]
        stated += len(numbers_in(statement.text))
        wrong += len(numbers_unsupported(statement.text, cited))
    return (stated - wrong) / stated if stated else None
