"""Two runs side by side: what chance does not explain, and which questions changed."""

from collections.abc import Sequence

import streamlit as st

from evals.desk import (
    CATALOGUE,
    CaseResult,
    Comparison,
    Difference,
    Metric,
    QuestionChange,
    RunComparison,
)
from ui import state
from ui.components.evaluation.case_card import show_answer, show_lines
from ui.components.evaluation.case_list import outcome_badge
from ui.components.evaluation.run_choice import choose_run, scored_runs
from ui.components.paging import show_pages
from ui.evaluations import run_desk
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import evaluation as words
from ui.texts import frame
from ui.wording import Text

_AT_ONCE = 10
_SAME = "no difference"


def show_comparing() -> None:
    """Choose two runs and see what changed. Raises EvaluationError."""
    runs = scored_runs(run_desk())
    if len(runs) < 2:
        st.info(say(words.TOO_FEW), icon=":material/info:")
        return
    before = choose_run(words.BEFORE, runs, key="compare_before", first=1)
    after = choose_run(words.AFTER, runs, key="compare_after")
    if before is None or after is None or before == after:
        st.info(say(words.SAME_RUN), icon=":material/compare_arrows:")
        return
    found = run_desk().compare(before, after)
    if not found.shared:
        st.warning(say(words.NOTHING_SHARED), icon=":material/warning:")
        return
    _show_comparison(found)


def _show_comparison(found: RunComparison) -> None:
    st.markdown(say(words.SHARED, count=found.shared))
    comparison = found.comparison
    _show_verdicts(comparison)
    _show_differences(comparison)
    st.caption(say(words.VERDICT_NOTE))
    for title, changes in (
        (words.CHANGED_WORSE, comparison.worse),
        (words.CHANGED_BETTER, comparison.better),
    ):
        _show_changes(title, changes, found)
    only = (*comparison.only_first, *comparison.only_second)
    if only:
        with st.expander(say(words.ONLY_ONE, count=len(only))):
            st.caption(verbatim(say(frame.LIST_COMMA).join(only)))


def _show_verdicts(comparison: Comparison) -> None:
    by_verdict: dict[str, list[str]] = {}
    for metric in comparison.differences:
        if metric is Metric.MILLISECONDS:
            continue  # it tells as much about the machine's other work
        name = CATALOGUE[metric].name(state.language())
        by_verdict.setdefault(comparison.verdict(metric), []).append(name)
    comma = say(frame.LIST_COMMA)
    worse, better = by_verdict.get("worse"), by_verdict.get("better")
    if worse:
        told = say(words.SUMMARY_WORSE, names=comma.join(worse))
        st.error(told, icon=":material/trending_down:")
    if better:
        told = say(words.SUMMARY_BETTER, names=comma.join(better))
        st.success(told, icon=":material/trending_up:")
    if not worse and not better:
        st.info(say(words.SUMMARY_SAME), icon=":material/balance:")


def _show_differences(comparison: Comparison) -> None:
    held = comparison.differences
    decided_first = sorted(held, key=lambda metric: comparison.verdict(metric) == _SAME)
    rows = [
        {
            say(words.METRIC): CATALOGUE[metric].name(state.language()),
            say(words.VERDICT): say(words.VERDICTS[comparison.verdict(metric)]),
            say(words.DIFFERENCE): _difference(metric, held[metric]),
            say(words.P_VALUE): f"{held[metric].p_value:.3f}",
            "n": held[metric].count,
        }
        for metric in decided_first
    ]
    st.dataframe(rows, hide_index=True, height="content", key="differences")


def _difference(metric: Metric, held: Difference) -> str:
    values = held.mean, held.low, held.high
    mean, low, high = map(CATALOGUE[metric].shown_difference, values)
    return f"{mean} [{low} – {high}]"


def _show_changes(title: Text, changes: Sequence[QuestionChange], found: RunComparison) -> None:
    by_item: dict[str, list[QuestionChange]] = {}
    for change in changes:
        by_item.setdefault(change.item, []).append(change)
    st.markdown(f"##### {say(title, count=len(by_item))}")
    if not by_item:
        st.caption(say(words.NONE_CHANGED))
    show_pages(
        sorted(by_item, key=lambda item: _keeps_verdict(item, found)),
        lambda item: _show_change(item, by_item[item], found),
        at_once=_AT_ONCE,
        key=f"{found.before.manifest.name}-{found.after.manifest.name}-{title.en}",
        gap="xsmall",
    )


def _keeps_verdict(item: str, found: RunComparison) -> bool:
    before, after = found.before.by_item.get(item), found.after.by_item.get(item)
    return before is not None and after is not None and before.outcome is after.outcome


def _show_change(item: str, changes: Sequence[QuestionChange], found: RunComparison) -> None:
    before, after = found.before.by_item.get(item), found.after.by_item.get(item)
    if before is None or after is None:
        return
    badges = f"{outcome_badge(before.outcome)} → {outcome_badge(after.outcome)}"
    with st.expander(f"{badges} {verbatim(after.item.question)}"):
        st.markdown("\n".join(f"- {_told(change)}" for change in changes))
        for label, case in ((words.BEFORE, before), (words.AFTER, after)):
            st.markdown(f"###### {say(label)}")
            _show_side(case)


def _show_side(case: CaseResult) -> None:
    if case.score and case.score.missing:
        show_lines(words.FACT_MISSING, case.score.missing)
    if case.record.failure:
        show_lines(words.FAILURE, (case.record.failure,))
    if case.record.answer:
        show_answer(case.record.answer)


def _told(change: QuestionChange) -> str:
    info = CATALOGUE[change.metric]
    return say(
        words.CHANGE,
        metric=verbatim(info.name(state.language())),
        before=verbatim(info.shown(change.before)),
        after=verbatim(info.shown(change.after)),
    )
