"""How a figure went over time."""

from collections.abc import Sequence

import streamlit as st

from evals.desk import CATALOGUE, Metric, RunState, TrendPoint, trend_plot
from ui import state
from ui.evaluations import data_words, engine_name, run_desk, set_name
from ui.language import say
from ui.markdown_text import verbatim
from ui.moments import shown
from ui.texts import evaluation as words


def show_trends() -> None:
    """One metric of one question set over all runs of it."""
    finished = [run for run in run_desk().overviews() if run.state is RunState.FINISHED]
    sets = list(dict.fromkeys(run.set_name for run in finished))
    if not sets:
        st.info(say(words.NO_RUNS), icon=":material/info:")
        return
    left, right = st.columns(2)
    chosen_set = left.selectbox(
        say(words.SET), sets, format_func=set_name, key="trend_set", persist_state="session"
    )
    names = {one: CATALOGUE[one].name(state.language()) for one in Metric}
    metric = right.selectbox(
        say(words.METRIC),
        list(names),
        format_func=names.__getitem__,
        key="trend_metric",
        persist_state="session",
    )
    st.caption(verbatim(CATALOGUE[metric].meaning(state.language())))
    points = run_desk().trend(metric, chosen_set)
    if not points:
        st.info(say(words.NO_TREND), icon=":material/info:")
        return
    wanted = _wanted(points)
    if len(wanted) == 1:
        hidden = len(points) - 1
        told = say(words.ONE_OF_SAME, count=hidden) if hidden else say(words.ONE_POINT)
        st.info(told, icon=":material/info:")
    _show_points(wanted, metric)


def _wanted(points: Sequence[TrendPoint]) -> list[TrendPoint]:
    """All of them, or those of the latest questions: others do not compare."""
    latest = points[-1].dataset
    same = [point for point in points if point.dataset == latest]
    if len(same) == len(points):
        return same
    if st.toggle(say(words.ONLY_SAME), value=True, key="trend_same"):
        return same
    st.warning(say(words.QUESTIONS_CHANGED), icon=":material/warning:")
    return list(points)


def _show_points(points: Sequence[TrendPoint], metric: Metric) -> None:
    info = CATALOGUE[metric]
    told = ", ".join(f"{shown(point.at)} {info.shown(point.mean)}" for point in points)
    name = info.name(state.language())
    st.altair_chart(
        trend_plot(points, metric, data_words()),
        width="stretch",
        alt=say(words.CHART_SAYS, metric=name, groups=told),
    )
    st.caption(say(words.INTERVAL_NOTE))
    rows = [
        {
            say(words.MADE): shown(point.at),
            name: f"{info.shown(point.mean)} [{info.shown_range(point.low, point.high)}]",
            "n": point.count,
            say(words.ENGINE): engine_name(point.engine),
            say(words.RUN): point.run,
        }
        for point in reversed(points)
    ]
    st.dataframe(rows, hide_index=True, key="trend_table")
