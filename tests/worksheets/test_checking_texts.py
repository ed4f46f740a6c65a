"""A concrete persona, indicators that can be measured, words that a successor can follow."""

import pytest

from assistant.worksheets.inputs import Inputs, Partner, PartnerKind
from assistant.worksheets.model import FieldValue, Kpi
from tests.worksheets.bundled import empty_sheet, ride_inputs
from tests.worksheets.filled import APPLICATION, PROPOSAL, findings, kpi, lines, passes, worksheet


@pytest.mark.parametrize(
    ("texts", "passed"),
    [
        pytest.param((), False, id="nothing written"),
        pytest.param(("高齢者",), False, id="one word"),
        pytest.param(
            ("A地区で一人暮らしの80代。免許を返し、買い物に行きたい",), True, id="a person"
        ),
        pytest.param(
            ("A地区に住む", "夫婦で暮らしている", "足腰が弱い"), True, id="over three lines"
        ),
        pytest.param(
            ("住まい、暮らし方、体の様子、したいこと：【要確認】",), False, id="only blanks"
        ),
    ],
)
def test_persona_is_concrete(texts: tuple[str, ...], passed: bool) -> None:
    assert passes(worksheet({"persona": lines(*texts)}), "persona_concrete") is passed


def test_what_the_persona_lacks_is_named() -> None:
    sheet = worksheet({"persona": lines("東地区に住む80代")})
    (finding,) = findings(sheet, "persona_concrete")
    assert "したいこと" in finding.message.ja
    assert "体の様子" not in finding.message.ja
    assert "what they want to do" in finding.message.en


def test_a_place_of_the_inputs_counts_as_where_they_live() -> None:
    persona = lines("Older people in East who walk badly and want to go shopping")
    without = worksheet({"persona": persona}, language="en")
    with_place = worksheet({"persona": persona}, inputs=ride_inputs("en"), language="en")
    assert not passes(without, "persona_concrete")
    assert passes(with_place, "persona_concrete")


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("SCが聞き取る", "SC", id="an abbreviation"),
        pytest.param("前回話したとおりに進める", "前回話した", id="last time"),
        pytest.param("打合せのとおり", "打合せのとおり", id="as in the meeting"),
        pytest.param("運賃は別途相談", "別途相談", id="separately"),
        pytest.param("The fare is as discussed", "as discussed", id="as discussed"),
        pytest.param("Price TBD", "TBD", id="to be determined"),
    ],
)
def test_a_successor_could_not_follow(text: str, word: str) -> None:
    sheet = worksheet({"service": lines(text)})
    found = [f for f in findings(sheet, "readable_by_successor") if not f.passed]
    assert [(f.field_id, word in f.message.ja) for f in found][:1] == [("service", True)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("生活支援コーディネーター（SC）が聞き取り、SCが市に伝える", id="spelt out"),
        pytest.param("SC（生活支援コーディネーター）が聞き取る", id="explained behind"),
        pytest.param("KPIをAIで集計し、NPOがPCで見る", id="everyday words"),
        pytest.param("毎年KPIsを測る", id="plural"),
        pytest.param("JAみどりが店を出す", id="part of a partner's name"),
    ],
)
def test_a_successor_can_follow(text: str) -> None:
    partner = Partner(name="JAみどり", kind=PartnerKind.COMPANY)
    sheet = worksheet({"service": lines(text)}, inputs=Inputs(partners=(partner,)))
    assert passes(sheet, "readable_by_successor")


def test_at_least_one_kpi_is_shared() -> None:
    assert not passes(worksheet(), "kpi_shared_exists")
    assert passes(worksheet({"kpi_shared": FieldValue(kpis=(kpi(),))}), "kpi_shared_exists")


@pytest.mark.parametrize(
    ("indicator", "missing"),
    [
        pytest.param(kpi("500人", "運行の記録", "1年に1回"), [], id="complete"),
        pytest.param(kpi("500人", "運行の記録", "毎月"), [], id="every month"),
        pytest.param(kpi("500人", "運行の記録", "時々"), ["具体的な頻度"], id="now and then"),
        pytest.param(kpi("【要確認】", "運行の記録", "1年に1回"), ["目標"], id="target is a blank"),
        pytest.param(kpi(), ["目標", "測り方", "頻度"], id="a name only"),
    ],
)
def test_every_kpi_has_target_method_and_frequency(indicator: Kpi, missing: list[str]) -> None:
    (finding,) = findings(worksheet({"kpi_region": FieldValue(kpis=(indicator,))}), "kpi_complete")
    assert finding.passed is not bool(missing)
    assert all(word in finding.message.ja for word in missing)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("市が1年に1回アンケートで測る", [], id="all three"),
        pytest.param("市がアンケートで測る", ["頻度"], id="no frequency"),
        pytest.param("1年に1回見直す", ["方法", "行う人"], id="nobody, nohow"),
        pytest.param("The city asks residents once a year", [], id="in English"),
    ],
)
def test_improvement_is_concrete(text: str, missing: list[str]) -> None:
    (finding,) = findings(worksheet({"improvement": lines(text)}), "improvement_concrete")
    assert finding.passed is not bool(missing)
    assert all(word in finding.message.ja for word in missing)


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        pytest.param("利用料と協賛で運営し、3年で採算を取る", True, id="income and time"),
        pytest.param("がんばって続ける", False, id="no income"),
    ],
)
def test_continuation_is_concrete(text: str, passed: bool) -> None:
    sheet = empty_sheet(PROPOSAL, Inputs()).with_field("continuation", lines(text))
    assert passes(sheet, "continuation_concrete") is passed


@pytest.mark.parametrize(
    ("kind", "text", "passed"),
    [
        pytest.param(
            "service", "応募する金額：600万円", True, id="at the ceiling of the first kind"
        ),
        pytest.param("service", "応募する金額：601万円", False, id="above it"),
        pytest.param("region", "応募する金額：600万円", False, id="above that of the second kind"),
        pytest.param("region", "4,000,000円", True, id="written out"),
        pytest.param("region", "3.5 million yen", True, id="in English"),
        pytest.param(
            "region", "金額：【要確認】（上限は400万円）", False, id="only the ceiling is named"
        ),
        pytest.param("service", "人員は5人", False, id="no amount"),
    ],
)
def test_costs_stay_within_the_ceiling(kind: str, text: str, passed: bool) -> None:
    sheet = empty_sheet(APPLICATION, Inputs())
    sheet = sheet.with_field("pilot_kind", FieldValue(choices=(kind,)))
    sheet = sheet.with_field("costs", lines(text))
    assert passes(sheet, "cost_within_ceiling") is passed
