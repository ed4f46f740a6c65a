"""What can be lost in the knowledge base, each by its own name."""


class KnowledgeError(Exception):
    """Something in the knowledge base cannot be used; the message says what to do."""


class EntryUnreadable(KnowledgeError):
    """One entry file does not follow the entry format."""


class SourcesUnreadable(KnowledgeError):
    """One of the lists beside the entries (sources, topics, glossary, forms) cannot be read."""


class ModelUnavailable(KnowledgeError):
    """The embedding or reranking model cannot be loaded."""


class IndexMissing(KnowledgeError):
    """There is no search index yet."""


class IndexUnavailable(KnowledgeError):
    """The search index is there but cannot be used."""


class IndexNotSaved(KnowledgeError):
    """A new index could not be written; the old one is still in use."""
