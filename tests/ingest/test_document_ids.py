"""Ids of added documents, made from their names."""

import pytest

from ingest.pipeline import document_id_of


@pytest.mark.parametrize(
    ("name", "readable"),
    [
        pytest.param("Plan 2026.pdf", "doc-plan-2026-", id="latin-letters"),
        pytest.param("地域福祉計画.pdf", "doc-document-", id="none-at-all"),
        pytest.param("ＳＣ一覧.xlsx", "doc-sc-", id="full-width-letters"),
        pytest.param("../../etc/passwd.txt", "doc-passwd-", id="a-path"),
        pytest.param("a" * 300 + ".txt", "doc-" + "a" * 40 + "-", id="very-long"),
        pytest.param(".txt", "doc-txt-", id="only-a-suffix"),
    ],
)
def test_ids_are_readable_and_safe(name: str, readable: str) -> None:
    made = document_id_of(name)
    assert made.startswith(readable)
    assert len(made) == len(readable) + 8
    assert "/" not in made


def test_ids_tell_names_apart_and_systems_not() -> None:
    names = ["計画.pdf", "計画.docx", "計画２.pdf", "北/計画.pdf"]
    assert len({document_id_of(name) for name in names}) == len(names)
    composed, taken_apart = "ガイド.pdf", "カ\u3099イト\u3099.pdf"
    assert document_id_of(composed) == document_id_of(taken_apart)
