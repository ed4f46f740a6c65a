"""From a bad answer to a test question."""

from collections.abc import Sequence

import streamlit as st

from evals.desk import (
    RUBRIC,
    Case,
    Fact,
    GradedAnswer,
    GradeRefused,
    GradingDesk,
    Kind,
    items_of,
    yaml_of,
)
from ui import state
from ui.components.evaluation.case_card import show_lines, show_text
from ui.components.facts import as_list
from ui.components.grading.task_card import show_question
from ui.components.paging import show_pages
from ui.evaluations import data_words
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import evaluation as evaluation_words
from ui.texts import frame
from ui.texts import grading as words

_AT_ONCE = 5


def show_bad_answers(desk: GradingDesk) -> None:
    """Answers that people found bad; each can be kept as a test question."""
    st.markdown(say(words.BAD_NOTE))
    found = desk.bad_answers()
    if not found:
        st.info(say(words.NONE_BAD), icon=":material/thumb_up:")
        return
    show_pages(
        list(enumerate(found)),
        lambda numbered: _show_folded(desk, *numbered),
        at_once=_AT_ONCE,
        key=f"bad-{len(found)}",
    )


def _show_folded(desk: GradingDesk, number: int, answer: GradedAnswer) -> None:
    source = f" :orange-badge[{say(words.USERS)}]" if answer.is_from_user else ""
    with st.expander(f"{verbatim(answer.task.question)}{source}"):
        _show_answer(desk, answer, key=f"{answer.task.id}-{number}")


def _show_answer(desk: GradingDesk, answer: GradedAnswer, *, key: str) -> None:
    _show_opinions(answer)
    proposed = desk.propose(answer)
    is_editing = proposed is None or st.toggle(say(words.EDIT), key=f"edit-{key}")
    case = _edited(desk, answer, proposed, key=key) if is_editing else proposed
    if case is not None:
        _show_case(case)
        if st.button(
            say(words.SAVE_CASE), key=f"save-{key}", icon=":material/save:", type="primary"
        ):
            _save(desk, case)


def _show_case(case: Case) -> None:
    comma, items = say(frame.LIST_COMMA), list(items_of(case))
    st.markdown(f"**{say(words.CASE)}**")
    facts = (
        (words.QUESTION, items[-1].question),
        (words.KIND, data_words()(case.kind.value)),
        (words.NEEDED, comma.join(" / ".join(fact) for fact in items[-1].facts)),
        (words.MUST_NOT_SAY, comma.join(items[-1].must_not)),
    )
    st.markdown(as_list(facts))
    with st.expander(say(words.CASE_YAML)):
        st.code(yaml_of(case), language="yaml", wrap_lines=True)


def _show_opinions(answer: GradedAnswer) -> None:
    show_question(answer.task)
    comma = say(frame.LIST_COMMA)
    grades = tuple(
        comma.join(f"{RUBRIC[one].name(state.language())} {score}" for one, score in given.items())
        for given in answer.grades
    )
    if grades:
        show_lines(words.GRADES, grades)
    if answer.comments:
        show_lines(words.COMMENTS, answer.comments)
    st.markdown(f"**{say(evaluation_words.ANSWER)}**")
    with st.container(border=True):
        show_text(answer.task.left.text, answer.task.left.citations)


def _edited(
    desk: GradingDesk, answer: GradedAnswer, proposed: Case | None, *, key: str
) -> Case | None:
    """The case as it is filled in; None while it is no case, with the reason on the screen."""
    kinds = list(Kind)
    asked = list(items_of(proposed))[-1] if proposed else None
    kind = st.selectbox(
        say(words.KIND),
        kinds,
        index=kinds.index(proposed.kind if proposed else Kind.FACT),
        format_func=lambda one: data_words()(one.value),
        key=f"kind-{key}",
    )
    facts = st.text_area(
        say(words.FACTS),
        "\n".join(" | ".join(fact) for fact in asked.facts) if asked else "",
        key=f"facts-{key}",
    )
    must_not = st.text_area(
        say(words.MUST_NOT),
        "\n".join(asked.must_not) if asked else "",
        key=f"must_not-{key}",
    )
    try:
        return desk.make(answer, kind=kind, facts=_facts(facts), must_not=_lines(must_not))
    except GradeRefused as refusal:
        st.info(verbatim(refusal.message(state.language())), icon=":material/edit:")
        return None


def _facts(text: str) -> list[Fact]:
    alternatives = [
        tuple(part.strip() for part in line.replace("｜", "|").split("|") if part.strip())
        for line in _lines(text)
    ]
    return [fact for fact in alternatives if fact]


def _lines(text: str) -> Sequence[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _save(desk: GradingDesk, case: Case) -> None:
    try:
        file = desk.save_case(case)
    except GradeRefused as refusal:
        st.warning(verbatim(refusal.message(state.language())), icon=":material/warning:")
    else:
        told = say(words.CASE_SAVED, file=verbatim(str(file)))
        st.success(told, icon=":material/check_circle:")
