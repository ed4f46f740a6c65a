"""Places and times that a question asks about and a text does not speak of."""

import pytest

from assistant.asked_elsewhere import Elsewhere, elsewhere
from assistant.contract import AskRequest, Status
from assistant.understanding.question import understand
from assistant.wiring import Services
from knowledge.documents import Bilingual
from knowledge.gaps import Ask, Gap
from knowledge.glossary import Glossary
from tests.assistant.small_services import CHOISOKO, document_passage, passage_of

NOBODY = Glossary(())
TEXT = "豊明市のチョイソコは1回200円です。Choisoko in Toyoake costs 200 yen; see this year's plan."


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("松本市のチョイソコはいくら？", ("松本市",)),
        ("豊明市のチョイソコはいくら？", ()),
        ("松本市で働いていますが、チョイソコはいくら？", ()),
        ("日本ではいくらですか", ()),
        ("What does the ride cost in Matsumoto?", ("Matsumoto",)),
        ("What does the ride cost in Toyoake?", ()),
        ("I work in Matsumoto. What does the ride cost?", ()),
        ("How does Finland pay for rides?", ("Finland",)),
        ("What did Nagano Prefecture pay?", ("Nagano",)),
        ("What happened in April?", ()),
        ("How many in Japan?", ()),
    ],
)
def test_places(question: str, places: tuple[str, ...]) -> None:
    assert elsewhere(question, TEXT, NOBODY).places == places


@pytest.mark.parametrize(
    ("question", "now"),
    [
        ("先月の利用者は何人？", True),
        ("今年、社内で話すのですが、運賃はいくらですか", False),
        ("運賃はいくらですか", False),
        ("How many rode it last month?", True),
        ("How many rode it this year?", False),
        ("For a talk last month: what does it cost?", False),
    ],
)
def test_the_time_of_asking(question: str, now: bool) -> None:
    assert elsewhere(question, TEXT, NOBODY).now is now


def test_what_is_missing_is_told() -> None:
    town = Elsewhere(("松本市",), now=False).gap(near=("a/b",))
    assert "松本市" in town.missing.ja
    assert "松本市" in town.missing.en
    assert (town.ask, town.near) == (Ask.MUNICIPALITY, ("a/b",))
    assert Elsewhere(("Finland",), now=False).gap(near=()).ask is Ask.NOBODY
    assert Elsewhere((), now=True).gap(near=()).ask is Ask.PUBLISHER


def test_a_known_gap_is_meant_when_it_names_the_place() -> None:
    known = Gap("a/gap", Bilingual("松本市の運賃", "the fare in Matsumoto"), (), Ask.OPERATOR, ())
    assert Elsewhere(("松本市",), now=False).is_meant_by(known, NOBODY)
    assert Elsewhere(("Matsumoto",), now=False).is_meant_by(known, NOBODY)
    assert not Elsewhere(("岡山市",), now=False).is_meant_by(known, NOBODY)
    assert not Elsewhere((), now=True).is_meant_by(known, NOBODY)


def test_the_answer_says_that_the_place_is_missing(services: Services) -> None:
    answer = services.assistant.ask(AskRequest(question="松本市のチョイソコはどんな取組ですか"))
    assert answer.status is Status.NOT_IN_SOURCES
    assert "松本市" in answer.text


def test_the_place_of_the_entry_is_answered(services: Services) -> None:
    answer = services.assistant.ask(AskRequest(question="豊明市のチョイソコはどんな取組ですか"))
    assert answer.status is Status.ANSWERED


def test_the_place_of_a_users_document_may_stand_in_its_name_alone(services: Services) -> None:
    text = "松本市の移動販売はいつ始まりますか"
    question = understand(AskRequest(question=text), text, (), NOBODY)
    judge = services.assistant.judge
    assert not judge.asks_elsewhere(question, [document_passage("移動販売は4月に始まります。")])
    assert judge.asks_elsewhere(question, [passage_of(CHOISOKO, "ja")])
