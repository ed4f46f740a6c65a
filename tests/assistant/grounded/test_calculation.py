"""Calculations from cited figures: right, or none at all."""

from collections.abc import Sequence

import pytest

from assistant.grounded.calculation import Operation, calculate, operation_asked
from assistant.grounded.statements import Statement
from knowledge.documents import Language
from tests.assistant.small_services import CHOISOKO, KPI, passage_of

LICENCES = (
    "16歳～64歳の運転免許保有率は83.9%です。",
    "65歳以上の運転免許保有率は54.8%です。",
    "75歳以上の運転免許保有率は36.3%です。",
)


def stated(*texts: str, entry: str = KPI, language: Language = "ja") -> list[Statement]:
    passage = passage_of(entry, language)
    return [Statement(text, passage, position) for position, text in enumerate(texts)]


def result(
    question: str,
    statements: Sequence[Statement],
    *,
    language: Language = "ja",
    things: Sequence[str] = (),
) -> str | None:
    operation = operation_asked(question)
    assert operation
    found = calculate(
        operation, question, statements, weight=lambda _: 1.0, language=language, things=things
    )
    return found.written(language) if found else None


@pytest.mark.parametrize(
    ("question", "operation"),
    [
        pytest.param("第1層と第2層で何ポイント差？", Operation.DIFFERENCE, id="points"),
        pytest.param("How many points apart are they?", Operation.DIFFERENCE, id="apart"),
        pytest.param("利用は何倍になりましたか", Operation.RATIO, id="times"),
        pytest.param("On average, how many per shop?", Operation.AVERAGE, id="average"),
        pytest.param("AとBは何が違うんですか", None, id="a difference in kind"),
        pytest.param("What should they do together?", None, id="together is no sum"),
    ],
)
def test_what_is_to_be_calculated(question: str, operation: Operation | None) -> None:
    assert operation_asked(question) == operation


def test_the_difference_of_the_two_named_figures() -> None:
    question = "16〜64歳と75歳以上では運転免許を持っている割合は何ポイント違う？"
    things = ("16〜64歳", "75歳以上")
    assert result(question, stated(*LICENCES), things=things) == "計算：83.9 − 36.3 = 47.6ポイント"


def test_two_figures_of_one_sentence() -> None:
    text = "気づきワーキングには、令和6年度の試行で14社、令和7年度に40社が参加しました。"
    question = "気づきワーキングの参加企業は令和6年度から7年度で何社増えた？"
    assert result(question, stated(text)) == "計算：40 − 14 = 26社"


def test_an_average_is_rounded_and_says_so() -> None:
    text = "Magokoro Support has 230 member shops and over 1,300 concierges."
    question = "On average, how many concierges per shop has Magokoro Support?"
    assert result(question, stated(text, language="en"), language="en") == (
        "Calculation: 1,300 ÷ 230 ≈ 5.7"
    )


def test_figures_of_different_entries_are_not_mixed() -> None:
    apart = stated(LICENCES[0]) + stated("75歳以上の要介護認定率は31.5％です。", entry=CHOISOKO)
    question = "16〜64歳と75歳以上では何ポイント違う？"
    assert result(question, apart) is None


def test_figures_of_different_units_are_not_subtracted() -> None:
    statements = stated("会員は2024年に120人です。", "拠点は2025年に30か所です。")
    assert result("2024年と2025年で何人増えた？", statements) is None


def test_nothing_is_calculated_from_one_figure() -> None:
    assert result("16〜64歳と75歳以上では何ポイント違う？", stated(LICENCES[0])) is None
