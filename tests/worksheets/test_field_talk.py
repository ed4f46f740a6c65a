"""Which questions beside a field are about the field itself."""

import pytest

from assistant.worksheets.field_talk import Wish, has_own_words, wish_of

_JA, _EN = "何の課題を解決するか", "What problem is to be solved"


@pytest.mark.parametrize(
    "question",
    [
        "何を書けばいいですか？",
        "ここには何を書くの",
        "この欄の意味がわからない",
        "どのくらい詳しく書けばいいですか",
        "記入例を見せて",
        "課題って何を書けば？",
        "どう書き始めたらいいか迷っています",
        "これは何？",
    ],
)
def test_a_question_about_filling_in_is_about_the_field(question: str) -> None:
    assert wish_of(question, _JA) is Wish.BELONGS


@pytest.mark.parametrize(
    "question",
    [
        "What do I write here?",
        "What should I write in this field?",
        "Can you give me an example?",
        "How detailed should it be?",
        "I don't know where to start",
    ],
)
def test_in_english_too(question: str) -> None:
    assert wish_of(question, _EN) is Wish.BELONGS


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("ほかの市ではどう決めたか", _JA),
        ("似た事例はありますか", _JA),
        ("How did other cities decide this?", _EN),
        ("Are there similar cases?", _EN),
    ],
)
def test_what_others_did_is_asked_for(question: str, label: str) -> None:
    assert wish_of(question, label) is Wish.CASES


@pytest.mark.parametrize(
    ("question", "label"),
    [
        pytest.param("KPIとは何ですか", "共通のKPI", id="a term of the label"),
        pytest.param("運転免許を返納した人の割合は？", _JA, id="a figure"),
        pytest.param("タクシー会社との調整はどうすればよいか", _JA, id="a matter of its own"),
        pytest.param("チョイソコの事例を教えて", _JA, id="one case by its name"),
        pytest.param("Who is liable if there is an accident?", _EN, id="another matter"),
        pytest.param("Are there subsidies?", _EN, id="money"),
    ],
)
def test_a_question_with_a_subject_of_its_own_is_searched_for(question: str, label: str) -> None:
    assert wish_of(question, label) is None


def test_a_text_about_the_field_alone_does_not_have_the_questions_words() -> None:
    question = "Who is liable if there is an accident?"
    assert not has_own_words(question, "Risks", "Write which risks must be settled first.")
    assert has_own_words(question, "Risks", "The operator is liable for any accident.")
