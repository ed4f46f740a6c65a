"""What the assistant knows: entries, cases, documents; one entry in its place."""

import streamlit as st

from ui import state
from ui.address import ENTRY, SAID, go_to, leave, parameter
from ui.backend import Library, library, near_in_meaning, official_sources
from ui.components import entry_filters
from ui.components.comparison import show_comparison
from ui.components.entry_filters import choose_entries
from ui.components.entry_list import show_entries
from ui.components.entry_page import show_entry
from ui.components.problem import showing_problems
from ui.components.scrolling import start_at_top
from ui.components.sections import choose_section
from ui.components.source_list import show_sources
from ui.entry_filter import EntryFilter, select
from ui.language import say
from ui.reading import titles_of
from ui.texts import library as words

_SECTIONS = {
    "entries": words.ENTRIES,
    "cases": words.CASES,
    state.COMPARE: words.COMPARE,
    "sources": words.SOURCES,
}
_FEW = 5  # with fewer hits than this, entries close in meaning are offered too


def show_page() -> None:
    opened = parameter(ENTRY)
    with showing_problems("library"):
        if opened:
            _show_one(opened, library())
        else:
            _show_all(library())


def _show_one(entry_id: str, known: Library) -> None:
    st.button(say(words.BACK), icon=":material/arrow_back:", on_click=leave, args=(ENTRY, SAID))
    go_to(ENTRY, entry_id)  # a link within the page leaves the browser's address as it was
    entry = known.by_id.get(entry_id)
    if entry is None:
        st.warning(say(words.MISSING), icon=":material/search_off:")
        return
    sources = {source.key: source for source in official_sources()}
    show_entry(entry, sources.get(entry.source), known)
    start_at_top(entry_id)


def _show_all(known: Library) -> None:
    st.title(say(words.TITLE), anchor=False)
    st.markdown(say(words.TAGLINE))
    section = choose_section(words.SECTION, _SECTIONS, key=state.SECTION_KEY)
    if section == state.COMPARE:
        show_comparison(known)
    elif section == "sources":
        show_sources(official_sources(), on_see=_see_entries_of)
    else:
        _show_found(known, only_cases=section == "cases")


def _show_found(known: Library, *, only_cases: bool) -> None:
    sources = official_sources()
    order = {source.key: number for number, source in enumerate(sources)}
    offered = known.cases if only_cases else known.entries
    entries = sorted(offered, key=lambda entry: order.get(entry.source, len(order)))
    wanted = choose_entries(entries, sources)
    found = select(entries, wanted, known.words)
    st.caption(say(words.FOUND, count=len(found)))
    if not found:
        st.info(say(words.NOTHING), icon=":material/search_off:")
    titles = titles_of(sources)
    show_entries(found, titles, key=f"{only_cases}-{wanted}")
    if wanted.words.strip() and len(found) < _FEW:
        _show_near(wanted, known, titles, beside={entry.id for entry in found})


def _show_near(
    wanted: EntryFilter, known: Library, titles: dict[str, str], *, beside: set[str]
) -> None:
    near = [known.by_id.get(entry_id) for entry_id in near_in_meaning(wanted.words)]
    fitting = [e for e in near if e and e.id not in beside and wanted.admits(e)]
    if fitting:
        st.markdown(f"**{say(words.NEARBY)}**")
        show_entries(fitting, titles, key=f"near-{wanted}")


def _see_entries_of(source: str) -> None:
    state.preset({state.SECTION_KEY: "entries", entry_filters.SOURCE: source})


show_page()
