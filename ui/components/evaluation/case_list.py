"""Questions of a run as a list; each opens to all that is known about it."""

from collections.abc import Sequence

import streamlit as st

from evals.desk import CaseResult, Outcome
from ui.components.evaluation.case_card import show_case
from ui.components.paging import show_pages
from ui.evaluations import data_words
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import evaluation as words

_AT_ONCE = 10
COLORS = {Outcome.RIGHT: "green", Outcome.NO_ANSWER: "gray", Outcome.NOT_SCORED: "gray"}
"""Of verdicts; others are red."""


def show_cases(cases: Sequence[CaseResult], *, total: int) -> None:
    """A line for each question, a page at a time."""
    st.caption(say(words.FOUND, count=len(cases), total=total))
    if not cases:
        st.info(say(words.NOTHING), icon=":material/search_off:")
        return
    key = f"cases-{len(cases)}-{cases[0].item.id}"
    show_pages(cases, _show_folded, at_once=_AT_ONCE, key=key, gap="xsmall")


def _show_folded(case: CaseResult) -> None:
    with st.expander(_line(case)):
        show_case(case)


def worst_first(cases: Sequence[CaseResult]) -> list[CaseResult]:
    """Questions that went wrong before those that went well, otherwise as they came."""
    return sorted(cases, key=lambda case: case.outcome is Outcome.RIGHT)


def outcome_badge(outcome: Outcome) -> str:
    """The verdict as a coloured word, in Markdown."""
    return f":{COLORS.get(outcome, 'red')}-badge[{say(words.OUTCOMES[outcome])}]"


def _line(case: CaseResult) -> str:
    kind = data_words()(case.item.kind.value)
    question = verbatim(case.record.question or case.item.question)
    return f"{outcome_badge(case.outcome)} {question} :gray[:small[{kind}]]"
