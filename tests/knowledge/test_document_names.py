"""A question may name the document that it is about."""

import pytest

from knowledge.document_names import is_named
from tests.knowledge.samples import SHOP, chunk, corpus


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        pytest.param("みどり号の利用料は？", True, id="a-name-that-the-heading-quotes"),
        pytest.param("みどり号って何曜日？", True, id="the-same-in-other-words"),
        pytest.param("ａｎｎａｉ２０２６の料金は", True, id="the-files-name-in-full-width"),
        pytest.param("料金はいくら？", False, id="no-name"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_names_stand_in_the_files_name_and_in_quotes(question: str, expected: bool) -> None:
    notice = chunk("300円", title="Annai2026.md", heading="乗合「みどり号」のご案内 ＞ 料金")
    assert is_named(notice, question) is expected


def test_entries_are_never_named() -> None:
    for entry_chunk in corpus(SHOP).chunks():
        assert not is_named(entry_chunk, f"{entry_chunk.title} {entry_chunk.heading}")
