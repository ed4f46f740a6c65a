"""Entries as a list of links, a page at a time."""

from collections.abc import Mapping, Sequence

import streamlit as st

from assistant.library_contract import EntryInfo
from ui.address import ENTRY, go_to
from ui.components.paging import show_pages
from ui.language import say
from ui.markdown_text import verbatim
from ui.reading import text_of
from ui.references import page_numbers
from ui.texts import frame, labels
from ui.texts import library as words

_AT_ONCE = 15


def show_entries(entries: Sequence[EntryInfo], titles: Mapping[str, str], *, key: str) -> None:
    """Title, where it is from, and the sentence that answers.

    Args:
        titles: of sources, by key.
        key: differs whenever the list does, so that a new list begins at its first page.
    """
    show_pages(entries, lambda entry: _show_row(entry, titles), at_once=_AT_ONCE, key=key)


def _show_row(entry: EntryInfo, titles: Mapping[str, str]) -> None:
    with st.container(border=True, gap="xxsmall"):
        st.markdown(f"**{verbatim(text_of(entry).title)}**")
        st.caption(_about(entry, titles))
        st.markdown(f":small[{verbatim(_lead(entry))}]")
        st.page_link(
            "views/library.py",
            label=say(words.OPEN),
            icon=":material/arrow_forward:",
            query_params={ENTRY: entry.id},
        )


def show_link(entry: EntryInfo, *, key: str) -> None:
    """The entry's title, leading to it.

    Args:
        key: tells apart places on the page where the same entry may stand.
    """
    # A page link would cut long titles off on a phone; a button wraps them.
    st.button(
        verbatim(text_of(entry).title),
        key=f"entry-{key}-{entry.id}",
        icon=":material/article:",
        wrap=True,
        on_click=go_to,
        args=(ENTRY, entry.id),
    )


def _about(entry: EntryInfo, titles: Mapping[str, str]) -> str:
    kind = labels.KINDS.get(entry.kind)
    facts = [
        say(kind) if kind else entry.kind,
        verbatim(titles.get(entry.source, entry.source)),
        page_numbers(entry.pages),
        say(frame.LIST_COMMA).join(entry.regions[:3]),
        entry.as_of,
    ]
    return say(frame.FACT_SEPARATOR).join(fact for fact in facts if fact)


def _lead(entry: EntryInfo) -> str:
    return text_of(entry).text.strip().split("\n", 1)[0].removeprefix("- ")
