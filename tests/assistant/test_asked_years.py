"""Years asked for and not spoken of."""

import pytest

from assistant.asked_years import unknown_years


@pytest.mark.parametrize(
    ("question", "text", "unknown"),
    [
        pytest.param("2027年の導入数は？", "2025年の導入数は90です。", 1, id="another year"),
        pytest.param("2025年の導入数は？", "2025年の導入数は90です。", 0, id="the year itself"),
        pytest.param("令和7年の導入数は？", "2025年の導入数は90です。", 0, id="in an era"),
        pytest.param(
            "2026年4月時点の自治体数は？",
            "2024年7月時点で66自治体です（ポイント集2026年4月）。",
            1,
            id="the date of a document is none of its figures",
        ),
        pytest.param(
            "How many in 2026?",
            "As of July 2024 it ran in 66 (guidebook, April 2026).",
            1,
            id="the same in English",
        ),
        pytest.param(
            "2026年4月のポイント集では何自治体？",
            "2024年7月時点で66自治体です（ポイント集2026年4月）。",
            0,
            id="asked for by its document",
        ),
        pytest.param(
            "How many according to the April 2026 booklet?",
            "As of July 2024 it ran in 66 (guidebook, April 2026).",
            0,
            id="asked for by its document in other words",
        ),
        pytest.param(
            "Which documents were to be handed in in 2027?",
            "As of July 2024 it ran in 66 (guidebook, April 2026).",
            1,
            id="another year of some documents",
        ),
        pytest.param("By the middle of the 2030s?", "In 2035, 60%.", 0, id="a decade"),
        pytest.param("2030年代半ばには？", "2035年に60%です。", 0, id="a decade in Japanese"),
        pytest.param("In the 2030s?", "In 2045, 60%.", 1, id="another decade"),
        pytest.param("2040年には？", "2045年に60%です。", 1, id="a year is no decade"),
        pytest.param("来年度の締切は？", "締切は2025年7月18日です。", 1, id="next year"),
        pytest.param("来年度の予算は？", "来年度の予算は市が決めます。", 0, id="next year is told"),
        pytest.param("締切は？", "締切は2025年7月18日です。", 0, id="no year"),
    ],
)
def test_years_that_are_not_spoken_of(question: str, text: str, unknown: int) -> None:
    assert unknown_years(question, text) == unknown
