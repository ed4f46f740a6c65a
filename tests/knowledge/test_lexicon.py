"""Translations learned from aligned texts."""

from pathlib import Path

import pytest

from knowledge.errors import SourcesUnreadable
from knowledge.lexicon import Lexicon, aligned_pairs, learn_lexicon, read_lexicon, write_lexicon
from knowledge.settings import BUNDLED_KNOWLEDGE
from tests.knowledge.samples import MEALS, SHOP, corpus, entry

TOY = [
    (["shop", "bus"], ["店", "バス"]),
    (["shop", "car"], ["店", "車"]),
    (["bus", "car"], ["バス", "車"]),
    (["shop"], ["店"]),
]


def best(lexicon: Lexicon, word: str) -> str:
    return lexicon.translations[word][0][0]


def test_words_that_go_together_are_learned() -> None:
    lexicon = learn_lexicon(TOY)
    assert (best(lexicon, "shop"), best(lexicon, "bus"), best(lexicon, "car")) == (
        "店",
        "バス",
        "車",
    )


def test_probabilities_are_shares_and_sorted() -> None:
    for found in learn_lexicon(TOY * 3).translations.values():
        shares = [probability for _, probability in found]
        assert all(0.12 <= share <= 1 for share in shares)
        assert shares == sorted(shares, reverse=True)
        assert sum(shares) <= 1.001


def test_a_word_seen_once_is_not_trusted() -> None:
    lexicon = learn_lexicon([*TOY, (["clinic"], ["診療所"])])
    assert "clinic" not in lexicon.translations


def test_a_word_repeated_within_a_sentence_counts_once() -> None:
    assert learn_lexicon(TOY) == learn_lexicon(
        [(english * 3, japanese * 2) for english, japanese in TOY]
    )


def test_a_word_with_too_many_meanings_has_none() -> None:
    scattered = [(["of"], [f"語{i}", f"字{i}"]) for i in range(40)]
    assert "of" not in learn_lexicon(scattered).translations


def test_nothing_gives_nothing() -> None:
    assert learn_lexicon([]).translations == {}
    assert learn_lexicon([([], ["店"]), (["shop"], [])]).translations == {}


def test_translating_keeps_the_likeliest_of_each() -> None:
    lexicon = Lexicon({"shop": [("店", 0.7), ("買い物", 0.2)], "store": [("店", 0.9)]})
    assert dict(lexicon.translate(["shop", "store", "unknown"])) == {"店": 0.9, "買い物": 0.2}


def test_entries_are_aligned_statement_by_statement() -> None:
    pairs = aligned_pairs(corpus(SHOP))
    assert len(pairs) == 5
    assert "mobil" in pairs[0][0]
    assert "移動" in pairs[0][1]


def test_entries_whose_points_do_not_match_teach_nothing() -> None:
    uneven = entry(text=MEALS.text.__class__("一。\n- 二。", "Only one."))
    assert aligned_pairs(corpus(uneven)) == []


def test_a_written_lexicon_is_read_back(tmp_path: Path) -> None:
    lexicon = learn_lexicon(TOY)
    write_lexicon(tmp_path / "lexicon.json", lexicon)
    assert dict(read_lexicon(tmp_path / "lexicon.json").translations) == dict(lexicon.translations)
    assert (
        len((tmp_path / "lexicon.json").read_text("utf-8").splitlines())
        == len(lexicon.translations) + 2
    )


@pytest.mark.parametrize(
    "written",
    ["", "[", "[]", "3", '{"shop": 3}', '{"shop": [["店"]]}', '{"shop": [["店", "much"]]}'],
)
def test_a_damaged_lexicon_is_named(tmp_path: Path, written: str) -> None:
    file = tmp_path / "lexicon.json"
    file.write_text(written, encoding="utf-8")
    with pytest.raises(SourcesUnreadable, match=r"lexicon\.json cannot be read"):
        read_lexicon(file)


def test_a_missing_lexicon_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourcesUnreadable, match=r"lexicon\.json cannot be read"):
        read_lexicon(tmp_path / "lexicon.json")


@pytest.mark.parametrize(
    ("english", "japanese"), [("shop", "買い物"), ("municip", "自治体"), ("resid", "住民")]
)
def test_the_shipped_lexicon_knows_the_field(english: str, japanese: str) -> None:
    shipped = read_lexicon(BUNDLED_KNOWLEDGE / "lexicon.json")
    assert japanese in [word for word, _ in shipped.translations[english]]
