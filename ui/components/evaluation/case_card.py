"""One question of a run: what was asked, what came back, what was missing."""

import streamlit as st

from assistant.contract import Answer, Citation
from evals.desk import CaseResult
from ui.components.facts import as_list
from ui.evaluations import data_words, source_title
from ui.language import say
from ui.markdown_text import quoted, verbatim, written
from ui.references import page_numbers
from ui.texts import evaluation as words
from ui.texts import frame
from ui.wording import Text

_SEARCHED = 5


def show_case(case: CaseResult) -> None:
    """Everything that is known about one question."""
    if case.earlier:
        show_lines(words.EARLIER, case.earlier)
    st.markdown(_about(case))
    _show_facts(case)
    _show_problems(case)
    if case.record.answer:
        show_answer(case.record.answer)
    _show_searched(case)


def show_answer(answer: Answer) -> None:
    """The answer's text and what it cites."""
    st.markdown(f"**{say(words.ANSWER)}**")
    with st.container(border=True):
        show_text(answer.text, answer.citations)


def show_text(text: str, citations: tuple[Citation, ...]) -> None:
    """An answer's text with its citations below."""
    st.markdown(written(text))
    st.markdown(f"**{say(words.CITATIONS)}**")
    if not citations:
        st.caption(say(words.NO_CITATIONS))
    for one in citations:
        place = " ".join(filter(None, (one.title, page_numbers(one.pages))))
        name = verbatim(one.entry_title or one.heading or one.title)
        st.markdown(f"\\[{one.number}\\] **{name}** :gray[:small[{verbatim(place)}]]")
        st.markdown(quoted(one.quote))


def show_lines(label: Text, lines: tuple[str, ...]) -> None:
    """Lines under what they are."""
    st.markdown("\n".join([f"**{say(label)}**", "", *(f"- {verbatim(line)}" for line in lines)]))


def _about(case: CaseResult) -> str:
    names, item, answer = data_words(), case.item, case.record.answer
    expected = say(frame.LIST_COMMA).join(sorted(names(one.value) for one in item.expected))
    places = [
        " ".join([source_title(place.source), page_numbers(place.pages)]).strip()
        for place in item.rests_on
    ]
    return as_list(
        (
            (words.EXPECTED, expected),
            (words.GIVEN, names(answer.status.value) if answer else ""),
            (words.QUESTION_LANGUAGE, names(item.language)),
            (words.ROLE, names(item.persona.value if item.persona else "none")),
            (words.RESTS_ON, say(frame.LIST_COMMA).join(places)),
            (words.TIME, f"{case.record.milliseconds:,.0f} ms" if answer else ""),
            (words.CASE_NAME, item.id),
        )
    )


def _show_facts(case: CaseResult) -> None:
    if not case.item.facts:
        return
    missing = case.score.missing if case.score else ()
    is_told = case.score is not None and case.item.to_be_answered
    lines = []
    for fact in case.item.facts:
        is_missing = fact[0] in missing
        color, sign = ("red", words.FACT_MISSING) if is_missing else ("green", words.FACT_FOUND)
        badge = f":{color}-badge[{say(sign)}] " if is_told else ""
        lines.append(f"- {badge}{verbatim(' / '.join(fact))}")
    st.markdown("\n".join([f"**{say(words.FACTS)}**", "", *lines]))


def _show_problems(case: CaseResult) -> None:
    record, score = case.record, case.score
    found: list[tuple[Text, tuple[str, ...]]] = [
        (words.FAILURE, (record.failure,) if record.failure else ()),
        (words.SEARCH_FAILURE, (record.search_failure,) if record.search_failure else ()),
    ]
    if score:
        broken = tuple(f"{name}: {reason}" for name, reason in score.broken.items())
        found += [
            (words.FORBIDDEN, score.forbidden),
            (words.UNSUPPORTED, score.unsupported),
            (words.PARTISAN, score.partisan),
            (words.BROKEN, broken),
        ]
    for label, lines in found:
        if lines:
            show_lines(label, lines)


def _show_searched(case: CaseResult) -> None:
    found = case.record.passages[:_SEARCHED]
    if found:
        lines = [one.title or one.heading or one.entry_id for one in found]
        show_lines(words.SEARCHED, tuple(lines))
