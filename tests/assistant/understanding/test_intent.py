"""The shape of answer that a question asks for."""

import pytest

from assistant.understanding.intent import Intent, intent_of


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("産福共創とは", Intent.DEFINITION),
        ("産福共創って何？", Intent.DEFINITION),
        ("SCの意味は", Intent.DEFINITION),
        ("What is sanpuku kyoso?", Intent.DEFINITION),
        ("What does SC stand for?", Intent.DEFINITION),
        ("チョイソコは何自治体で走っていますか", Intent.FACT),
        ("公募の締切はいつですか", Intent.FACT),
        ("補助金の上限はいくら", Intent.FACT),
        ("How many municipalities have Choisoko?", Intent.FACT),
        ("When is the deadline?", Intent.FACT),
        ("Who runs Choisoko?", Intent.FACT),
        ("買い物支援の事例を教えて", Intent.CASE),
        ("見守りの例はありますか", Intent.CASE),
        ("Any examples of mobile shops?", Intent.CASE),
        ("福祉側と企業側の違いは", Intent.COMPARE),
        ("グリスロとチョイソコを比べて", Intent.COMPARE),
        ("How do the two pilots differ?", Intent.COMPARE),
        ("ワークシートの書き方", Intent.FORM),
        ("How do I fill in the worksheet?", Intent.FORM),
        ("メリットを一覧にして", Intent.LIST),
        ("List the steps", Intent.LIST),
        ("企業とどうすれば連携できますか", Intent.HOW_TO),
        ("連携の進め方を教えて", Intent.HOW_TO),
        ("How do we start working with a company?", Intent.HOW_TO),
        ("What should we agree on first?", Intent.HOW_TO),
        ("チョイソコの運賃", Intent.FACT),
    ],
)
def test_intents(question: str, intent: Intent) -> None:
    assert intent_of(question) is intent


@pytest.mark.parametrize("ending", ["", "。", "？", "?", "  "])
def test_the_ending_changes_nothing(ending: str) -> None:
    assert intent_of(f"産福共創とは{ending}") is Intent.DEFINITION
