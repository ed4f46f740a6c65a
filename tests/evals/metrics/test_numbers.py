"""Numbers and whether evidence bears them out."""

from decimal import Decimal

import pytest

from evals.metrics.number_support import numbers_unsupported
from evals.metrics.numbers import numbers_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("全国６６自治体", [("66", "municipalities")], id="full width"),
        pytest.param("1億2,000万円", [("120000000", "money")], id="one number in two parts"),
        pytest.param("4 million yen", [("4000000", "money")], id="English scale"),
        pytest.param("約7割", [("70", "percent")], id="tenths"),
        pytest.param("令和7年度", [("2025", "year")], id="era year"),
        pytest.param("July 2024", [("7", "month"), ("2024", "year")], id="month by name"),
        pytest.param("まず話します。[12]", [], id="a citation mark is no number"),
        pytest.param("3年間で5か所", [("3", "years"), ("5", "places")], id="span and places"),
    ],
)
def test_numbers_in(text: str, expected: list[tuple[str, str]]) -> None:
    found = [(number.value, number.unit) for number in numbers_in(text)]
    assert found == [(Decimal(value), unit) for value, unit in expected]


@pytest.mark.parametrize(
    ("statement", "evidence", "unsupported"),
    [
        pytest.param("66自治体で運行", "全国66自治体（2024年7月時点）で運行", [], id="as in the evidence"),
        pytest.param("in 66 Japanese municipalities", "全国66自治体で運行", [], id="across languages"),
        pytest.param("上限は4 million yenです", "上限400万円", [], id="across scales"),
        pytest.param("90自治体で運行", "全国66自治体で運行", ["90"], id="another figure"),
        pytest.param("2024自治体で66年から", "66自治体で2024年から", ["2024", "66"], id="swapped, different units"),
        pytest.param("北部は72%、南部は63%です", "北部は63%、南部は72%です", ["72", "63"], id="swapped, same unit"),
        pytest.param("72% in the north and 63% in the south", "63% in the north and 72% in the south", ["63"], id="swapped in English"),
        pytest.param("南部は72%、北部は63%です", "北部は63%、南部は72%です", [], id="told in another order"),
        pytest.param("3社が参加", "参加は3社、応募は12社", [], id="one of several"),
        pytest.param("計算：57.8 − 31.5 = 26.3ポイント", "75歳以上は31.5％、85歳以上は57.8％", [], id="a difference worked out"),
        pytest.param("100−80＝20", "前年は80件、今年は100件", [], id="without units, full width"),
        pytest.param("Calculation: 906 − 313 = 593", "2035年までに906、2024年までに313", [], id="worked out in English"),
        pytest.param("1,500円 × 2回 + 300円 = 3,300円", "1回1,500円、月2回まで。出張料300円", [], id="three figures, two operations"),
        pytest.param("35 ÷ 29 ≒ 1.2倍", "29自治体から35自治体へ", [], id="rounded and said to be"),
        pytest.param("35 ÷ 29 = 1.2倍", "29自治体から35自治体へ", ["1.2"], id="rounded and not said to be"),
        pytest.param("57.8 − 31.5 = 27.3ポイント", "31.5％と57.8％", ["27.3"], id="wrongly worked out"),
        pytest.param("57.8 − 31.5 = 31.5ポイント", "31.5％と57.8％", ["31.5"], id="wrongly worked out, to a figure of the evidence"),
        pytest.param("57.8 − 30.5 = 27.3ポイント", "31.5％と57.8％", ["30.5", "27.3"], id="right, from a figure that is not cited"),
        pytest.param("40社 − 14社 = 26%", "40社のうち14社", ["26"], id="right, but of something else"),
        pytest.param("差は26.3ポイントです", "31.5％と57.8％", ["26.3"], id="a result without its calculation"),
        pytest.param("5社 ÷ 0社 = 0", "5社、0社", ["0"], id="divided by nought"),
    ],
)  # fmt: skip
def test_numbers_unsupported(statement: str, evidence: str, unsupported: list[str]) -> None:
    found = [str(number.value) for number in numbers_unsupported(statement, [evidence])]
    assert found == unsupported


def test_without_evidence_every_number_is_unsupported() -> None:
    assert len(numbers_unsupported("66自治体で1回200円です", [])) == 3
