"""Places and times that a question asks about and a text does not speak of."""

import pytest

from assistant.asked_elsewhere import Elsewhere, elsewhere
from knowledge.documents import Language
from knowledge.gaps import Ask
from knowledge.glossary import Glossary

NOBODY = Glossary(())
TEXT = "豊明市のチョイソコは1回200円です。Choisoko in Toyoake costs 200 yen; see this year's plan."


@pytest.mark.parametrize(
    ("language", "question", "places"),
    [
        ("ja", "松本市のチョイソコはいくら？", ("松本市",)),
        ("ja", "豊明市のチョイソコはいくら？", ()),
        ("ja", "松本市で働いていますが、チョイソコはいくら？", ()),
        ("ja", "日本ではいくらですか", ()),
        ("en", "What does the ride cost in Matsumoto?", ("Matsumoto",)),
        ("en", "What does the ride cost in Toyoake?", ()),
        ("en", "I work in Matsumoto. What does the ride cost?", ()),
        ("en", "How does Finland pay for rides?", ("Finland",)),
        ("en", "What did Nagano Prefecture pay?", ("Nagano",)),
        ("en", "What happened in April?", ()),
        ("en", "How many in Japan?", ()),
    ],
)
def test_places(language: Language, question: str, places: tuple[str, ...]) -> None:
    assert elsewhere(question, TEXT, language, NOBODY).places == places


@pytest.mark.parametrize(
    ("language", "question", "now"),
    [
        ("ja", "先月の利用者は何人？", True),
        ("ja", "今年、社内で話すのですが、運賃はいくらですか", False),
        ("ja", "運賃はいくらですか", False),
        ("en", "How many rode it last month?", True),
        ("en", "How many rode it this year?", False),
        ("en", "For a talk last month: what does it cost?", False),
    ],
)
def test_the_time_of_asking(language: Language, question: str, now: bool) -> None:
    assert elsewhere(question, TEXT, language, NOBODY).now is now


def test_what_is_missing_is_told() -> None:
    town = Elsewhere(("松本市",), now=False).gap(near=("a/b",))
    assert "松本市" in town.missing.ja
    assert "松本市" in town.missing.en
    assert (town.ask, town.near) == (Ask.MUNICIPALITY, ("a/b",))
    assert Elsewhere(("Finland",), now=False).gap(near=()).ask is Ask.NOBODY
    assert Elsewhere((), now=True).gap(near=()).ask is Ask.PUBLISHER
