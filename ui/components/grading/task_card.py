"""One task on the screen: the question, the answers, the rubric."""

from collections.abc import Mapping

import streamlit as st

from evals.desk import (
    RUBRIC,
    STEPS,
    Criterion,
    GradeRefused,
    GradingDesk,
    Opinion,
    Preference,
    ShownAnswer,
    Task,
)
from ui import state
from ui.components.evaluation.case_card import show_lines, show_text
from ui.language import names_of, say
from ui.markdown_text import verbatim
from ui.texts import evaluation as evaluation_words
from ui.texts import grading as words
from ui.wording import Text

_SKIPPED_KEY = "grading_skipped"
_LONGEST_COMMENT = 4000
_ANSWER_PIXELS = 600
"""Longer answers scroll, so that both rubrics stand side by side."""


def show_tasks(desk: GradingDesk, grader: str) -> None:
    """The next task of this grader; those left for later come last."""
    waiting = desk.waiting_for(grader)
    if told := state.take_notice("grading"):
        st.success(told, icon=":material/check_circle:")
    if not waiting:
        st.info(say(words.NOTHING_WAITS), icon=":material/task_alt:")
        return
    st.caption(say(words.REMAINING, count=len(waiting)))
    skipped = state.kept(_SKIPPED_KEY, list[str])
    task = min(waiting, key=lambda one: skipped.index(one.id) if one.id in skipped else -1)
    show_question(task)
    _show_form(desk, task, grader)
    st.button(
        say(words.LATER),
        icon=":material/skip_next:",
        on_click=_leave_for_later,
        args=(task.id,),
        key=f"later-{task.id}",
    )


def show_question(task: Task) -> None:
    """What was asked, and before it in the same conversation."""
    if task.earlier:
        show_lines(evaluation_words.EARLIER, task.earlier)
    with st.container(border=True):
        st.caption(say(words.QUESTION))
        st.markdown(verbatim(task.question))
    if task.remark:
        show_lines(words.REMARK, (task.remark,))


def _show_form(desk: GradingDesk, task: Task, grader: str) -> None:
    with st.form(f"grade-{task.id}"):
        sides = _sides(task)
        scores = []
        for column, (label, answer) in zip(st.columns(len(sides)), sides, strict=True):
            with column:
                scores.append(_grade_side(f"{task.id}-{label.en}", label, answer))
        preferred = _ask_preference(task) if task.right else None
        comment = st.text_area(
            say(words.COMMENT), max_chars=_LONGEST_COMMENT, key=f"comment-{task.id}"
        )
        sent = st.form_submit_button(say(words.SAVE), type="primary", icon=":material/check:")
    if not sent:
        return
    right = scores[1] if task.right else None
    try:
        opinion = Opinion(left=scores[0], right=right, preferred=preferred, comment=comment)
        desk.give(task, grader, opinion)
    except GradeRefused as refusal:
        st.warning(verbatim(refusal.message(state.language())), icon=":material/warning:")
    else:
        state.leave_notice("grading", say(words.SAVED))
        st.rerun()


def _sides(task: Task) -> list[tuple[Text, ShownAnswer]]:
    if task.right is None:
        return [(words.ANSWER, task.left)]
    return [(words.ANSWER_A, task.left), (words.ANSWER_B, task.right)]


def _grade_side(key: str, label: Text, answer: ShownAnswer) -> Mapping[Criterion, int]:
    """The answer with its rubric; criteria without a grade are left out."""
    st.markdown(f"##### {say(label)}")
    with st.container(border=True, height=_ANSWER_PIXELS, key=f"text-{key}"):
        show_text(answer.text, answer.citations)
    steps = STEPS[state.language()]
    scores = {}
    for criterion, wording in RUBRIC.items():
        chosen = st.radio(
            _asked(wording.name(state.language()), wording.question(state.language())),
            range(len(steps)),
            index=None,
            format_func=steps.__getitem__,
            horizontal=True,
            key=f"{key}-{criterion.value}",
        )
        if chosen is not None:
            scores[criterion] = chosen
    return scores


def _asked(name: str, question: str) -> str:
    # Plain: the label is also read aloud.
    return say(words.ASKED, name=name, question=question)


def _ask_preference(task: Task) -> Preference | None:
    return st.radio(
        say(words.PREFERRED),
        list(words.PREFERENCES),
        index=None,
        format_func=names_of(words.PREFERENCES).__getitem__,
        horizontal=True,
        key=f"preferred-{task.id}",
    )


def _leave_for_later(task_id: str) -> None:
    skipped = state.kept(_SKIPPED_KEY, list[str])
    if task_id in skipped:
        skipped.remove(task_id)
    skipped.append(task_id)
