"""Numbers and whether evidence bears them out."""

from decimal import Decimal

import pytest

from evals.metrics.numbers import numbers_in, numbers_unsupported


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
    ],
)  # fmt: skip
def test_numbers_unsupported(statement: str, evidence: str, unsupported: list[str]) -> None:
    found = [str(number.value) for number in numbers_unsupported(statement, [evidence])]
    assert found == unsupported


def test_without_evidence_every_number_is_unsupported() -> None:
    assert len(numbers_unsupported("66自治体で1回200円です", [])) == 3
