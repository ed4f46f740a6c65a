"""Things to be compared, and things about each of which the same is asked."""

import pytest

from assistant.understanding.comparison import asked_of_each, compared
from knowledge.documents import Language
from tests.assistant.small_services import glossary


@pytest.mark.parametrize(
    ("question", "language", "names"),
    [
        ("第1層と第2層では、どちらが高いですか", "ja", ["第1層", "第2層"]),
        ("How do Saitama and Kochi differ in the advisers they send?", "en", ["Saitama", "Kochi"]),
    ],
)
def test_two_things_are_compared(question: str, language: Language, names: list[str]) -> None:
    things = compared(question, language)
    assert things is not None
    assert [thing.name for thing in things] == names


@pytest.mark.parametrize(
    ("question", "language", "count"),
    [
        ("How do Aisin and Yamaha each help the municipality?", "en", 2),
        ("Aisin, Welcia and Yamaha took some load off. Who did what?", "en", 3),
        ("アイシンとウエルシアはそれぞれ何をしましたか", "ja", 2),
    ],
)
def test_each_named_thing_is_asked_about(question: str, language: Language, count: int) -> None:
    things = asked_of_each(question, language, glossary())
    assert len(things) == count
    for thing in things:
        others = [other.name for other in things if other is not thing]
        assert thing.name in thing.search_text
        assert not any(other in thing.search_text for other in others)


@pytest.mark.parametrize(
    "question", ["アイシンとウエルシアの取組は", "アイシンはそれぞれの市で何をしましたか"]
)
def test_otherwise_nothing_is_asked_of_each(question: str) -> None:
    assert asked_of_each(question, "ja", glossary()) == ()
