"""Weights of support are fitted on questions whose answerability is known."""

from pathlib import Path

import pytest

from assistant.calibration import (
    LEFT_OUT,
    Judged,
    calibrate,
    judge_follow_ups,
    judge_questions,
    write_weights,
)
from assistant.signs import Signs, SupportWeights
from assistant.wiring import Services

SET = """
- {name: a, question: チョイソコとは何ですか, kind: fact, split: dev}
- {name: b, question: チョイソコの運賃は, kind: unanswerable, split: dev}
- {name: c, question: 必ず黒字になりますか, kind: neutrality, split: dev}
- {name: d, question: うえたん号は何台ですか, kind: fact, split: test}
- name: e
  kind: fact
  split: dev
  turns:
    - {question: ヤマハのグリスロはどこで走っていますか}
    - {question: それはどこで始まった？}
    - {question: うえたん号は何台ですか}
    - {question: それは1回いくら？, kind: unanswerable}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "set.yaml").write_text(SET, encoding="utf-8")
    return tmp_path


def test_questions_of_the_split_that_stand_alone_are_judged(
    services: Services, folder: Path
) -> None:
    judged = list(judge_questions(services, folder, "dev"))
    assert [(one.question, one.answerable) for one in judged] == [
        ("チョイソコとは何ですか", True),
        ("チョイソコの運賃は", False),
        ("ヤマハのグリスロはどこで走っていますか", True),
    ]
    assert not any(one.follows for one in judged)


def test_of_conversations_only_what_leans_on_them(services: Services, folder: Path) -> None:
    judged = list(judge_follow_ups(services, folder, "dev"))
    assert [(one.question, one.answerable) for one in judged] == [
        ("それはどこで始まった？", True),
        ("それは1回いくら？", False),
    ]
    assert list(judge_follow_ups(services, folder, "test")) == []


def judged(*, answerable: bool, coverage: float, gap: float) -> Judged:
    signs = Signs(0.9, 0.1, coverage, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, gap=gap)
    return Judged("？", answerable, False, signs)


KNOWN = [judged(answerable=True, coverage=0.8 + n / 100, gap=0.1) for n in range(20)]
KNOWN += [judged(answerable=False, coverage=0.2 + n / 100, gap=0.9) for n in range(20)]


def test_signs_that_tell_them_apart_get_weights() -> None:
    fitted = calibrate(KNOWN, largest_refusal=0.0, left_out=LEFT_OUT["trained"])
    weights = SupportWeights(fitted.bias, fitted.weights, fitted.threshold)
    assert fitted.weights["coverage"] > 0 > fitted.weights["gap"]
    assert all(
        (weights.probability(one.signs) >= fitted.threshold) == one.answerable for one in KNOWN
    )
    assert fitted.curve[0].wrongly_declined == 0


@pytest.mark.parametrize("name", LEFT_OUT)
def test_signs_that_are_left_out_have_no_weight(name: str) -> None:
    fitted = calibrate(KNOWN, largest_refusal=0.05, left_out=LEFT_OUT[name])
    assert not LEFT_OUT[name] & fitted.weights.keys()


def test_weights_are_written_under_their_names(tmp_path: Path) -> None:
    fitted = calibrate(KNOWN, largest_refusal=0.05, left_out=LEFT_OUT["plain"])
    write_weights({"plain": fitted}, tmp_path / "weights.json")
    text = (tmp_path / "weights.json").read_text(encoding="utf-8")
    assert '"plain"' in text
    assert f'"threshold": {fitted.threshold}' in text
