"""The search index: built beside the live one, swapped in whole, opened for search."""

import json
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from filelock import FileLock

from knowledge.added_documents import chunk_from_json
from knowledge.documents import Chunk
from knowledge.errors import IndexMissing, IndexNotSaved, IndexUnavailable
from knowledge.generations import FORMAT, Generations, Manifest, checksums
from knowledge.keyword_index import KeywordIndex
from knowledge.progress import Progress
from knowledge.tokens import tokenise
from knowledge.vector_cache import VectorCache
from knowledge.vector_index import VectorIndex, chroma_for_a_while, lasting_files
from knowledge.windows import subject_of, windows_of

logger = logging.getLogger(__name__)

_COLLECTIONS = ("passages", "questions")


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

    def __init__(
        self, directory: Path, chroma_url: str | None, *, kept_seconds: float = 30
    ) -> None:
        """Name the place; nothing is read or written yet.

        Args:
            kept_seconds: how long a generation that was swapped out is left to its readers; the
                last one stays in any case.
        """
        self._generations = Generations(directory)
        self._chroma_url = chroma_url
        self._kept_seconds = kept_seconds
        self._building = FileLock(directory / ".building")

    def live_generation(self) -> str | None:
        """Name of the generation in use, or None before the first build."""
        return self._generations.live()

    def live_fingerprint(self) -> str | None:
        """Fingerprint of what the live generation was built from; None when it cannot be used."""
        generation = self.live_generation()
        try:
            return self._generations.manifest(generation).fingerprint if generation else None
        except IndexUnavailable:
            return None

    def is_sound(self) -> bool:
        """True when the live generation can be opened and searched."""
        try:
            index = self.open()
            return index.passages.count() >= 0 and index.questions.count() >= 0
        except (IndexMissing, IndexUnavailable):
            return False

    def open(self) -> SearchIndex:
        """Open the live generation.

        Raises:
            IndexMissing: nothing has been built yet.
            IndexUnavailable: its files are damaged.
        """
        while True:
            generation = self.live_generation()
            if generation is None:
                raise IndexMissing("There is no search index yet: run `sanpuku knowledge build`")
            try:
                return self._open(generation)
            except IndexUnavailable:
                # Swapped out and removed while it was being opened: there is a newer one.
                if self.live_generation() == generation:
                    raise

    @contextmanager
    def building(self) -> Iterator[None]:
        """Keep other builders out, in this process and in others, until the block ends.

        Raises:
            IndexNotSaved: the folder cannot be written.
        """
        try:
            self._generations.directory.mkdir(parents=True, exist_ok=True)
            self._building.acquire()
        except OSError as error:
            raise IndexNotSaved(f"The new index could not be written: {error}") from error
        try:
            yield
        finally:
            self._building.release()

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
        with self.building():
            before = self.live_generation()
            self._remove_unfinished()
            try:
                folder = self._generations.begin()
            except OSError as error:
                raise IndexNotSaved(f"The new index could not be written: {error}") from error
            try:
                self._write(content, cache, folder, on_progress)
                self._generations.finish(folder, self._manifest(content, model_identity, folder))
            except IndexNotSaved:
                self._remove({folder.name})
                raise
            except Exception as error:
                # Chroma reports a full disk as its own internal error: no narrower class will do.
                self._remove({folder.name})
                raise IndexNotSaved(f"The new index could not be written: {error}") from error
            self._remove(self._generations.retired(self._kept_seconds) - {folder.name, before})
        return folder.name

    def _open(self, generation: str) -> SearchIndex:
        manifest = self._generations.manifest(generation)
        self._generations.prove_files(generation, manifest)
        folder = self._generations.folder(generation)
        try:
            lines = (folder / "chunks.jsonl").read_text(encoding="utf-8").split("\n")
            chunks = [chunk_from_json(json.loads(line)) for line in lines if line]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexUnavailable(
                f"The search index is damaged ({error}): run `sanpuku knowledge build`"
            ) from error
        passages, questions = (
            VectorIndex.opened(folder / "chroma", self._chroma_url, f"{name}-{generation}")
            for name in _COLLECTIONS
        )
        return SearchIndex(
            generation=generation,
            fingerprint=manifest.fingerprint,
            chunks={chunk.id: chunk for chunk in chunks},
            units=_by_entry(chunks),
            passages=passages,
            questions=questions,
            keywords=KeywordIndex.load(folder / "keywords"),
        )

    def _write(
        self, content: SearchableContent, cache: VectorCache, folder: Path, on_progress: Progress
    ) -> None:
        chunks = content.chunks
        with (folder / "chunks.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(c), ensure_ascii=False) + "\n" for c in chunks)
        windows = _numbered((chunk.id, windows_of(chunk)) for chunk in chunks)
        asked = _numbered((chunk.id, content.questions.get(chunk.id, ())) for chunk in chunks)
        vectors = cache.vectors(
            [*windows.values(), *asked.values()],
            on_progress=lambda done, total: on_progress("vectors", done, total),
        )
        on_progress("index", 0, 3)
        with chroma_for_a_while(folder / "chroma", self._chroma_url) as client:
            VectorIndex(client, f"passages-{folder.name}").add(
                list(windows), vectors[: len(windows)]
            )
            on_progress("index", 1, 3)
            VectorIndex(client, f"questions-{folder.name}").add(
                list(asked), vectors[len(windows) :]
            )
        on_progress("index", 2, 3)
        words = [_words_of(chunk, content.questions.get(chunk.id, ())) for chunk in chunks]
        KeywordIndex.build([c.id for c in chunks], words).save(folder / "keywords")
        on_progress("index", 3, 3)

    @staticmethod
    def _manifest(content: SearchableContent, model_identity: str, folder: Path) -> Manifest:
        own = [folder / "chunks.jsonl", *sorted((folder / "keywords").iterdir())]
        return Manifest(
            format=FORMAT,
            fingerprint=content.fingerprint(model_identity),
            model=model_identity,
            chunks=len(content.chunks),
            files=checksums(folder, [*own, *lasting_files(folder / "chroma")]),
        )

    def _remove_unfinished(self) -> None:
        """What builders left that were killed: nobody else builds now, so nobody writes to them."""
        names = self._generations.names()
        self._remove({name for name in names if not self._generations.is_finished(name)})

    def _remove(self, generations: Set[str]) -> None:
        if self._chroma_url and generations:
            try:
                with chroma_for_a_while(self._generations.directory, self._chroma_url) as client:
                    for name in (f"{kind}-{old}" for old in generations for kind in _COLLECTIONS):
                        VectorIndex(client, name).drop()
            except IndexUnavailable as error:
                logger.warning("Old collections stay on the Chroma server: %s", error)
        self._generations.remove(generations)


def _numbered(texts: Iterable[tuple[str, Sequence[str]]]) -> dict[str, str]:
    """Texts by `<chunk id>~<number from 0>`, the ids under which their vectors are stored."""
    return {
        f"{chunk_id}~{number}": text for chunk_id, own in texts for number, text in enumerate(own)
    }


def _by_entry(chunks: Sequence[Chunk]) -> dict[str, tuple[Chunk, ...]]:
    units: dict[str, tuple[Chunk, ...]] = {}
    for chunk in chunks:
        units[chunk.entry_id] = (*units.get(chunk.entry_id, ()), chunk)
    return units


def _words_of(chunk: Chunk, questions: Sequence[str]) -> list[str]:
    """Words under which a chunk is found: its subject, text, and users' questions."""
    return tokenise("\n".join((subject_of(chunk), chunk.text, *questions)))
