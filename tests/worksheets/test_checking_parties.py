"""Everybody has a role, gains and gives; risks are answered; operators are considered."""

import pytest

from assistant.worksheets.inputs import Inputs
from assistant.worksheets.model import FieldValue
from tests.worksheets.bundled import ride_inputs
from tests.worksheets.filled import findings, lines, passes, worksheet

_GAINS = {
    "benefit_user": lines("移動手段が得られること"),
    "benefit_operator": lines("収益"),
    "benefit_region": lines("健康度の向上"),
}


@pytest.mark.parametrize(
    ("exchange", "lacking"),
    [
        pytest.param(
            ("利用者→事業者：料金", "事業者→利用者：移動手段", "地域→事業者：情報"), [], id="all give"
        ),
        pytest.param(("利用者→事業者：料金", "事業者→利用者：移動手段"), ["地域"], id="the region does not"),
        pytest.param(("料金と移動手段",), ["利用者", "事業者", "地域"], id="no direction is shown"),
        pytest.param(
            ("User → operator: fare", "Operator → user: rides", "Region → operator: data"), [],
            id="in English",
        ),
    ],
)  # fmt: skip
def test_each_partys_benefit_is_balanced_by_what_it_gives(
    exchange: tuple[str, ...], lacking: list[str]
) -> None:
    sheet = worksheet({**_GAINS, "exchange_user_operator": lines(*exchange)})
    found = [f for f in findings(sheet, "benefits_balanced") if not f.passed]
    assert [f.message.ja.split("について")[0] for f in found] == lacking
    assert all(f.field_id == "exchange_user_operator" for f in found)


def test_who_gives_without_gaining_is_told_too() -> None:
    gains = {**_GAINS, "benefit_operator": FieldValue()}
    exchange = lines("利用者→地域：ニーズの情報", "事業者→地域：人手", "地域→利用者：案内")
    found = findings(worksheet({**gains, "exchange_user_region": exchange}), "benefits_balanced")
    assert [(f.field_id, "得るもの" in f.message.ja) for f in found] == [("benefit_operator", True)]


def test_partners_by_name_give_and_gain() -> None:
    exchange = lines(
        "利用者→みどり交通：料金", "みどり交通→利用者：移動", "みどり市→みどり交通：情報"
    )
    sheet = worksheet({**_GAINS, "exchange_user_operator": exchange}, inputs=ride_inputs())
    assert passes(sheet, "benefits_balanced")


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        pytest.param("路線バスとは範囲を分ける（対応：自治体）", True, id="divided"),
        pytest.param(
            "タクシー会社に担い手として加わってもらう（対応：自治体）", True, id="brought in"
        ),
        pytest.param("雨の日は運休する（対応：みどり交通）", False, id="not a word of them"),
        pytest.param("地元のバスがある", False, id="named, but no way of living together"),
    ],
)
def test_existing_operators_are_considered(text: str, passed: bool) -> None:
    sheet = worksheet({"risks": lines(text)}, inputs=Inputs(service_types=("movement",)))
    assert passes(sheet, "existing_operators") is passed


@pytest.mark.parametrize("service", ["movement", "shopping", "meals"])
def test_existing_operators_are_asked_for_transport_shopping_and_meals(service: str) -> None:
    assert findings(worksheet(inputs=Inputs(service_types=(service,))), "existing_operators")


@pytest.mark.parametrize("service", ["watching", "gathering", "dementia"])
def test_existing_operators_are_not_asked_for_where_the_question_is_rare(service: str) -> None:
    assert not findings(worksheet(inputs=Inputs(service_types=(service,))), "existing_operators")


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        pytest.param("既存のバスと重なる（対応：市の交通担当）", True, id="handler in brackets"),
        pytest.param("みどり交通が保険に入る", True, id="a partner does it"),
        pytest.param("自治体と事業者が調整を行う", True, id="a side does it"),
        pytest.param("Too few users (handled by: Midori City)", True, id="in English"),
        pytest.param("利用者が集まらないおそれがある", False, id="nobody"),
        pytest.param("民間の交通事業者への影響の調整が必要", False, id="named but not as handler"),
        pytest.param("重なりを分ける（対応：【要確認】）", False, id="to be confirmed"),
    ],
)
def test_risks_are_answered_by_somebody(text: str, passed: bool) -> None:
    assert (
        passes(worksheet({"risks": lines(text)}, inputs=ride_inputs()), "risks_answered") is passed
    )


def test_no_risk_at_all_is_open() -> None:
    assert not passes(worksheet(), "risks_answered")


@pytest.mark.parametrize(
    ("written", "missing"),
    [
        pytest.param(("みどり交通：運行", "東タクシー：補完", "みどり市：周知"), [], id="all"),
        pytest.param(
            ("みどり交通", "車両の運行", "東タクシー：補完", "みどり市：周知"), [], id="role below"
        ),
        pytest.param(("みどり交通：運行", "みどり市：周知"), ["東タクシー"], id="one is missing"),
        pytest.param(
            ("みどり交通：【要確認】", "東タクシー：補完", "市：周知"), ["みどり交通"], id="blank"
        ),
        pytest.param(("みどり交通：運行", "東タクシー：補完"), ["自治体"], id="no municipality"),
        pytest.param(
            ("みどり交通：運行", "東タクシー：補完", "町内会：声かけ"),
            ["自治体"],
            id="町内会 is no town",
        ),
    ],
)
def test_roles_are_complete(written: tuple[str, ...], missing: list[str]) -> None:
    sheet = worksheet({"stakeholders": lines(*written)}, inputs=ride_inputs())
    (finding,) = findings(sheet, "roles_complete")
    assert finding.passed is not bool(missing)
    assert all(name in finding.message.ja for name in missing)


def test_a_council_of_social_welfare_is_no_company() -> None:
    sheet = worksheet({"stakeholders": lines("社会福祉協議会：案内", "市：周知")})
    assert "事業者" in findings(sheet, "roles_complete")[0].message.ja
