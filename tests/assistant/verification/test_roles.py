"""Who does what to whom."""

import pytest

from assistant.verification.roles import swaps_parties, takes_anothers_place, without_parties
from assistant.verification.stretches import Match
from knowledge.documents import Language


@pytest.mark.parametrize(
    ("sentence", "statement", "language", "expected"),
    [
        pytest.param("企業が自治体に負担金を払う", "自治体が企業に負担金を払う", "ja", True, id="who pays"),
        pytest.param("自治体は企業に負担金を払う", "自治体が企業に負担金を払う", "ja", False, id="the same"),
        pytest.param("企業は負担金を受け取る", "自治体が企業に負担金を払う", "ja", False, id="the receiver's view"),
        pytest.param("Aisin paid Toyoake", "Toyoake paid Aisin", "en", True, id="who pays, English"),
        pytest.param("Toyoake paid Aisin", "Toyoake paid Aisin", "en", False, id="the same, English"),
        pytest.param("Aisin received it from Toyoake", "Toyoake paid Aisin", "en", False, id="the receiver's view, English"),
    ],
)  # fmt: skip
def test_parties_that_change_places(
    sentence: str, statement: str, language: Language, expected: bool
) -> None:
    assert swaps_parties(sentence, Match(statement, statement), language) is expected


def test_a_party_in_anothers_place() -> None:
    statement = "バス会社とは棲み分け、タクシー会社は巻き込みました"
    stretch = "バス会社とは棲み分け、"
    assert takes_anothers_place("タクシー会社とは棲み分け、", Match(stretch, statement), "ja")
    assert not takes_anothers_place("バス会社とは棲み分け、", Match(stretch, statement), "ja")


def test_a_clause_without_its_parties() -> None:
    assert "タクシー会社" not in without_parties("タクシー会社とは棲み分ける", "ja")
    assert "taxi" not in without_parties("with the taxi companies", "en")
