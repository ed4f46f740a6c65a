"""Building small indexes: in this process, and in one that is killed or short of disk."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.corpus import Corpus
from knowledge.documents import Chunk
from knowledge.index_store import IndexStore
from knowledge.index_writing import SearchableContent
from knowledge.vector_cache import VectorCache
from tests.fakes import WordOverlapEmbeddings
from tests.knowledge.samples import SMALL_CORPUS

MODEL = "overlap"
ROOT = Path(__file__).parents[2]


def unheard(*_progress: object) -> None:
    """Nobody listens."""


def content(
    corpus: Corpus = SMALL_CORPUS, *added: Chunk, more_questions: int = 0
) -> SearchableContent:
    """Entries with their questions, and added chunks; `more_questions` makes the index large."""
    chunks = corpus.chunks()
    questions = {c.id: corpus.by_id[c.entry_id].questions(c.language) for c in chunks}
    if more_questions:
        first = chunks[0].id
        questions[first] += tuple(f"質問 {i}" for i in range(more_questions))
    return SearchableContent([*chunks, *added], questions)


def build(
    home: Path,
    what: SearchableContent,
    *,
    url: str | None = None,
    embeddings: WordOverlapEmbeddings | None = None,
    kept_seconds: float = 0,
) -> str:
    """Build into `home`; the name of the new generation."""
    cache = VectorCache(home / "vectors.sqlite", MODEL, embeddings or WordOverlapEmbeddings(), None)
    store = IndexStore(home / "index", url, kept_seconds=kept_seconds)
    return store.build(what, cache, MODEL, on_progress=unheard)


def nearest(home: Path, question: str, url: str | None = None) -> str:
    """The entry whose text is nearest to a question, by the live index."""
    index = IndexStore(home / "index", url).open()
    [hit] = index.passages.search(WordOverlapEmbeddings().embed_query(question), limit=1)
    return index.chunks[hit.id.rpartition("~")[0]].entry_id


def generations(home: Path) -> list[str]:
    """Folders under the index, finished or not."""
    return sorted(path.name for path in (home / "index").iterdir() if path.is_dir())


@contextmanager
def in_another_process(script: str, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A Python process that can import the project and the tests; it does not outlive the block."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdout=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def said_by(process: subprocess.Popen[str], line: str) -> None:
    """Wait until the process has printed this line; fail when it ends without."""
    assert process.stdout is not None
    for printed in process.stdout:
        if printed.strip() == line:
            return
    raise AssertionError(f"the process ended without saying {line!r}")
