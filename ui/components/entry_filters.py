"""What the visitor is looking for in the library."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from assistant.library_contract import EntryInfo, SourceInfo
from ui import state
from ui.entry_filter import ELSEWHERE, EntryFilter, prefectures_of
from ui.language import names_of, say
from ui.reading import titles_of, topic_names
from ui.texts import labels
from ui.texts import library as words
from ui.texts.regions import ELSEWHERE as ELSEWHERE_NAME
from ui.texts.regions import PREFECTURES
from ui.wording import Text

_WORDS = "find"
SOURCE, _KIND, _REGION, _TOPIC, _ROLE, _STAGE = state.FIND_KEYS


def choose_entries(entries: Sequence[EntryInfo], sources: Sequence[SourceInfo]) -> EntryFilter:
    """Search line and folded choices; only what occurs among the entries is offered."""
    typed = st.text_input(
        say(words.SEARCH),
        key=_WORDS,
        type="search",
        placeholder=say(words.SEARCH_PLACEHOLDER),
        persist_state="session",
    )
    count = sum(state.chosen(key) is not None for key in state.FIND_KEYS)
    label = say(words.FILTERS_SET, count=count) if count else say(words.FILTERS)
    with st.expander(label, icon=":material/filter_list:", key="filters"):
        chosen = _choose(entries, sources)
        if chosen.count:
            st.button(say(words.CLEAR), on_click=state.clear, args=(state.FIND_KEYS,))
    return EntryFilter(
        words=typed or "",
        source=chosen.source,
        kind=chosen.kind,
        region=chosen.region,
        topic=chosen.topic,
        role=chosen.role,
        stage=chosen.stage,
    )


def _choose(entries: Sequence[EntryInfo], sources: Sequence[SourceInfo]) -> EntryFilter:
    left, right = st.columns(2)
    with left:
        source = _choice(words.BY_SOURCE, SOURCE, (e.source for e in entries), titles_of(sources))
        kind = _choice(words.BY_KIND, _KIND, (e.kind for e in entries), names_of(labels.KINDS))
        regions = (region for entry in entries for region in prefectures_of(entry))
        region = _choice(words.BY_REGION, _REGION, regions, _region_names(), in_order=True)
    with right:
        topics = (topic for entry in entries for topic in entry.topics)
        topic = _choice(words.BY_TOPIC, _TOPIC, topics, topic_names(entries))
        roles = (role for entry in entries for role in entry.audience)
        names = {role.value: name for role, name in names_of(labels.ROLES).items()}
        role = _choice(words.BY_ROLE, _ROLE, roles, names, in_order=True)
        stages = (entry.stage for entry in entries if entry.stage)
        stage = _choice(words.BY_STAGE, _STAGE, stages, names_of(labels.STAGES), in_order=True)
    return EntryFilter(source=source, kind=kind, region=region, topic=topic, role=role, stage=stage)


def _choice(
    label: Text,
    key: str,
    values: Iterable[str],
    names: Mapping[str, str],
    *,
    in_order: bool = False,
) -> str | None:
    """One box. Its options stand in the order of `names`, or the most frequent first."""
    counts = Counter(values)
    frequent = [value for value, _ in counts.most_common()]
    known = [value for value in names if value in counts] if in_order else []
    options = [*known, *(value for value in frequent if value not in known)]
    counted = {value: f"{names.get(value, value)} ({counts[value]})" for value in options}
    state.drop_unless(key, options)
    return st.selectbox(
        say(label),
        options,
        index=None,
        format_func=counted.__getitem__,
        key=key,
        placeholder=say(words.ANY),
        persist_state="session",
    )


def _region_names() -> dict[str, str]:
    return names_of(PREFECTURES) | {ELSEWHERE: say(ELSEWHERE_NAME)}
