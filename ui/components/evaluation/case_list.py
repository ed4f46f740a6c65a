"""Questions of a run as a list; each opens to all that is known about it."""

from collections.abc import Sequence

import streamlit as st

from evals.desk import CaseResult, Outcome
from ui.components.evaluation.case_card import show_case
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
    pages = -(-len(cases) // _AT_ONCE)
    place = st.container(gap="xsmall")
    # A new list begins at its first page: its name tells it apart.
    key = f"pages-cases-{len(cases)}-{cases[0].item.id}"
    chosen = st.pagination(pages, key=key) if pages > 1 else 1
    with place:
        for case in cases[(chosen - 1) * _AT_ONCE : chosen * _AT_ONCE]:
            with st.expander(_line(case)):
                show_case(case)


def outcome_badge(outcome: Outcome) -> str:
    """The verdict as a coloured word, in Markdown."""
    return f":{COLORS.get(outcome, 'red')}-badge[{say(words.OUTCOMES[outcome])}]"


def _line(case: CaseResult) -> str:
    kind = data_words()(case.item.kind.value)
    question = verbatim(case.record.question or case.item.question)
    return f"{outcome_badge(case.outcome)} {question} :gray[:small[{kind}]]"
