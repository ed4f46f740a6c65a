"""Single digits with a unit: what counts as stated, and what an entry must have."""

import pytest

from knowledge.checking.coverage import number_coverage
from knowledge.checking.fidelity import check_fidelity
from knowledge.checking.units import all_units, measures, stated_measures, written_units
from knowledge.documents import Bilingual
from tests.knowledge.samples import corpus, entry, glossary


@pytest.mark.parametrize(
    ("text", "units"),
    [
        pytest.param("調査項目は7項目で、週2回測る", {"7項目", "2回"}, id="count-and-measure"),
        pytest.param("週 ２ 回", {"2回"}, id="full-width-and-spaced"),
        pytest.param("第3回の3つ", {"3回", "3つ"}, id="an-ordinal-is-its-number"),
        pytest.param("12回、0.5割、1,002人", set(), id="part-of-a-longer-number"),
        pytest.param("図3、ステップ2、P.4", set(), id="marks-and-pages"),
        pytest.param("6市町村", set(), id="another-word-begins-like-the-unit"),
        pytest.param("3\n回", set(), id="a-line-end-lies-between"),
    ],
)
def test_written_units(text: str, units: set[str]) -> None:
    assert written_units(text) == units


def test_kanji_digits_are_the_same_count() -> None:
    assert all_units("三分類と二つ") == {"3分類", "2つ"}
    assert written_units("三分類と二つ") == frozenset()


@pytest.mark.parametrize(
    ("entry_text", "source"),
    [
        pytest.param("2割です", "20%", id="tenths-for-percent"),
        pytest.param("6月です", "6/17公募開始", id="month-of-a-slashed-date"),
        pytest.param("3倍です", "三倍", id="kanji-in-the-source"),
        pytest.param("1台あたりです", "台数", id="one-of-anything"),
        pytest.param("4つの点です", "なし", id="a-count-may-be-our-own"),
    ],
)
def test_measures_that_hold(entry_text: str, source: str) -> None:
    assert measures(entry_text) <= stated_measures(source)


def test_a_measure_that_the_source_does_not_state_is_found() -> None:
    wrong = entry(text=Bilingual("移動販売は週3回です。", "The shop comes."))
    source = {"guide-2026": "移動販売は週2回、3か所で"}
    [finding] = check_fidelity(corpus(wrong), source, glossary())
    assert (finding.rule, finding.message) == ("number", "ja: 3回 is not in guide-2026")


@pytest.mark.parametrize(
    ("entry_text", "left_out", "missing"),
    [
        pytest.param("週に2回です。", set(), ("7項目",), id="one-of-two-is-missing"),
        pytest.param("七項目を週2回見ます。", set(), (), id="kanji-covers"),
        pytest.param("週に2回です。", {"7項目"}, (), id="left-out-for-a-reason"),
    ],
)
def test_single_digits_with_a_unit_are_covered(
    entry_text: str, left_out: set[str], missing: tuple[str, ...]
) -> None:
    checked = corpus(entry(text=Bilingual(entry_text, "x")))
    found = number_coverage(checked, "guide-2026", "7項目を週2回", left_out)
    assert found.missing == missing
