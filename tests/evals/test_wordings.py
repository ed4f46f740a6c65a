"""Closeness to entries, changed wordings, calibration curves."""

import pytest

from assistant.contract import LanguageCode
from assistant.library_contract import EntryText
from evals.calibration import Confidence, calibration_bins, confidences, refusal_curve
from evals.closeness import too_close, wordings_of
from evals.variants import VARIANTS, reworded
from tests.evals.builders import make_entry, make_item, make_passage, make_record, make_score

ENTRY = make_entry(
    "points-2026/choisoko",
    ja=EntryText(
        title="チョイソコの運行地域", text="", questions=("チョイソコは何市町村で運行していますか",)
    ),
    en=EntryText(
        title="Where Choisoko runs", text="", questions=("How many towns have Choisoko?",)
    ),
)


@pytest.mark.parametrize(
    ("question", "language", "refused"),
    [
        pytest.param("チョイソコは何市町村で運行していますか", "ja", True, id="the entry's question"),
        pytest.param("チョイソコは、何市町村で運行していますか？", "ja", True, id="with other punctuation"),
        pytest.param("How many towns have got Choisoko", "en", True, id="one word more"),
        pytest.param("チョイソコってどのくらい広まってるの", "ja", False, id="own words"),
        pytest.param("チョイソコの運行地域", "ja", True, id="the entry's title"),
        pytest.param("チョイソコは何市町村で運行していますか", "en", False, id="compared within a language only"),
    ],
)  # fmt: skip
def test_too_close(question: str, language: LanguageCode, refused: bool) -> None:
    item = make_item(question=question, language=language)
    assert bool(too_close([item], list(wordings_of([ENTRY])))) is refused


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize(
    ("question", "language"), [("運賃は200円ですか？", "ja"), ("Is it 200 yen?", "en")]
)
def test_other_wordings_differ_and_keep_their_numbers(
    variant: str, question: str, language: LanguageCode
) -> None:
    changed = reworded(question, variant, language)
    assert changed != question
    assert "200" in changed.translate({0xFF10 + digit: 0x30 + digit for digit in range(10)})
    assert reworded(question, "", language) == question


def _seen(good: list[float], bad: list[float]) -> list[Confidence]:
    return [Confidence(value, True, value > 0.5) for value in good] + [
        Confidence(value, False, False) for value in bad
    ]


def test_the_refusal_curve_goes_from_answering_all_to_declining_all() -> None:
    points = refusal_curve(_seen([0.8, 0.9], [0.3, 0.85]))
    assert (points[0].false_refusals, points[0].false_answers) == (0.0, 1.0)
    assert (points[-1].false_refusals, points[-1].false_answers) == (1.0, 0.0)
    # Between 0.3 and 0.8 one of two bad questions is still answered and no good one declined.
    assert any((p.false_refusals, p.false_answers) == (0.0, 0.5) for p in points)
    assert refusal_curve(_seen([0.8], [])) == []


def test_calibration_by_hand() -> None:
    bins = calibration_bins(_seen([0.1] * 5 + [0.9] * 5, []), bins=2)
    assert [(held.right, held.count) for held in bins] == [(0.0, 5), (1.0, 5)]
    assert calibration_bins([]) == []


def test_confidence_is_the_nearest_passages_similarity() -> None:
    passages = [make_passage("a", similarity=0.7), make_passage("b", similarity=0.9)]
    seen = confidences(
        [make_item()], [make_record(passages=passages)], [make_score("taxi-ja", right=1)]
    )
    assert seen == [Confidence(0.9, True, True)]
