"""The service as the page sees it: one shared client, and what may be kept for a while."""

from dataclasses import dataclass
from functools import cached_property

import streamlit as st

from assistant.client import AssistantClient
from assistant.contract import LanguageCode
from assistant.form_contract import FormInfo, FormSummary, ServiceTypeInfo
from assistant.http_calls import connection
from assistant.library_contract import EntryInfo, SourceInfo
from assistant.settings import AssistantSettings
from assistant.worksheet_client import WorksheetClient
from ui import state
from ui.entry_filter import searchable
from ui.visitor import visitor

_FRESH_SECONDS = 300
_PATIENCE_SECONDS = 120.0
"""Longer than any language model is given for its answer."""


@dataclass(frozen=True)
class Library:
    """All entries, in the service's order."""

    entries: tuple[EntryInfo, ...]

    @cached_property
    def by_id(self) -> dict[str, EntryInfo]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def words(self) -> dict[str, str]:
        """Per entry, everything that a search by words looks at."""
        return {entry.id: searchable(entry) for entry in self.entries}

    @cached_property
    def cases(self) -> tuple[EntryInfo, ...]:
        """Case records, without the entries that tell a detail of one."""
        return tuple(e for e in self.entries if e.kind == "case" and e.case_of is None)

    def details_of(self, entry: EntryInfo) -> tuple[EntryInfo, ...]:
        return tuple(other for other in self.entries if other.case_of == entry.id)


def assistant() -> AssistantClient:
    """Answers and conversations in the visitor's name and language; over one connection for all
    who read the same language."""
    return _client(AssistantSettings().service_url, state.language()).for_visitor(visitor())


def library() -> Library:
    """The entries, asked for at most every few minutes. Raises what the client raises."""
    return _library(AssistantSettings().service_url, assistant())


def near_in_meaning(words: str) -> tuple[str, ...]:
    """Ids of entries found by meaning, best first. Raises what the client raises."""
    return _near_in_meaning(AssistantSettings().service_url, words, assistant())


def official_sources() -> tuple[SourceInfo, ...]:
    """Sources without those that users added. Raises what the client raises."""
    return tuple(source for source in assistant().sources() if source.authority != "user")


def worksheets() -> WorksheetClient:
    """Worksheets in the visitor's name and language."""
    client = _worksheets(AssistantSettings().service_url)
    return client.in_hands_of(visitor(), state.language())


def forms() -> tuple[FormSummary, ...]:
    """All forms in the order in which they are offered. Raises what the client raises."""
    return _forms(AssistantSettings().service_url, worksheets())


def form(form_id: str) -> FormInfo:
    """A form with its fields. Raises what the client raises."""
    return _form(AssistantSettings().service_url, form_id, worksheets())


def service_types() -> tuple[ServiceTypeInfo, ...]:
    """The kinds of service that a sheet can be about. Raises what the client raises."""
    return _service_types(AssistantSettings().service_url, worksheets())


@st.cache_resource(show_spinner=False)
def _client(url: str, language: LanguageCode) -> AssistantClient:
    # The service words its refusals in the language that the request accepts.
    headers = {"Accept-Language": language}
    return AssistantClient(connection(url, timeout=_PATIENCE_SECONDS, headers=headers))


# What follows is kept by address: a client, unhashed because of its name's first letter, only words
# refusals in its visitor's language, and those are not kept.


@st.cache_resource(ttl=_FRESH_SECONDS, max_entries=2, show_spinner=False)
def _library(url: str, _client: AssistantClient) -> Library:
    return Library(_client.entries().entries)


@st.cache_data(ttl=_FRESH_SECONDS, max_entries=200, show_spinner=False)
def _near_in_meaning(url: str, words: str, _client: AssistantClient) -> tuple[str, ...]:
    found = _client.search(words, limit=10).passages
    return tuple(dict.fromkeys(passage.entry_id for passage in found))


@st.cache_resource(show_spinner=False)
def _worksheets(url: str) -> WorksheetClient:
    return WorksheetClient.at(url)


@st.cache_resource(ttl=_FRESH_SECONDS, max_entries=2, show_spinner=False)
def _forms(url: str, _client: WorksheetClient) -> tuple[FormSummary, ...]:
    return _client.forms().forms


@st.cache_resource(ttl=_FRESH_SECONDS, max_entries=50, show_spinner=False)
def _form(url: str, form_id: str, _client: WorksheetClient) -> FormInfo:
    return _client.form(form_id)


@st.cache_resource(ttl=_FRESH_SECONDS, max_entries=2, show_spinner=False)
def _service_types(url: str, _client: WorksheetClient) -> tuple[ServiceTypeInfo, ...]:
    return _client.service_types().service_types
