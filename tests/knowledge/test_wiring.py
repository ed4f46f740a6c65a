"""Settings, the wiring, and what is shipped with the entries."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from knowledge.bundled_model import FOLDER_NAME
from knowledge.bundling import bundled_texts, missing_vectors
from knowledge.errors import ModelUnavailable
from knowledge.settings import BUNDLED_KNOWLEDGE, KnowledgeSettings
from knowledge.vector_cache import read_shipped
from knowledge.wiring import build_knowledge, shipped_vectors
from tests.knowledge.samples import document


def test_settings_come_from_the_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert KnowledgeSettings().home == home
    assert KnowledgeSettings().bundled_entries
    monkeypatch.setenv("SANPUKU_BUNDLED_ENTRIES", "false")
    monkeypatch.setenv("SANPUKU_CHUNK_TOKENS", "500")
    settings = KnowledgeSettings()
    assert (settings.bundled_entries, settings.chunk_tokens) == (False, 500)


@pytest.mark.parametrize(
    ("name", "value"),
    [("SANPUKU_CHUNK_TOKENS", "50"), ("SANPUKU_CHUNK_TOKENS", "many"), ("SANPUKU_THREADS", "0")],
)
def test_settings_out_of_range_are_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(ValidationError):
        KnowledgeSettings()


def test_wiring_loads_no_model_and_writes_nothing(home: Path) -> None:
    knowledge = build_knowledge()
    assert len(knowledge.corpus.entries) > 500
    assert not home.exists()


def test_without_the_bundled_entries_only_own_documents_are_searched(home: Path) -> None:
    knowledge = build_knowledge(KnowledgeSettings(home=home, bundled_entries=False))
    knowledge.documents.save(document("doc-plan-1", "一"))
    assert [chunk.id for chunk in knowledge.indexer.content().chunks] == ["doc-plan-1#0"]


def test_a_reranking_model_that_is_not_there_is_named_at_once(home: Path) -> None:
    with pytest.raises(ModelUnavailable, match="SANPUKU_RERANKING_MODEL"):
        build_knowledge(KnowledgeSettings(home=home, reranking_model=str(home / "nowhere")))


def test_an_embedding_model_that_is_not_there_is_named_when_it_is_needed(home: Path) -> None:
    knowledge = build_knowledge(KnowledgeSettings(home=home, embedding_model=str(home / "nowhere")))
    with pytest.raises(ModelUnavailable, match="SANPUKU_EMBEDDING_MODEL"):
        knowledge.embeddings.embed_queries(["移動販売"])


def test_every_text_of_the_entries_has_a_shipped_vector() -> None:
    """After a change of entries: `make bundle`."""
    assert missing_vectors() == 0
    shipped = shipped_vectors(FOLDER_NAME)
    assert shipped is not None
    vectors = read_shipped(shipped)
    assert len(vectors) == len(bundled_texts())


def test_the_whole_bundle_is_indexed_without_computing_a_vector(prepared_home: Path) -> None:
    assert not (prepared_home / "vectors.sqlite").exists()
    knowledge = build_knowledge(KnowledgeSettings(home=prepared_home))
    found = knowledge.retriever.search(
        "チョイソコは何自治体で走っていますか", limit=5, language="ja"
    )
    assert any("choisoko" in passage.chunk.entry_id for passage in found)
    english = knowledge.retriever.search(
        "How do I avoid hurting local taxi firms?", limit=5, language="en"
    )
    assert any("existing-services" in passage.chunk.entry_id for passage in english)
    assert all(passage.chunk.language == "en" for passage in english)


def test_the_bundled_folder_is_the_packages_own() -> None:
    assert (BUNDLED_KNOWLEDGE / "sources.yaml").is_file()
