"""What the visitor is looking for in the library."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import streamlit as st

from assistant.contract import EntryInfo, Persona, SourceInfo
from ui import state
from ui.entry_filter import ELSEWHERE, EntryFilter, prefectures_of
from ui.language import say
from ui.texts import labels
from ui.texts import library as words
from ui.texts.regions import ELSEWHERE as ELSEWHERE_NAME
from ui.texts.regions import PREFECTURES
from ui.wording import Text

_WORDS = "find"
SOURCE = "find_source"
_KIND, _REGION = "find_kind", "find_region"
_TOPIC, _ROLE, _STAGE = "find_topic", "find_role", "find_stage"
_CHOICES = (SOURCE, _KIND, _REGION, _TOPIC, _ROLE, _STAGE)


def choose_entries(entries: Sequence[EntryInfo], sources: Sequence[SourceInfo]) -> EntryFilter:
    """Search line and folded choices; only what occurs among the entries is offered."""
    typed = st.text_input(
        say(words.SEARCH),
        key=_WORDS,
        type="search",
        placeholder=say(words.SEARCH_PLACEHOLDER),
        persist_state="session",
    )
    count = sum(state.chosen(key) is not None for key in _CHOICES)
    label = say(words.FILTERS_SET, count=count) if count else say(words.FILTERS)
    with st.expander(label, icon=":material/filter_list:", key="filters"):
        chosen = _choose(entries, sources)
        if chosen.count:
            st.button(say(words.CLEAR), on_click=state.clear, args=(_CHOICES,))
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
    is_ja = state.language() == "ja"
    titles = {source.key: source.title if is_ja else source.title_en for source in sources}
    left, right = st.columns(2)
    with left:
        source = _choice(words.BY_SOURCE, SOURCE, (e.source for e in entries), titles.get)
        kind = _choice(words.BY_KIND, _KIND, (e.kind for e in entries), _namer(labels.KINDS))
        regions = (region for entry in entries for region in prefectures_of(entry))
        region = _choice(words.BY_REGION, _REGION, regions, _region_name, order=list(PREFECTURES))
    with right:
        topics = (topic for entry in entries for topic in entry.topics)
        topic = _choice(words.BY_TOPIC, _TOPIC, topics, topic_names(entries).get)
        roles = (role for entry in entries for role in entry.audience)
        role = _choice(words.BY_ROLE, _ROLE, roles, _namer(labels.ROLES), order=list(labels.ROLES))
        stages = (entry.stage for entry in entries if entry.stage)
        stage = _choice(
            words.BY_STAGE, _STAGE, stages, _namer(labels.STAGES), order=list(labels.STAGES)
        )
    return EntryFilter(source=source, kind=kind, region=region, topic=topic, role=role, stage=stage)


def topic_names(entries: Iterable[EntryInfo]) -> dict[str, str]:
    """Topics as the visitor reads them."""
    if state.language() == "ja":
        return {topic: topic for entry in entries for topic in entry.topics}
    return {
        topic: name
        for entry in entries
        for topic, name in zip(entry.topics, entry.topics_en or entry.topics, strict=True)
    }


def _choice(
    label: Text,
    key: str,
    values: Iterable[str],
    name_of: Callable[[str], str | None],
    *,
    order: Sequence[str] = (),
) -> str | None:
    counts = Counter(values)
    known = [value for value in order if value in counts]
    others = [value for value, _ in counts.most_common() if value not in known]
    options = [*known, *others]
    state.drop_unless(key, options)
    return st.selectbox(
        say(label),
        options,
        index=None,
        format_func=lambda value: f"{name_of(value) or value} ({counts[value]})",
        key=key,
        placeholder=say(words.ANY),
        persist_state="session",
    )


def _namer(names: Mapping[str, Text] | Mapping[Persona, Text]) -> Callable[[str], str | None]:
    by_value = {str(key): text for key, text in names.items()}
    return lambda value: say(by_value[value]) if value in by_value else None


def _region_name(region: str) -> str:
    return say(ELSEWHERE_NAME if region == ELSEWHERE else PREFECTURES[region])
