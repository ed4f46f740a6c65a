"""Statements against evidence."""

import pytest

from evals.metrics.support import content_share, is_supported

EVIDENCE = "チョイソコは豊明市で始まり、全国66自治体で運行しています。"


@pytest.mark.parametrize(
    ("statement", "evidence", "expected"),
    [
        pytest.param("チョイソコは全国66自治体で運行しています。", EVIDENCE, True, id="said by the evidence"),
        pytest.param("チョイソコの運行は66自治体に広がっています。", EVIDENCE, True, id="in other words"),
        pytest.param("チョイソコは全国90自治体で運行しています。", EVIDENCE, False, id="wrong number"),
        pytest.param("チョイソコは王寺町で始まり、運行しています。", EVIDENCE, False, id="wrong place"),
        pytest.param("ウエルシアは豊明市で運行しています。", EVIDENCE, False, id="wrong company"),
        pytest.param("認知症の方の見守りを学校が担います。", EVIDENCE, False, id="about something else"),
        pytest.param("Choisoko runs in 66 municipalities.", EVIDENCE, None, id="other language, numbers agree"),
        pytest.param("Choisoko runs in 90 municipalities.", EVIDENCE, False, id="other language, number differs"),
        pytest.param("Involve taxi operators early.", "Operators of taxis should be involved early on.", True, id="English inflection"),
        pytest.param("Involve Toyota early in planning.", "Involve operators early in planning.", False, id="an English name of its own"),
        pytest.param("何か言っています。", "  ", False, id="empty evidence"),
        pytest.param("計算：57.8 − 31.5 = 26.3ポイント", "75歳以上は31.5％、85歳以上は57.8％", True, id="a calculation of cited figures"),
        pytest.param("計算：57.8 − 31.5 = 25.3ポイント", "75歳以上は31.5％、85歳以上は57.8％", False, id="a wrong calculation"),
        pytest.param("豊明市の差は57.8 − 31.5 = 26.3ポイントです。", "75歳以上は31.5％、85歳以上は57.8％", False, id="a right calculation about something else"),
    ],
)  # fmt: skip
def test_is_supported(statement: str, evidence: str, expected: bool | None) -> None:
    assert is_supported(statement, [evidence]) is expected


def test_content_share_by_hand() -> None:
    # Pairs: 移動, 動販, 販売; the evidence has the first only.
    assert content_share("移動販売", "移動する") == pytest.approx(1 / 3)
