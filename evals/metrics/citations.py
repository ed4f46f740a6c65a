"""Citation recall and precision (ALCE, Gao et al. 2023), with `is_supported` in place of NLI."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.contract import Answer, Citation
from evals.metrics.facts import folded_without_space
from evals.metrics.statements import Statement, statements_of
from evals.metrics.support import is_supported

Supports = Callable[[str, Sequence[str]], bool | None]


@dataclass(frozen=True, slots=True)
class CitationScores:
    """Shares from 0 to 1; None where there is nothing to measure."""

    recall: float | None
    precision: float | None


def citation_scores(answer: Answer, *, supports: Supports = is_supported) -> CitationScores:
    """Recall and precision of an answer's citations.

    Recall: share of the statements that their own citations, taken together, bear out; a statement
    without a citation is not borne out. Precision: share of the citations that are not irrelevant;
    one is irrelevant when its statement is not borne out, or when it does not bear the statement
    out alone and the others do without it. Statements about which nothing can be said are left out.
    """
    evidence = evidence_by_number(answer.citations)
    recalled: list[bool] = []
    relevant: list[bool] = []
    for statement in statements_of(answer.text):
        cited = [mark for mark in statement.marks if mark in evidence]
        borne_out = _supported(statement, cited, evidence, supports) if cited else False
        if borne_out is None:
            continue
        recalled.append(borne_out)
        relevant += [
            borne_out and not _is_irrelevant(mark, statement, cited, evidence, supports)
            for mark in cited
        ]
        relevant += [False for mark in statement.marks if mark not in evidence]
    return CitationScores(_share(recalled), _share(relevant))


def statements_unsupported(answer: Answer, *, supports: Supports = is_supported) -> list[str]:
    """Statements that their own citations do not bear out, or that have none."""
    evidence = evidence_by_number(answer.citations)
    return [
        statement.text
        for statement in statements_of(answer.text)
        if _supported(statement, [m for m in statement.marks if m in evidence], evidence, supports)
        is False
    ]


def statements_supported(
    answer: Answer, others: Sequence[str] = (), *, supports: Supports = is_supported
) -> float | None:
    """Share of the statements that the citations, or else the other texts too, bear out.

    Unlike recall it does not ask that the right mark stands behind the statement.
    """
    cited = [text for texts in evidence_by_number(answer.citations).values() for text in texts]
    verdicts = [
        supports(one.text, cited) or supports(one.text, [*cited, *others])
        for one in statements_of(answer.text)
    ]
    return _share([verdict for verdict in verdicts if verdict is not None])


def citations_genuine(answer: Answer, entry_texts: Mapping[str, str]) -> float | None:
    """Share of the quotes that stand in the entry they name; None when no entry is known.

    Args:
        entry_texts: by entry id, all the text of the entry. Citations of other passages
            (documents that users added) are left out.
    """
    genuine = []
    for citation in answer.citations:
        if citation.entry_id not in entry_texts:
            continue
        whole = folded_without_space(entry_texts[citation.entry_id])
        lines = [line for line in citation.quote.splitlines() if line.strip()]
        genuine += [folded_without_space(line) in whole for line in lines] or [False]
    return _share(genuine)


def evidence_by_number(citations: Sequence[Citation]) -> dict[int, list[str]]:
    """What each citation brings: its quote, with its titles for the names in them."""
    return {
        citation.number: [
            f"{citation.quote}\n{citation.entry_title}\n{citation.heading}",
            *([citation.document_quote] if citation.document_quote else []),
        ]
        for citation in citations
        if citation.quote.strip()
    }


def _supported(
    statement: Statement,
    marks: Sequence[int],
    evidence: Mapping[int, list[str]],
    supports: Supports,
) -> bool | None:
    return supports(statement.text, [text for mark in marks for text in evidence[mark]])


def _is_irrelevant(
    mark: int,
    statement: Statement,
    cited: Sequence[int],
    evidence: Mapping[int, list[str]],
    supports: Supports,
) -> bool:
    others = [other for other in cited if other != mark]
    if not others or _supported(statement, [mark], evidence, supports):
        return False
    return bool(_supported(statement, others, evidence, supports))


def _share(verdicts: Sequence[bool]) -> float | None:
    return sum(verdicts) / len(verdicts) if verdicts else None
