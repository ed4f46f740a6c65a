"""Which entries fit."""

import pytest

from tests.ui.samples import ENTRIES, RIDES, SHOP, TAXI, entry
from ui.entry_filter import ELSEWHERE, EntryFilter, prefectures_of, searchable, select

WORDS = {one.id: searchable(one) for one in ENTRIES}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("", list(ENTRIES), id="no words: all, in their order"),
        pytest.param("送迎", [RIDES], id="a word of a title and of texts"),
        pytest.param("アイシン", [RIDES], id="an organisation"),
        pytest.param("行田市 手伝い", [SHOP], id="two words, both in the text"),
        pytest.param("行田市 豊明市", [], id="two words of different entries"),
        pytest.param("tAXi", [TAXI], id="capitals do not matter"),
    ],
)
def test_all_the_words_must_occur(words: str, found: list[object]) -> None:
    hits = select(ENTRIES, EntryFilter(words=words), WORDS)
    assert [hit for hit in hits if hit.case_of is None or not words] == found


def test_entries_with_the_words_in_a_title_come_first() -> None:
    first, *_ = select(ENTRIES, EntryFilter(words="事例"), WORDS)
    assert "事例" in first.ja.title
    deep = entry("points/deep", heading="事例")
    words = WORDS | {deep.id: searchable(deep)}
    assert select((deep, *ENTRIES), EntryFilter(words="事例"), words)[-1] == deep


@pytest.mark.parametrize(
    ("region", "prefecture"),
    [
        pytest.param("愛知県豊明市", "愛知県", id="a city with its prefecture"),
        pytest.param("神奈川", "神奈川県", id="a prefecture without its suffix"),
        pytest.param("東京都武蔵野市", "東京都", id="Tokyo"),
        pytest.param("北海道厚沢部町", "北海道", id="Hokkaido"),
        pytest.param("京都府", "京都府", id="Kyoto is not Tokyo"),
        pytest.param("オーストラリア", ELSEWHERE, id="another country"),
        pytest.param("九州", ELSEWHERE, id="a larger region"),
    ],
)
def test_places_belong_to_prefectures(region: str, prefecture: str) -> None:
    assert prefectures_of(entry("points/x", regions=(region, region))) == (prefecture,)


def test_conditions_are_counted_without_the_words() -> None:
    assert EntryFilter(words="x", kind="case", stage="launch").count == 2
