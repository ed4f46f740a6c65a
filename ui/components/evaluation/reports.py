"""A run's report as a file."""

from functools import partial

import streamlit as st

from evals.desk import ReportFormat, RunOverview
from ui import state
from ui.components.evaluation.run_choice import choose_run, scored_runs
from ui.evaluations import run_desk
from ui.language import say
from ui.texts import evaluation as words
from ui.wording import Text

_FILES: dict[ReportFormat, tuple[Text, str, str]] = {
    "html": (words.REPORT_HTML, "text/html", ":material/description:"),
    "xlsx": (
        words.REPORT_EXCEL,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ":material/table:",
    ),
}


def show_reports(run: RunOverview) -> None:
    """Offer the report, beside another run if wanted. It is made when it is asked for."""
    st.markdown(say(words.REPORT_NOTE))
    others = [other for other in scored_runs(run_desk()) if other.name != run.name]
    before = choose_run(words.REPORT_BESIDE, others, key="report_before", nobody=words.NOBODY)
    language = state.language()
    with st.container(horizontal=True):
        for kind, (label, mime, icon) in _FILES.items():
            make = partial(run_desk().report, run.name, kind, language=language, before=before)
            st.download_button(
                say(label),
                make,
                file_name=f"{run.name}.{kind}",
                mime=mime,
                icon=icon,
                key=f"report-{kind}",
                on_click="ignore",
            )
