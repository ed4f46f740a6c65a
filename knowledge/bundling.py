"""What the project ships with its entries: their vectors, and the lexicon learned from them."""

from knowledge.corpus import load_corpus
from knowledge.documents import LANGUAGES
from knowledge.lexicon import aligned_pairs, learn_lexicon, write_lexicon
from knowledge.progress import Progress
from knowledge.settings import BUNDLED_KNOWLEDGE, KnowledgeSettings
from knowledge.vector_cache import content_key, read_shipped, write_shipped
from knowledge.windows import windows_of
from knowledge.wiring import build_knowledge, model_identity, shipped_vectors


def bundled_texts() -> list[str]:
    """Every text of the entries that search needs a vector of, each once."""
    corpus = load_corpus(BUNDLED_KNOWLEDGE)
    windows = [window for chunk in corpus.chunks() for window in windows_of(chunk)]
    questions = [
        question
        for entry in corpus.entries
        for language in LANGUAGES
        for question in entry.questions(language)
    ]
    return list(dict.fromkeys([*windows, *questions]))


def missing_vectors() -> int:
    """How many texts of the entries have no shipped vector: 0 when the bundle is current."""
    identity = model_identity(KnowledgeSettings())
    file = shipped_vectors(identity)
    known = read_shipped(file).keys() if file and file.exists() else set()
    return sum(content_key(identity, text) not in known for text in bundled_texts())


def write_bundle(settings: KnowledgeSettings, *, on_progress: Progress) -> str:
    """Write vectors (by the packaged model) and lexicon into the project; says what was written."""
    settings = settings.model_copy(update={"embedding_model": None})
    lexicon = learn_lexicon(aligned_pairs(load_corpus(BUNDLED_KNOWLEDGE)))
    write_lexicon(BUNDLED_KNOWLEDGE / "lexicon.json", lexicon)
    identity, texts = model_identity(settings), bundled_texts()
    vectors = build_knowledge(settings).indexer.cache.vectors(
        texts, on_progress=lambda done, total: on_progress("vectors", done, total)
    )
    file = shipped_vectors(identity)
    assert file is not None, "the packaged model has a file for its vectors"
    write_shipped(file, [content_key(identity, text) for text in texts], vectors)
    return f"{file.name}: {len(texts)} vectors; lexicon.json: {len(lexicon.translations)} words"
