"""The search index: built beside the live one, swapped in whole, opened for search."""

import logging
from collections.abc import Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock

from knowledge.documents import Chunk
from knowledge.errors import IndexMissing, IndexNotSaved, IndexUnavailable
from knowledge.generations import FORMAT, Generations, Manifest, checksums
from knowledge.index_writing import (
    COLLECTIONS,
    Former,
    GenerationWriter,
    SearchableContent,
    Written,
    own_files,
    read_chunks,
)
from knowledge.keyword_index import KeywordIndex
from knowledge.progress import Progress
from knowledge.vector_cache import VectorCache
from knowledge.vector_index import VectorIndex, chroma_for_a_while, lasting_files

logger = logging.getLogger(__name__)

_MOST_LEFT_BEHIND = 0.25
"""Share of windows taken out from which on a graph is worth being built anew."""


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
        anew: bool = False,
    ) -> str:
        """Build a new generation, swap it in, and remove those that nobody reads any more.

        Args:
            anew: take nothing over from the live generation.

        Raises:
            IndexNotSaved: it could not be written; the old generation stays in use.
        """
        writer = GenerationWriter(content, cache, self._chroma_url, on_progress)
        entries = content.entries_fingerprint(model_identity)
        with self.building():
            before = self.live_generation()
            self._remove_unfinished()
            try:
                folder = self._generations.begin()
            except OSError as error:
                raise IndexNotSaved(f"The new index could not be written: {error}") from error
            try:
                written = writer.write(folder, None if anew else self._to_begin_from(entries))
                manifest = _manifest(content, model_identity, folder, written)
                self._generations.finish(folder, manifest)
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
            chunks = read_chunks(folder)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexUnavailable(
                f"The search index is damaged ({error}): run `sanpuku knowledge build`"
            ) from error
        passages, questions = (
            VectorIndex.opened(folder / "chroma", self._chroma_url, f"{name}-{generation}")
            for name in COLLECTIONS
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

    def _to_begin_from(self, entries: str) -> Former | None:
        """The live generation, where copying it is less work than building anew."""
        name = self.live_generation()
        if name is None or self._chroma_url:
            return None
        try:
            manifest = self._generations.manifest(name)
            self._generations.prove_files(name, manifest)
        except IndexUnavailable:
            return None
        is_worn = manifest.left_behind > _MOST_LEFT_BEHIND * manifest.windows
        if manifest.entries != entries or is_worn:
            return None
        return Former(self._generations.folder(name), manifest.left_behind)

    def _remove_unfinished(self) -> None:
        """What builders left that were killed: nobody else builds now, so nobody writes to them."""
        names = self._generations.names()
        self._remove({name for name in names if not self._generations.is_finished(name)})

    def _remove(self, generations: Set[str]) -> None:
        if self._chroma_url and generations:
            try:
                with chroma_for_a_while(self._generations.directory, self._chroma_url) as client:
                    for name in (f"{kind}-{old}" for old in generations for kind in COLLECTIONS):
                        VectorIndex(client, name).drop()
            except IndexUnavailable as error:
                logger.warning("Old collections stay on the Chroma server: %s", error)
        self._generations.remove(generations)


def _manifest(
    content: SearchableContent, model_identity: str, folder: Path, written: Written
) -> Manifest:
    return Manifest(
        format=FORMAT,
        fingerprint=content.fingerprint(model_identity),
        entries=content.entries_fingerprint(model_identity),
        model=model_identity,
        chunks=len(content.chunks),
        windows=written.windows,
        left_behind=written.left_behind,
        files=checksums(folder, [*own_files(folder), *lasting_files(folder / "chroma")]),
    )


def _by_entry(chunks: Sequence[Chunk]) -> dict[str, tuple[Chunk, ...]]:
    units: dict[str, tuple[Chunk, ...]] = {}
    for chunk in chunks:
        units[chunk.entry_id] = (*units.get(chunk.entry_id, ()), chunk)
    return units
