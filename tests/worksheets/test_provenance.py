"""Marks of sentences survive editing: what was not touched keeps its mark, the rest is the user's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from assistant.worksheets.model import (
    LONGEST_SENTENCE,
    EntryCitation,
    FieldValue,
    Origin,
    Sentence,
)
from assistant.worksheets.provenance import own_sentences, rewritten

_CITED = (EntryCitation(entry_id="points-2026/worksheet", quote="…"),)
_SOURCE = Sentence(text="資料の文", origin=Origin.SOURCE, citations=_CITED)
_SUGGESTED = Sentence(text="案の文", origin=Origin.SUGGESTED, citations=_CITED)
_OWN = Sentence(text="自分の文", origin=Origin.USER, confirmed=True)
_OLD = FieldValue(sentences=(_SOURCE, _SUGGESTED, _OWN))


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        pytest.param("資料の文\n案の文\n自分の文", ["source", "suggested", "user"], id="untouched"),
        pytest.param("案の文を直した", ["user"], id="a changed suggestion is the user's"),
        pytest.param("自分の文\n案の文", ["user", "suggested"], id="moved lines keep their marks"),
        pytest.param("  資料の文 \n\n新しい文", ["source", "user"], id="space does not count"),
        pytest.param("", [], id="all taken out"),
    ],
)
def test_lines_keep_their_marks_until_they_are_changed(text: str, origins: list[str]) -> None:
    found = rewritten(_OLD, text)
    assert [sentence.origin.value for sentence in found] == origins
    assert all(s.citations for s in found if s.origin is not Origin.USER)


def test_a_line_that_is_too_long_is_refused_whole() -> None:
    with pytest.raises(ValidationError):
        rewritten(_OLD, "あ" * (LONGEST_SENTENCE + 1))


@given(st.text(max_size=4_000))
def test_a_users_text_is_cut_into_lines_without_loss(text: str) -> None:
    found = own_sentences(text)
    assert all(sentence.origin is Origin.USER and sentence.confirmed for sentence in found)
    again = rewritten(FieldValue(sentences=tuple(found)), "\n".join(s.text for s in found))
    assert [s.text for s in again] == [s.text for s in found]


def test_a_confirmed_suggestion_is_the_users_and_keeps_its_citation() -> None:
    confirmed = _SUGGESTED.confirm()
    assert (confirmed.origin, confirmed.confirmed) == (Origin.USER, True)
    assert confirmed.citations == _CITED
    assert (_SOURCE.confirm().origin, _SOURCE.confirm().confirmed) == (Origin.SOURCE, True)
