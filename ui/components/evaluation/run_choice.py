"""Choose one of the runs that have figures."""

from collections.abc import Sequence

import streamlit as st

from evals.desk import RunDesk, RunOverview
from ui import state
from ui.evaluations import chosen_title
from ui.language import say
from ui.wording import Text


def scored_runs(desk: RunDesk) -> list[RunOverview]:
    """Runs with figures that are not going on, latest first."""
    return [run for run in desk.overviews() if run.summary and not run.is_going_on]


def choose_run(
    label: Text,
    runs: Sequence[RunOverview],
    *,
    key: str,
    nobody: Text | None = None,
    first: int = 0,
) -> str | None:
    """The name of the chosen run.

    Args:
        label: what it is chosen for.
        runs: to choose from.
        key: of the choice.
        nobody: what choosing none is called; without it one is always chosen.
        first: number of the run that is chosen at the beginning.
    """
    titles = {run.name: chosen_title(run) for run in runs}
    state.drop_unless(key, [*titles, None])
    chosen: str | None = st.selectbox(
        say(label),
        list(titles),
        index=None if nobody else min(first, len(titles) - 1),
        format_func=titles.__getitem__,
        placeholder=say(nobody) if nobody else None,
        key=key,
        persist_state="session",
    )
    return chosen
