"""Choose the answers that are to be graded."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import streamlit as st

from assistant.contract import LanguageCode
from assistant.errors import AssistantError
from evals.desk import GradingDesk
from ui.backend import assistant
from ui.components.evaluation.access import key_shown
from ui.components.evaluation.run_choice import choose_run, scored_runs
from ui.components.problem import show_problem
from ui.evaluations import data_words, run_desk, showing_evaluation_problems
from ui.language import say
from ui.texts import grading as words
from ui.wording import Text

_MOST_FETCHED = 500


def show_drawing(desk: GradingDesk) -> None:
    """From runs by lot, and from what users marked as not helpful."""
    st.subheader(say(words.DRAW_RUNS), anchor=False)
    _draw_from_runs(desk)
    st.subheader(say(words.DRAW_RATED), anchor=False)
    _draw_rated(desk)


def _draw_from_runs(desk: GradingDesk) -> None:
    runs = scored_runs(run_desk())
    if not runs:
        st.info(say(words.NO_RUNS), icon=":material/info:")
        return
    with st.form("draw"):
        first = choose_run(words.FIRST, runs, key="draw_first")
        second = choose_run(words.SECOND, runs, key="draw_second", nobody=words.NOBODY)
        language = _ask_language()
        left, right = st.columns(2)
        sample = left.number_input(say(words.SAMPLE), min_value=1, max_value=200, value=20)
        seed = right.number_input(
            say(words.SEED), min_value=1, max_value=9999, help=say(words.SEED_HELP)
        )
        sent = st.form_submit_button(say(words.DRAW_NOW), type="primary")
    if not sent or first is None:
        return
    if first == second:
        st.warning(say(words.SAME_RUN), icon=":material/warning:")
        return
    with showing_evaluation_problems():
        drawn = desk.draw(first, second, sample=sample, seed=seed, language=language)
        _tell(drawn, nothing=words.NONE_ADDED)


def _ask_language() -> LanguageCode | None:
    """Graders may read only one of the languages; None for both."""
    names = data_words()
    return st.selectbox(
        say(words.DRAW_LANGUAGE),
        get_args(LanguageCode),
        index=None,
        format_func=names,
        placeholder=say(words.ANY_LANGUAGE),
        key="draw_language",
    )


def _draw_rated(desk: GradingDesk) -> None:
    key = key_shown()
    if not key:
        st.info(say(words.NO_KEY), icon=":material/key:")
        return
    st.caption(say(words.RATED_NOTE))
    with st.form("rated"):
        days = st.number_input(say(words.DAYS), min_value=1, max_value=3650, value=30)
        sent = st.form_submit_button(say(words.FETCH), icon=":material/thumb_down:")
    if not sent:
        return
    since = datetime.now(UTC) - timedelta(days=days)
    try:
        rated = assistant().rated_answers(key, rating="down", since=since, limit=_MOST_FETCHED)
    except AssistantError as error:
        show_problem(error, key="rated")
        return
    _tell(desk.queue_rated(rated.answers), nothing=words.NONE_RATED)


def _tell(count: int, *, nothing: Text) -> None:
    if count:
        st.success(say(words.ADDED, count=count), icon=":material/check_circle:")
    else:
        st.info(say(nothing), icon=":material/info:")
