"""Which kind of value a question wants, and which texts have one."""

import pytest

from assistant.understanding.asked_for import AskedFor, asked_for, has_value


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        pytest.param("運賃はいくらですか", {AskedFor.MONEY}, id="a fare"),
        pytest.param("How much does a ride cost?", {AskedFor.MONEY}, id="a fare in English"),
        pytest.param("いつから何自治体で？", {AskedFor.DATE, AskedFor.COUNT}, id="two values"),
        pytest.param("And what's the size of the fleet?", {AskedFor.COUNT}, id="a size"),
        pytest.param("問い合わせ先を教えて", {AskedFor.CONTACT}, id="a contact"),
        pytest.param("どうやって始めましたか", set(), id="no value"),
        pytest.param("How much do we involve residents?", set(), id="no amount of money"),
    ],
)
def test_the_kinds_of_value_that_a_question_wants(question: str, kinds: set[AskedFor]) -> None:
    assert asked_for(question) == kinds


@pytest.mark.parametrize(
    ("text", "kind", "has_one"),
    [
        pytest.param("全国66自治体で走っています。", AskedFor.COUNT, True, id="a count"),
        pytest.param("高齢者のためのサービスです（ポイント集2026年4月）。", AskedFor.COUNT, False, id="a document's date"),
        pytest.param("The guidebook (April 2026) says so.", AskedFor.COUNT, False, id="in English"),
        pytest.param("令和7年度に始めました。", AskedFor.COUNT, False, id="a year of an era"),
        pytest.param("令和7年度に14社が加わりました。", AskedFor.COUNT, True, id="a count beside a year"),
        pytest.param("利用者の負担はありません。運賃は無料です。", AskedFor.MONEY, True, id="free of charge"),
        pytest.param("運賃は別に決めます。", AskedFor.MONEY, False, id="no amount"),
    ],
)  # fmt: skip
def test_texts_that_have_such_a_value(text: str, kind: AskedFor, has_one: bool) -> None:
    assert has_value(text, kind) is has_one
