"""A run's headline figures."""

from collections.abc import Mapping

import streamlit as st

from evals.desk import CATALOGUE, TILES, Estimate, GroupSummary, Metric, RunSummary
from ui import state
from ui.evaluations import data_words
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import evaluation as words
from ui.texts import frame

_TILE_PIXELS, _TILE_HEIGHT = 164, 150
_FIGURE_PIXELS, _MEANING_PIXELS = 195, 600
_IN_A_LINE = (Metric.RIGHT, Metric.FACTS_FOUND, Metric.FALSE_ANSWER, Metric.FALSE_REFUSAL)


def figures_line(summary: RunSummary) -> str:
    """The most important figures in one line."""
    held = summary.overall
    parts = [
        say(frame.LABELLED, label=_name(one), value=_counted(one, held[one]))
        for one in _IN_A_LINE
        if one in held
    ]
    return say(frame.FACT_SEPARATOR).join(parts)


def show_tiles(summary: RunSummary) -> None:
    """Headline figures; pointing at one says what it means."""
    language = state.language()
    st.caption(say(words.INTERVAL_NOTE))
    with st.container(horizontal=True, gap="small"):
        for metric in TILES:
            if held := summary.overall.get(metric):
                info = CATALOGUE[metric]
                # st.metric would cut names off on narrow tiles.
                with st.container(
                    border=True, width=_TILE_PIXELS, height=_TILE_HEIGHT, gap="xxsmall"
                ):
                    st.caption(verbatim(info.name(language)), help=info.meaning(language))
                    st.markdown(f"### {verbatim(info.shown(held.mean))}")
                    st.caption(verbatim(_interval(metric, held)))


def show_all_metrics(summary: RunSummary) -> None:
    """Every metric, over all and by language, with what it means."""
    language = state.language()
    languages = sorted(summary.by("language"), key=lambda group: group.value != language)
    columns = [*summary.by("all"), *languages]
    names = data_words()
    rows = [
        {
            say(words.METRIC): CATALOGUE[metric].name(language),
            **{names(one.value): _cell(metric, one) for one in columns},
            say(words.MEANING): CATALOGUE[metric].meaning(language),
        }
        for metric in Metric
        if metric in summary.overall
    ]
    widths = {name: st.column_config.Column(width=_FIGURE_PIXELS) for name in rows[0]}
    widths[say(words.MEANING)] = st.column_config.Column(width=_MEANING_PIXELS)
    st.dataframe(rows, hide_index=True, height="content", key="all_metrics", column_config=widths)


def show_judged(correlations: Mapping[Metric, float | None]) -> None:
    """How far people agree with a judge model, beside its figures; nothing when none was asked."""
    if not correlations:
        return
    lines = [
        say(
            frame.LABELLED,
            label=_name(metric),
            value=say(words.NO_HUMANS) if value is None else f"{value:.2f}",
        )
        for metric, value in correlations.items()
    ]
    st.caption("  \n".join([say(words.JUDGED_NOTE), *lines]))


def _cell(metric: Metric, group: GroupSummary) -> str:
    held = group.metrics.get(metric)
    if held is None:
        return "–"
    return f"{CATALOGUE[metric].shown(held.mean)} {_interval(metric, held)}"


def _interval(metric: Metric, held: Estimate) -> str:
    return f"[{CATALOGUE[metric].shown_range(held.low, held.high)}] n={held.count}"


def _counted(metric: Metric, held: Estimate) -> str:
    value = CATALOGUE[metric].shown(held.mean)
    return say(words.OF_QUESTIONS, value=value, count=held.count)


def _name(metric: Metric) -> str:
    return CATALOGUE[metric].name(state.language())
