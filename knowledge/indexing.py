"""Keep the search index in step with the entries and the added documents."""

from dataclasses import dataclass

from knowledge.added_documents import AddedDocuments
from knowledge.corpus import Corpus
from knowledge.index_store import IndexStore
from knowledge.index_writing import SearchableContent
from knowledge.progress import Progress
from knowledge.vector_cache import VectorCache


@dataclass(frozen=True)
class Indexer:
    """Builds a new index when what it is built from has changed."""

    corpus: Corpus
    documents: AddedDocuments
    store: IndexStore
    cache: VectorCache
    model_identity: str
    with_entries: bool

    def content(self) -> SearchableContent:
        """All chunks to search, with the questions of the entries among them."""
        chunks, questions = [], {}
        if self.with_entries:
            chunks = self.corpus.chunks()
            for chunk in chunks:
                entry = self.corpus.by_id[chunk.entry_id]
                questions[chunk.id] = entry.questions(chunk.language)
        for document in self.documents.all():
            chunks += document.chunks
        return SearchableContent(chunks, questions)

    def is_current(self) -> bool:
        """True when the live index was built from exactly what is there now, and can be used."""
        fingerprint = self.content().fingerprint(self.model_identity)
        return self.store.live_fingerprint() == fingerprint and self.store.is_sound()

    def warm_up(self) -> None:
        """Load what the first document would wait for."""
        self.cache.warm_up()

    def refresh(self, *, on_progress: Progress) -> bool:
        """Build and swap in a new index if needed; True when one was built.

        Raises:
            IndexNotSaved: it could not be written; the old index stays in use.
        """
        if self.is_current():
            return False
        with self.store.building():
            # Looked at anew: what another builder just swapped in may hold more than we saw.
            if self.is_current():
                return False
            self.store.build(
                self.content(), self.cache, self.model_identity, on_progress=on_progress
            )
        return True
