"""The search index as files: built beside the live one and swapped in whole.

`home/index/` holds one folder for each generation and a file `current` that names the live one.
Replacing that file is the only change that a reader can see, and it is atomic: a process killed
while indexing leaves the old index in use.
"""

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from chromadb.api import ClientAPI
from filelock import FileLock

from knowledge.added_documents import chunk_from_json
from knowledge.documents import Chunk
from knowledge.errors import IndexMissing, IndexNotSaved, IndexUnavailable
from knowledge.keyword_index import KeywordIndex
from knowledge.tokens import tokenise
from knowledge.vector_cache import VectorCache
from knowledge.vector_index import VectorIndex, open_chroma
from knowledge.windows import windows_of

FORMAT = 5
_KEPT_GENERATIONS = 2
Progress = Callable[[str, int, int], None]
"""Hears (step, done, total)."""


@dataclass(frozen=True, slots=True)
class SearchableContent:
    """Everything that an index is built from."""

    chunks: Sequence[Chunk]
    questions: Mapping[str, Sequence[str]]
    """Users' questions for each chunk id."""

    def fingerprint(self, model_identity: str) -> str:
        """Changes with any text, any question, the model and the index format."""
        digest = sha256(f"{FORMAT}\n{model_identity}".encode())
        for chunk in self.chunks:
            questions = self.questions.get(chunk.id, ())
            digest.update(json.dumps([asdict(chunk), list(questions)], sort_keys=True).encode())
        return digest.hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """One opened generation."""

    generation: str
    fingerprint: str
    chunks: Mapping[str, Chunk]
    units: Mapping[str, tuple[Chunk, ...]]
    """Chunks by entry: an entry in two languages is one thing to find."""
    passages: VectorIndex
    questions: VectorIndex
    keywords: KeywordIndex


