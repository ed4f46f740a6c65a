"""Case records taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.contract import LanguageCode
from ui.cases import LABELS, take_apart


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(
            "始まり。\n\n- 地域：町です。\n- 取組：一。\n- 取組：二。", "ja", id="in Japanese"
        ),
        pytest.param(
            "始まり。\n\n- Area: 町です。\n- What was done: 一。\n- What was done: 二。",
            "en",
            id="in English",
        ),
    ],
)
def test_statements_stand_under_their_labels(text: str, language: LanguageCode) -> None:
    sheet = take_apart(text, language)
    area, done = LABELS[language][0], LABELS[language][2]
    assert sheet.lead == "始まり。"
    assert sheet.parts == {area: ("町です。",), done: ("一。", "二。")}
    assert sheet.other == ()


def test_what_has_no_label_is_kept() -> None:
    sheet = take_apart("始まり。\n- 補足です。\n- 備考：これも。\n続き。", "ja")
    assert sheet.other == ("補足です。", "備考：これも。", "続き。")


_LINES = st.sampled_from(["- 地域：あ", "- 成功要因：い", "- 備考：う", "- え", "お", "", "  "])


@given(st.lists(_LINES, max_size=12))
def test_nothing_is_lost(lines: list[str]) -> None:
    sheet = take_apart("\n".join(lines), "ja")
    kept = [*sheet.lead.splitlines(), *sheet.other]
    kept += [statement for part in sheet.parts.values() for statement in part]
    assert len(kept) == sum(bool(line.strip()) for line in lines)
