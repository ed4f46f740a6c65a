"""Evaluations as the page sees them: the desk, what may be kept for a while, what went wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from assistant.errors import AssistantError
from assistant.settings import AssistantSettings
from evals.desk import (
    EvaluationError,
    EvaluationSettings,
    GradingDesk,
    RunDesk,
    RunDetails,
    RunOverview,
    Wording,
)
from ui import state
from ui.backend import official_sources
from ui.language import say
from ui.markdown_text import verbatim
from ui.moments import shown
from ui.reading import titles_of
from ui.texts import evaluation as words
from ui.texts import frame

_GROUNDED = "grounded"


def run_desk() -> RunDesk:
    """Where runs are looked at, started and compared."""
    return RunDesk(EvaluationSettings())


def grading_desk() -> GradingDesk:
    """Where answers are graded; with users' questions only for who has shown a key."""
    has_key = AssistantSettings().evaluator_key is not None
    return GradingDesk(EvaluationSettings(), with_users=has_key)


def details(run: RunOverview) -> RunDetails:
    """A run's figures and cases. Raises EvaluationError."""
    return _details(str(EvaluationSettings().home), run.name, f"{run.state} {run.done}")


def data_words() -> Wording:
    """Names of kinds, statuses and other values of the data, in the visitor's language."""
    return Wording(state.language())


def set_name(name: str) -> str:
    """What a question set is called."""
    return say(words.SETS[name]) if name in words.SETS else name


def engine_name(engine: str) -> str:
    """What an engine is called."""
    return say(words.GROUNDED) if engine == _GROUNDED else engine


def run_title(run: RunOverview) -> str:
    """Time and set: what evaluators call a run."""
    parts = [shown(run.started_at), set_name(run.set_name)]
    return say(frame.FACT_SEPARATOR).join(part for part in parts if part)


def chosen_title(run: RunOverview) -> str:
    """Time, set and name: tells apart runs in a list of choices."""
    return f"{run_title(run)} ({run.name})"


@contextmanager
def showing_evaluation_problems() -> Iterator[None]:
    """Part of a page that is replaced by its problem when evaluations fail it."""
    try:
        yield
    except EvaluationError as error:
        st.error(verbatim(error.message(state.language())), icon=":material/error:")
    except OSError as error:
        told = say(words.NOT_WRITTEN, reason=verbatim(str(error)))
        st.error(told, icon=":material/error:")


def source_title(key: str) -> str:
    """What a source of the documents is called; its key where the service cannot be asked."""
    return _source_titles(AssistantSettings().service_url, state.language()).get(key, key)


@st.cache_data(max_entries=4, ttl=60, show_spinner=False)
def _source_titles(url: str, language: str) -> dict[str, str]:
    del url, language  # tell apart services and languages
    try:
        return titles_of(official_sources())
    except AssistantError:
        return {}  # a run can be read while the service is away


# A finished run does not change any more; reading and scoring one takes a second.
@st.cache_resource(max_entries=4, ttl=600, show_spinner=False)
def _details(home: str, name: str, stage: str) -> RunDetails:
    del home, stage  # tell apart homes, and what a run had come to
    return run_desk().details(name)