class IndexStore:
    """Builds, opens and swaps generations under one folder."""

    def __init__(self, directory: Path, chroma_url: str | None) -> None:
        self._directory = directory
        self._chroma_url = chroma_url

    def live_generation(self) -> str | None:
        """Name of the generation in use, or None before the first build."""
        try:
            return (self._directory / "current").read_text(encoding="utf-8").strip() or None
        except OSError:
            return None

    def live_fingerprint(self) -> str | None:
        """Fingerprint of what the live generation was built from."""
        generation = self.live_generation()
        if generation is None:
            return None
        try:
            return str(self._manifest(generation)["fingerprint"])
        except (IndexUnavailable, KeyError):
            return None

    def open(self) -> SearchIndex:
        """Open the live generation.

        Raises:
            IndexMissing: nothing has been built yet.
            IndexUnavailable: its files are damaged.
        """
        generation = self.live_generation()
        if generation is None:
            raise IndexMissing("There is no search index yet: run `sanpuku knowledge build`")
        manifest, folder = self._manifest(generation), self._directory / generation
        try:
            lines = (folder / "chunks.jsonl").read_text(encoding="utf-8").splitlines()
            chunks = [chunk_from_json(json.loads(line)) for line in lines]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexUnavailable(
                f"The search index is damaged ({error}): run `sanpuku knowledge build`"
            ) from error
        client = open_chroma(folder / "chroma", self._chroma_url)
        return SearchIndex(
            generation=generation,
            fingerprint=str(manifest["fingerprint"]),
            chunks={chunk.id: chunk for chunk in chunks},
            units=_by_entry(chunks),
            passages=VectorIndex(client, f"passages-{generation}"),
            questions=VectorIndex(client, f"questions-{generation}"),
            keywords=KeywordIndex.load(folder / "keywords"),
        )

    def build(
        self,
        content: SearchableContent,
        cache: VectorCache,
        model_identity: str,
        *,
        on_progress: Progress,
    ) -> str:
        """Build a new generation, swap it in, and remove those that nobody reads any more.

        Raises:
            IndexNotSaved: it could not be written; the old generation stays in use.
        """
        generation = f"{datetime.now(UTC):%Y%m%d%H%M%S}-{uuid4().hex[:6]}"
        folder = self._directory / generation
        try:
            folder.mkdir(parents=True)
            with FileLock(self._directory / ".building"):
                self._write(content, cache, folder, on_progress)
                manifest = {
                    "format": FORMAT,
                    "fingerprint": content.fingerprint(model_identity),
                    "model": model_identity,
                    "chunks": len(content.chunks),
                }
                (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
                self._make_current(generation)
        except IndexNotSaved:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        except Exception as error:
            # Chroma reports a full disk as its own internal error, so no narrower class will do.
            shutil.rmtree(folder, ignore_errors=True)
            raise IndexNotSaved(f"The new index could not be written: {error}") from error
        self._remove_old(generation)
        return generation

    def _write(
        self, content: SearchableContent, cache: VectorCache, folder: Path, on_progress: Progress
    ) -> None:
        chunks = content.chunks
        with (folder / "chunks.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(c), ensure_ascii=False) + "\n" for c in chunks)
        windows = [
            (f"{chunk.id}~{number}", text)
            for chunk in chunks
            for number, text in enumerate(windows_of(chunk))
        ]
        asked = [
            (f"{chunk.id}~{number}", question)
            for chunk in chunks
            for number, question in enumerate(content.questions.get(chunk.id, ()))
        ]
        vectors = cache.vectors(
            [text for _, text in (*windows, *asked)],
            on_progress=lambda done, total: on_progress("vectors", done, total),
        )
        client = open_chroma(folder / "chroma", self._chroma_url)
        on_progress("index", 0, 3)
        count = len(windows)
        self._store(client, f"passages-{folder.name}", [i for i, _ in windows], vectors[:count])
        on_progress("index", 1, 3)
        self._store(client, f"questions-{folder.name}", [i for i, _ in asked], vectors[count:])
        on_progress("index", 2, 3)
        words = [_words_of(chunk, content.questions.get(chunk.id, ())) for chunk in chunks]
        KeywordIndex.build([c.id for c in chunks], words).save(folder / "keywords")
        on_progress("index", 3, 3)

    @staticmethod
    def _store(client: ClientAPI, name: str, ids: Sequence[str], vectors) -> None:  # type: ignore[no-untyped-def]  # numpy array
        VectorIndex(client, name).add(ids, vectors)

    def _make_current(self, generation: str) -> None:
        pointer = self._directory / "current.new"
        pointer.write_text(generation, encoding="utf-8")
        pointer.replace(self._directory / "current")

    def _manifest(self, generation: str) -> Mapping[str, object]:
        try:
            text = (self._directory / generation / "manifest.json").read_text(encoding="utf-8")
            manifest: Mapping[str, object] = json.loads(text)
        except (OSError, ValueError) as error:
            raise IndexUnavailable(
                f"The search index is damaged ({error}): run `sanpuku knowledge build`"
            ) from error
        if manifest.get("format") != FORMAT:
            raise IndexUnavailable("The search index is of another version: run `sanpuku knowledge build`")
        return manifest

    def _remove_old(self, live: str) -> None:
        """Keep the one before: a reader may be in the middle of it."""
        finished = sorted(p.parent for p in self._directory.glob("*/manifest.json"))
        for folder in finished[:-_KEPT_GENERATIONS]:
            if folder.name != live:
                self._drop_from_server(folder.name)
                shutil.rmtree(folder, ignore_errors=True)

    def _drop_from_server(self, generation: str) -> None:
        if self._chroma_url:
            client = open_chroma(self._directory, self._chroma_url)
            for name in ("passages", "questions"):
                VectorIndex(client, f"{name}-{generation}").drop()


def _by_entry(chunks: Sequence[Chunk]) -> dict[str, tuple[Chunk, ...]]:
    units: dict[str, tuple[Chunk, ...]] = {}
    for chunk in chunks:
        units[chunk.entry_id] = (*units.get(chunk.entry_id, ()), chunk)
    return units


def _words_of(chunk: Chunk, questions: Sequence[str]) -> list[str]:
    """Words under which a chunk is found: title or heading, text, and users' questions."""
    title = chunk.title if chunk.is_curated else chunk.heading
    return tokenise("\n".join((title, chunk.text, *questions)))
