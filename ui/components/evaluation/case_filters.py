"""Which questions of a run are looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from evals.desk import CaseResult, Outcome
from ui.evaluations import data_words
from ui.language import names_of, say
from ui.texts import evaluation as words
from ui.wording import Text

_NOBODY = "none"
_LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What a question must fit; empty means any."""

    outcomes: frozenset[Outcome] = frozenset()
    kinds: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    words: str = ""

    def admits(self, case: CaseResult) -> bool:
        """True for a question that fits all of it."""
        wanted = (
            (self.outcomes, case.outcome),
            (self.kinds, case.item.kind.value),
            (self.languages, case.item.language),
            (self.roles, _role(case)),
        )
        fits = all(not chosen or value in chosen for chosen, value in wanted)
        return fits and self.words.strip().casefold() in _text(case)


def choose_cases(cases: Sequence[CaseResult]) -> list[CaseResult]:
    """Ask what to show, and hand over what fits."""
    wanted = CaseFilter(
        outcomes=frozenset(_choose_outcomes(cases)),
        **_choose_groups(cases),
        words=_ask_words(),
    )
    return [case for case in cases if wanted.admits(case)]


def _ask_words() -> str:
    typed = st.text_input(
        say(words.WORDS), max_chars=_LONGEST_WORDS, help=say(words.WORDS_HELP), key="case_words"
    )
    return typed or ""


def _choose_outcomes(cases: Sequence[CaseResult]) -> list[Outcome]:
    counts = {one: sum(case.outcome is one for case in cases) for one in Outcome}
    names = names_of(words.OUTCOMES)
    return st.pills(
        say(words.OUTCOME),
        [one for one in Outcome if counts[one]],
        selection_mode="multi",
        format_func=lambda one: f"{names[one]} {counts[one]}",
        key="case_outcomes",
        persist_state="session",
    )


def _choose_groups(cases: Sequence[CaseResult]) -> dict[str, frozenset[str]]:
    offered: dict[str, tuple[Text, list[str]]] = {
        "kinds": (words.KIND, sorted({case.item.kind.value for case in cases})),
        "languages": (words.QUESTION_LANGUAGE, sorted({case.item.language for case in cases})),
        "roles": (words.ROLE, sorted({_role(case) for case in cases})),
    }
    chosen = {}
    for column, (name, (label, values)) in zip(st.columns(3), offered.items(), strict=True):
        chosen[name] = frozenset(
            column.multiselect(
                say(label),
                values,
                format_func=data_words(),
                key=f"case_{name}",
                placeholder=say(words.ANY),
                persist_state="session",
            )
        )
    return chosen


def _role(case: CaseResult) -> str:
    return case.item.persona.value if case.item.persona else _NOBODY


def _text(case: CaseResult) -> str:
    answer = case.record.answer.text if case.record.answer else ""
    return f"{case.item.id}\n{case.record.question}\n{answer}".casefold()
