"""What all grades come to: agreement first, then which run did better."""

from collections.abc import Mapping

import streamlit as st

from evals.desk import RUBRIC, Criterion, GradingDesk, GradingResults
from ui import state
from ui.evaluations import chosen_title, run_desk
from ui.language import say
from ui.markdown_text import verbatim
from ui.texts import frame
from ui.texts import grading as words

_TIE = "tie"


def show_results(desk: GradingDesk) -> None:
    """Agreement of graders; means and preferences only when asked for."""
    results = desk.results()
    if not results.graders:
        st.info(say(words.NO_GRADES), icon=":material/info:")
        return
    names = [say(words.GRADER, name=name, count=n) for name, n in results.graders.items()]
    st.markdown(
        f"{say(words.FINISHED, finished=results.finished, total=results.tasks)}  \n"
        + verbatim(say(words.GRADERS, names=say(frame.LIST_COMMA).join(names)))
    )
    _show_agreement(results)
    if results.finished < results.tasks:
        st.caption(say(words.REVEAL_WARNING))
    if st.toggle(say(words.REVEAL), key="grading_reveal"):
        _show_means(results)


def _show_agreement(results: GradingResults) -> None:
    st.subheader(say(words.AGREEMENT), anchor=False)
    rows = [
        {
            say(words.CRITERION): _name(criterion),
            say(words.KAPPA): _shown(held.kappa),
            say(words.ALPHA): _shown(held.alpha),
            say(words.ANSWERS): held.answers,
        }
        for criterion, held in results.agreement.items()
    ]
    st.dataframe(rows, hide_index=True, key="agreement")
    st.caption(say(words.AGREEMENT_NOTE))


def _show_means(results: GradingResults) -> None:
    st.subheader(say(words.MEANS), anchor=False)
    titles = {run.name: chosen_title(run) for run in run_desk().overviews()}
    titles |= {"": say(words.FROM_USERS), _TIE: say(words.TIE)}
    rows = [
        {say(words.RUN): titles.get(run, run), **_means(means)}
        for run, means in results.means.items()
    ]
    st.dataframe(rows, hide_index=True, key="means")
    if results.preferred:
        st.markdown(f"**{say(words.PREFERRED_COUNTS)}**")
        counts = results.preferred.items()
        labelled = (
            say(frame.LABELLED, label=verbatim(titles.get(name, name)), value=count)
            for name, count in counts
        )
        st.markdown("\n".join(f"- {line}" for line in labelled))


def _means(means: Mapping[Criterion, float]) -> dict[str, str]:
    return {_name(criterion): _shown(means.get(criterion)) for criterion in Criterion}


def _name(criterion: Criterion) -> str:
    return RUBRIC[criterion].name(state.language())


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
