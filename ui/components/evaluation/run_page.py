"""One run: what it came to, question by question, by group, and as a report."""

import streamlit as st

from evals.desk import BY, CATALOGUE, Metric, RunDetails, RunOverview, RunState, group_plot
from ui import state
from ui.address import RUN, leave
from ui.components.evaluation.case_filters import choose_cases
from ui.components.evaluation.case_list import show_cases, worst_first
from ui.components.evaluation.figures import show_all_metrics, show_judged, show_tiles
from ui.components.evaluation.progress import show_progress, show_state
from ui.components.evaluation.reports import show_reports
from ui.components.facts import as_list
from ui.components.sections import choose_section
from ui.evaluations import data_words, details, engine_name, run_desk, run_title, set_name
from ui.language import say
from ui.markdown_text import verbatim
from ui.moments import shown
from ui.texts import evaluation as words

_PARTS = {
    "cases": words.CASES,
    "groups": words.GROUPS,
    "metrics": words.METRICS,
    "report": words.REPORT,
}


def show_run(name: str) -> None:
    """The run of this name. Raises EvaluationError."""
    st.button(say(words.BACK), icon=":material/arrow_back:", on_click=leave, args=(RUN,))
    run = run_desk().overview(name)
    st.title(verbatim(run_title(run)), anchor=False)
    show_state(run)
    if run.state is not RunState.FINISHED:
        show_progress(name)
    if run.done and not run.is_going_on and not run.damage:
        _show_results(run, details(run))


def _show_results(run: RunOverview, held: RunDetails) -> None:
    _show_cautions(held)
    show_tiles(held.summary)
    _show_provenance(run, held)
    part = choose_section(words.PART, _PARTS, key="evaluation_part")
    if part == "groups":
        _show_groups(held)
    elif part == "metrics":
        show_all_metrics(held.summary)
        show_judged(held.judged)
    elif part == "report":
        show_reports(run)
    else:
        show_cases(worst_first(choose_cases(held.cases)), total=len(held.cases))


def _show_cautions(held: RunDetails) -> None:
    if held.summary.failures:
        told = say(words.FAILURES, count=held.summary.failures)
        st.warning(told, icon=":material/warning:")
    if held.manifest.defects:
        told = say(words.DEFECTS, count=len(held.manifest.defects))
        st.warning(told, icon=":material/warning:")
        with st.expander(say(words.DEFECTS_TOLD)):
            st.markdown("\n".join(f"- {verbatim(defect)}" for defect in held.manifest.defects))


def _show_provenance(run: RunOverview, held: RunDetails) -> None:
    manifest = held.manifest
    with st.expander(say(words.PROVENANCE)):
        st.markdown(
            as_list(
                (
                    (words.RUN, manifest.name),
                    (words.MADE, shown(run.started_at)),
                    (words.ENGINE, engine_name(run.engine)),
                    (words.SET, set_name(manifest.set_name)),
                    (words.ASKED, say(words.QUESTIONS, count=held.summary.questions)),
                    (words.COMMIT, manifest.git_commit or ""),
                    (words.CORPUS, manifest.corpus),
                )
            )
        )


def _show_groups(held: RunDetails) -> None:
    language = state.language()
    shares = [m for m in Metric if m in held.summary.overall and CATALOGUE[m].is_share]
    metric = st.selectbox(
        say(words.OTHER_METRIC),
        shares,
        format_func={one: CATALOGUE[one].name(language) for one in shares}.__getitem__,
        key="evaluation_metric",
        persist_state="session",
    )
    if metric is None:
        return
    st.caption(verbatim(CATALOGUE[metric].meaning(language)))
    for dimension in BY:
        plot = group_plot(held.summary, dimension, metric, data_words())
        if plot is not None:
            st.markdown(f"**{say(words.BY[dimension])}**")
            st.altair_chart(plot, width="stretch", alt=_told(held, dimension, metric))


def _told(held: RunDetails, dimension: str, metric: Metric) -> str:
    """The plot for those who cannot see it."""
    info, names = CATALOGUE[metric], data_words()
    groups = [
        f"{names(group.value)} {info.shown(group.metrics[metric].mean)}"
        for group in held.summary.by(dimension)
        if metric in group.metrics
    ]
    return say(words.CHART_SAYS, metric=info.name(state.language()), groups=", ".join(groups))
