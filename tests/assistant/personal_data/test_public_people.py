"""People whom the documents name may be asked about; residents of their name stay private."""

import pytest

from assistant.personal_data import mask, publicly_named

KNOWN = frozenset(
    {"佐藤", "佐藤さん", "佐藤清和", "佐藤清和氏", "Sato", "Sato Kiyokazu", "Mr Fujii"}
)


def test_published_texts_name_them_with_a_title() -> None:
    names = publicly_named(["山際淳氏は述べました。山際氏は", "駒村康平教授が座長です"])
    assert names >= {"山際淳", "山際", "駒村康平"}


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("佐藤さんは県に何を呼びかけましたか", id="a family name"),
        pytest.param("佐藤清和さんの発言で、独居の人について触れたのは？", id="the full name"),
        pytest.param("What did Mr Sato tell the prefectures?", id="a family name, English"),
        pytest.param("What did Mr Kiyokazu Sato say about people living alone?", id="both names"),
        pytest.param("一人暮らしが増える中、佐藤さんは何を提案した？", id="circumstances before"),
        pytest.param("As many live alone, what did Mr Sato propose?", id="circumstances, English"),
        pytest.param("Is Mr Fujii against packages?", id="a name known with its title"),
    ],
)
def test_they_may_be_asked_about(question: str) -> None:
    assert mask(question, public_names=KNOWN).replaced == ()


@pytest.mark.parametrize(
    ("question", "name"),
    [
        pytest.param("佐藤さんが買い物に困っています", "佐藤", id="the same family name"),
        pytest.param(
            "一人暮らしの佐藤さんは何と言いましたか", "佐藤", id="who is said to live alone"
        ),
        pytest.param(
            "隣の人が転んだ。佐藤さんは何と言った？", "佐藤", id="a resident in the sentence before"
        ),
        pytest.param(
            "佐藤さんは買い物に行けないと言いましたか", "佐藤", id="what is said of daily life"
        ),
        pytest.param(
            "母が入院した家で、佐藤さんは何と言った？", "佐藤", id="circumstances of somebody"
        ),
        pytest.param(
            "As my neighbour lives alone, what did Mr Sato say?", "Sato", id="of somebody, English"
        ),
        pytest.param("佐藤さん（82歳）の家", "佐藤", id="an age follows"),
        pytest.param("佐藤ヨシ子さんに合う体操は", "佐藤ヨシ子", id="another given name"),
        pytest.param("隣の佐藤さんのことですが", "佐藤", id="a neighbour"),
        pytest.param("Mr Sato can't get to the shops", "Sato", id="the same name, English"),
        pytest.param(
            "Mrs Sato Yoshiko asked for meals", "Yoshiko", id="another given name, English"
        ),
        pytest.param("Mr Shimizu wants a ride", "Shimizu", id="a title that others have too"),
    ],
)
def test_residents_of_their_name_are_masked(question: str, name: str) -> None:
    assert name not in mask(question, public_names=KNOWN).text
