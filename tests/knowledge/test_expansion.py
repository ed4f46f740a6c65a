"""From a question to the words and wordings that are searched for."""

import pytest

from knowledge.expansion import Expansion
from knowledge.lexicon import Lexicon
from tests.knowledge.samples import glossary, term

EXPANSION = Expansion(
    glossary(
        term("生活支援コーディネーター", "support coordinator", "role", aliases=("SC",)),
        term("チョイソコ", "Choisoko", "service", misspellings=("チョイスコ",)),
    ),
    Lexicon({"shop": [("買い物", 0.6), ("店", 0.2)], "bus": [("バス", 0.9)]}),
)


def weight(question: str, word: str) -> float:
    expanded = EXPANSION.expand(question)
    return dict(zip(expanded.words, expanded.weights, strict=True))[word]


def test_a_japanese_question_stays_one_wording() -> None:
    expanded = EXPANSION.expand("買い物に困る人")
    assert expanded.question == "買い物に困る人"
    assert expanded.wordings == ("買い物に困る人",)
    assert weight("買い物に困る人", "買い物") == 1.0


def test_terms_are_added_below_the_asked_words() -> None:
    assert weight("SCの仕事", "sc") == 1.0
    assert 0 < weight("SCの仕事", "コーディネーター") < 1.0


def test_misspelt_names_are_corrected_before_anything_else() -> None:
    expanded = EXPANSION.expand("チョイスコの料金")
    assert expanded.question == "チョイソコの料金"
    assert "チョイソコ" in expanded.wordings[0]
    assert not any("チョイスコ" in word for word in expanded.words)


def test_an_english_question_has_a_second_wording_with_japanese_words() -> None:
    asked, translated = EXPANSION.expand("Can the SC find a bus to the shop?").wordings
    assert asked == "Can the SC find a bus to the shop?"
    assert translated.startswith(asked)
    assert translated.endswith("生活支援コーディネーター バス 買い物")


def test_a_japanese_name_makes_no_japanese_question_of_an_english_one() -> None:
    assert len(EXPANSION.expand("Is there a bus in 港町?").wordings) == 2
    assert len(EXPANSION.expand("港町のbusとshop").wordings) == 1


def test_the_translations_of_a_word_share_its_weight() -> None:
    shared = [weight("shop", "買い物"), weight("shop", "店")]
    assert shared[0] > shared[1] > 0
    assert sum(shared) == pytest.approx(1.0, abs=0.11)
    assert weight("bus", "バス") == 1.0


@pytest.mark.parametrize("question", ["", "   ", "?!", "zzz qqq", "How do we?"])
def test_a_question_without_known_words_is_left_as_it_is(question: str) -> None:
    expanded = EXPANSION.expand(question)
    assert expanded.wordings[0] == question
    assert len(expanded.words) == len(expanded.weights)
    assert not any(word in ("買い物", "店", "バス") for word in expanded.words)


@pytest.mark.parametrize(
    "question", ["SC SC コーディネーター", "shop shop shops", "買い物の買い物"]
)
def test_no_word_and_no_wording_stands_twice(question: str) -> None:
    expanded = EXPANSION.expand(question)
    assert len(set(expanded.words)) == len(expanded.words)
    assert len(set(expanded.wordings)) == len(expanded.wordings)
