"""Writes the files of one generation: all anew, or from the one before where only documents changed.

Most of the time of a build goes into the graphs of the entries' vectors and into cutting their
texts into words. Adding one document leaves both as they are, so the new generation begins as a
copy of the former one, and the vectors of documents alone are taken out and put in.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from knowledge.added_documents import chunk_from_json
from knowledge.documents import Chunk
from knowledge.generations import FORMAT
from knowledge.keyword_index import KeywordIndex
from knowledge.progress import Progress
from knowledge.tokens import tokenise
from knowledge.vector_cache import VectorCache, Vectors
from knowledge.vector_index import VectorIndex, chroma_for_a_while, copy_store
from knowledge.windows import subject_of, windows_of

COLLECTIONS = ("passages", "questions")
_CHUNKS, _WORDS = "chunks.jsonl", "words.json"

VectorsOf = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True, slots=True)
class SearchableContent:
    """Everything that an index is built from."""

    chunks: Sequence[Chunk]
    questions: Mapping[str, Sequence[str]]
    """Users' questions for each chunk id."""

    def fingerprint(self, model_identity: str) -> str:
        """Changes with any text, any question, the model and the index format."""
        return self._fingerprint(model_identity, self.chunks)

    def entries_fingerprint(self, model_identity: str) -> str:
        """Changes with everything but added documents."""
        return self._fingerprint(model_identity, [c for c in self.chunks if c.is_curated])

    def _fingerprint(self, model_identity: str, chunks: Iterable[Chunk]) -> str:
        digest = sha256(f"{FORMAT}\n{model_identity}".encode())
        for chunk in chunks:
            questions = self.questions.get(chunk.id, ())
            digest.update(json.dumps([asdict(chunk), list(questions)], sort_keys=True).encode())
        return digest.hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Former:
    """A sound generation of an embedded store that was built from the same entries."""

    folder: Path
    left_behind: int
    """Vectors that were taken out of its graphs, where their places stay."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer tells of the graphs."""

    windows: int
    """Vectors of passages that can be found."""
    left_behind: int
    """As in `Former`."""


@dataclass(frozen=True, slots=True)
class GenerationWriter:
    """Writes content into the folder of a new generation."""

    content: SearchableContent
    cache: VectorCache
    chroma_url: str | None
    on_progress: Progress

    def write(self, folder: Path, former: Former | None) -> Written:
        """Write all files but the manifest, anew or from a former generation.

        Raises:
            IndexNotSaved, OSError, and Chroma's own errors when they cannot be written.
        """
        chunks = self.content.chunks
        before, words = _read(former.folder) if former else ({}, {})
        with (folder / _CHUNKS).open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(asdict(c), ensure_ascii=False) + "\n" for c in chunks)
        known = {c.id: words[c.id] for c in chunks if before.get(c.id) == c}
        # Beside the vectors, whose threads need the interpreter little.
        with ThreadPoolExecutor(1, thread_name_prefix="words") as beside:
            cut = beside.submit(self._words, known)
            written = self._update(folder, former, before) if former else self._build(folder)
            self.on_progress("index", 2, 3)
            _write_words(folder, cut.result())
        self.on_progress("index", 3, 3)
        return written

    def _build(self, folder: Path) -> Written:
        windows = _windows(self.content.chunks)
        asked = _numbered((c.id, self.content.questions.get(c.id, ())) for c in self.content.chunks)
        vectors = self._vectors([*windows.values(), *asked.values()])
        self.on_progress("index", 0, 3)
        passages, questions = (f"{name}-{folder.name}" for name in COLLECTIONS)
        with chroma_for_a_while(folder / "chroma", self.chroma_url) as client:
            VectorIndex(client, passages).add(list(windows), vectors[: len(windows)])
            self.on_progress("index", 1, 3)
            VectorIndex(client, questions).add(list(asked), vectors[len(windows) :])
        return Written(len(windows), left_behind=0)

    def _update(self, folder: Path, former: Former, before: Mapping[str, Chunk]) -> Written:
        """The entries' questions stay as they are, and of the windows all but those of documents
        that came, changed or went."""
        old, new = _windows(before.values()), _windows(self.content.chunks)
        gone = [name for name, text in old.items() if new.get(name) != text]
        come = {name: text for name, text in new.items() if old.get(name) != text}
        vectors = self._vectors(list(come.values()))
        self.on_progress("index", 0, 3)
        copy_store(former.folder / "chroma", folder / "chroma")
        with chroma_for_a_while(folder / "chroma", None) as client:
            for name in COLLECTIONS:
                VectorIndex(client, f"{name}-{former.folder.name}").rename(f"{name}-{folder.name}")
            passages = VectorIndex(client, f"{COLLECTIONS[0]}-{folder.name}")
            passages.remove(gone)
            self.on_progress("index", 1, 3)
            passages.add(list(come), vectors)
        return Written(len(new), former.left_behind + len(gone))

    def _vectors(self, texts: Sequence[str]) -> Vectors:
        return self.cache.vectors(
            texts, on_progress=lambda done, total: self.on_progress("vectors", done, total)
        )

    def _words(self, known: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
        return {
            chunk.id: known.get(chunk.id)
            or _words_of(chunk, self.content.questions.get(chunk.id, ()))
            for chunk in self.content.chunks
        }


def own_files(folder: Path) -> list[Path]:
    """What a writer writes itself and nobody changes any more; the rest is Chroma's."""
    return [folder / _CHUNKS, folder / _WORDS, *sorted((folder / "keywords").iterdir())]


def read_chunks(folder: Path) -> list[Chunk]:
    """All chunks of a generation; raises OSError, ValueError, KeyError or TypeError on damage."""
    lines = (folder / _CHUNKS).read_text(encoding="utf-8").split("\n")
    return [chunk_from_json(json.loads(line)) for line in lines if line]


def _read(folder: Path) -> tuple[dict[str, Chunk], dict[str, list[str]]]:
    words: dict[str, list[str]] = json.loads((folder / _WORDS).read_text(encoding="utf-8"))
    return {chunk.id: chunk for chunk in read_chunks(folder)}, words


def _write_words(folder: Path, words: Mapping[str, Sequence[str]]) -> None:
    KeywordIndex.build(list(words), list(words.values())).save(folder / "keywords")
    (folder / _WORDS).write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")


def _windows(chunks: Iterable[Chunk]) -> dict[str, str]:
    return _numbered((chunk.id, windows_of(chunk)) for chunk in chunks)


def _numbered(texts: Iterable[tuple[str, Sequence[str]]]) -> dict[str, str]:
    """Texts by `<chunk id>~<number from 0>`, the ids under which their vectors are stored."""
    return {
        f"{chunk_id}~{number}": text for chunk_id, own in texts for number, text in enumerate(own)
    }


def _words_of(chunk: Chunk, questions: Sequence[str]) -> list[str]:
    """Words under which a chunk is found: its subject, text, and users' questions."""
    return tokenise("\n".join((subject_of(chunk), chunk.text, *questions)))
