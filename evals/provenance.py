"""Where a run's figures come from: code, corpus, models."""

import subprocess
from hashlib import sha256
from pathlib import Path

from assistant.client import AssistantClient
from assistant.errors import AssistantError
from assistant.library_contract import EntryInfo, EntryList

_NONE = EntryList(entries=(), total=0)


def git_commit(folder: Path = Path(__file__).parent) -> str | None:
    """The commit of the code, with a + when files differ from it; None outside a checkout."""
    commit = _git(folder, "rev-parse", "--short=12", "HEAD")
    if commit is None:
        return None
    return f"{commit}+" if _git(folder, "status", "--porcelain", "--untracked-files=no") else commit


def searched_entries(client: AssistantClient) -> EntryList:
    """All entries that the service answers from; none when it cannot tell."""
    try:
        return client.entries()
    except AssistantError:
        return _NONE


def engine_of(client: AssistantClient, otherwise: str) -> str:
    """The engine that the service answers with; `otherwise` when it cannot tell."""
    try:
        return client.ready().engine
    except AssistantError:
        return otherwise


def corpus_digest(client: AssistantClient, entries: EntryList) -> str:
    """Changes whenever an entry or an added document does; empty when the service cannot tell."""
    try:
        documents = client.documents()
    except AssistantError:
        return ""
    whole = "\n".join(sorted(entry.model_dump_json() for entry in entries.entries))
    added = sorted(f"{document.name} {document.passages}" for document in documents.documents)
    return sha256("\n".join([whole, *added]).encode()).hexdigest()[:16]


def entry_text(entry: EntryInfo) -> str:
    """All that an entry says, in both languages."""
    return "\n".join([entry.ja.title, entry.ja.text, entry.en.title, entry.en.text])


def _git(folder: Path, *arguments: str) -> str | None:
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True, timeout=30
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()
