"""One entry, whole: text in both languages, where it is from, what goes with it."""

from collections.abc import Iterable, Sequence

import streamlit as st

from assistant.library_contract import EntryInfo, SourceInfo
from ui import state
from ui.address import ENTRY, SAID, leave, parameter
from ui.backend import Library
from ui.components.entry_list import show_link
from ui.components.facts import as_list
from ui.language import say
from ui.markdown_text import verbatim
from ui.marked_sentence import marked_lines
from ui.reading import source_text, text_of, topic_names
from ui.references import page_numbers
from ui.texts import frame, labels
from ui.texts import library as words
from ui.wording import Text


def show_entry(entry: EntryInfo, source: SourceInfo | None, library: Library) -> None:
    """Everything that is known about one entry."""
    st.title(verbatim(text_of(entry).title), anchor=False)
    _show_badges(entry)
    _show_texts(entry)
    if entry.kind == "case" and entry.case_of is None:
        st.button(
            say(words.ADD_TO_COMPARISON),
            icon=":material/compare:",
            on_click=_compare,
            args=(entry.id,),
        )
    with st.container(border=True):
        st.markdown(f"**{say(words.CITATION_DATA)}**\n\n{_citation_data(entry, source)}")
    _show_links(words.DIFFERS, entry.differs, library)
    if entry.case_of:
        _show_links(words.PART_OF, (entry.case_of,), library)
    details = [detail.id for detail in library.details_of(entry)]
    _show_links(words.DETAILS, details, library)
    told = {*details, *entry.differs, entry.case_of}
    _show_links(words.RELATED, (other for other in entry.related if other not in told), library)
    _show_questions(entry)


def _show_badges(entry: EntryInfo) -> None:
    names = topic_names((entry,))
    kind = labels.KINDS.get(entry.kind)
    badges = [f":green-badge[{say(kind) if kind else verbatim(entry.kind)}]"]
    if entry.stage in labels.STAGES:
        badges.append(f":blue-badge[{say(labels.STAGES[entry.stage])}]")
    badges += [f":gray-badge[{verbatim(names[topic])}]" for topic in entry.topics]
    st.markdown(" ".join(badges))


def _show_texts(entry: EntryInfo) -> None:
    ordered = [("ja", entry.ja), ("en", entry.en)]
    if state.language() == "en":
        ordered.reverse()
    tabs = st.tabs([frame.LANGUAGE_NAMES[code] for code, _ in ordered])
    for tab, (code, text) in zip(tabs, ordered, strict=True):
        with tab:
            if code != state.language():
                st.markdown(f"**{verbatim(text.title)}**")
            st.markdown(marked_lines(text.text, parameter(SAID) or ""))


def _citation_data(entry: EntryInfo, source: SourceInfo | None) -> str:
    rows: list[tuple[Text, str]] = []
    if source:
        rows += [
            (words.BY_SOURCE, source_text(source).title),
            (words.PUBLISHER, source_text(source).publisher),
            (words.PUBLISHED, source.published),
        ]
    comma = say(frame.LIST_COMMA)
    rows += [
        (words.PAGES, _pages(entry, source)),
        (words.HEADING, entry.heading),
        (words.AS_OF, entry.as_of),
        (words.BY_ROLE, comma.join(_role_names(entry.audience))),
        (words.REGIONS, comma.join(entry.regions)),
        (words.ORGANISATIONS, comma.join(entry.organisations)),
        (words.ENTRY_ID, entry.id),
    ]
    return as_list(rows)


def _pages(entry: EntryInfo, source: SourceInfo | None) -> str:
    if entry.pages:
        return page_numbers(entry.pages)
    note = source_text(source).pages_note if source else ""
    return say(words.PAGES_UNKNOWN, note=note) if note else say(words.PAGES_NONE)


def _role_names(audience: Sequence[str]) -> list[str]:
    return [say(name) for role, name in labels.ROLES.items() if role.value in audience]


def _show_links(title: Text, entry_ids: Iterable[str], library: Library) -> None:
    entries = [library.by_id[entry_id] for entry_id in entry_ids if entry_id in library.by_id]
    if entries:
        st.markdown(f"**{say(title)}**")
        with st.container(gap="xxsmall"):
            for entry in entries:
                show_link(entry, key=title.en)


def _show_questions(entry: EntryInfo) -> None:
    st.markdown(f"**{say(words.QUESTIONS)}**")
    st.caption(say(words.QUESTIONS_HELP))
    with st.container(gap="xsmall"):
        for number, question in enumerate(text_of(entry).questions):
            if st.button(
                verbatim(question),
                key=f"ask-{entry.id}-{number}",
                icon=":material/chat_bubble:",
                wrap=True,
            ):
                state.ask(question)
                st.switch_page("views/chat.py")


def _compare(entry_id: str) -> None:
    others = [other for other in state.compared() if other != entry_id]
    state.compare([*others, entry_id])
    state.preset({state.SECTION_KEY: state.COMPARE})
    leave(ENTRY)
