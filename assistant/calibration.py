"""Fit the weights of support on questions whose answerability is known.

Logistic regression with balanced classes. The threshold is the largest probability at which no
more than a given share of answerable questions is declined.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from assistant.contract import AskRequest, Persona
from assistant.signs import Signs
from assistant.wiring import Services

_FOLDS = 10
_OF_NETWORK = frozenset(
    {
        *("answerable", "likeness", "gap", "by_words", "close_reading"),
        *("contrast_answered", "contrast_left_open"),
    }
)
_OF_FOLLOW_UPS = frozenset(
    {"by_own_words", "next_answered", "next_left_open", "next_close_reading"}
)
_OF_SINGLE_QUESTIONS = frozenset({"close_reading"})
_IN_NETWORK = frozenset({"similarity"})
"""Contained in a sign of the network."""
_OF_LANGUAGE = frozenset({"english"})
"""With it, one language is declined more often than the other."""
_OF_WHOLE_QUESTIONS = frozenset({"margin", "names", "numbers", "agreement", "english"})
"""Tell little of a follow-up joined to its subject, and follow-ups are few to fit by."""
LEFT_OUT: Mapping[str, frozenset[str]] = {
    "plain": _OF_NETWORK | _OF_FOLLOW_UPS,
    "trained": _IN_NETWORK | _OF_FOLLOW_UPS | _OF_LANGUAGE,
    "following": _IN_NETWORK | _OF_WHOLE_QUESTIONS | _OF_SINGLE_QUESTIONS,
}
"""Signs that do not count, for each of the weights."""
MORE_REFUSALS: Mapping[str, float] = {"following": 0.01}
"""Share of answerable questions that may be declined beyond what is asked for: from 3 to 4 % of
follow-ups, a quarter of the false answers go (docs/decisions/0018), and those cost more."""
# Other kinds never reach the judge: they are screened before.
_UNANSWERABLE = frozenset({"unanswerable", "off_topic"})
_NOT_JUDGED = frozenset({"neutrality", "personal_data", "injection", "unsafe"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with its signs and whether the sources answer it."""

    question: str
    answerable: bool
    follows: bool
    """Whether it leans on the conversation."""
    signs: Signs


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What one threshold would do, by cross-validation."""

    threshold: float
    wrongly_declined: float
    rightly_declined: float


@dataclass(frozen=True)
class Calibration:
    """Fitted weights and how they do on questions that the fit did not see."""

    bias: float
    weights: dict[str, float]
    threshold: float
    curve: tuple[CurvePoint, ...]


def write_weights(fitted: Mapping[str, Calibration], file: Path) -> None:
    """As support_weights.json: each under its name (assistant.signs.load_weights)."""
    content = {
        name: {"bias": found.bias, "threshold": found.threshold, "weights": found.weights}
        for name, found in fitted.items()
    }
    file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def judge_questions(services: Services, folder: Path, split: str) -> Iterator[Judged]:
    """Signs of every question of a split of the question sets that stands alone: single ones, and
    those that open a conversation."""
    for case in _cases(folder, split):
        first = case["turns"][0] if "turns" in case else case
        kind = first.get("kind") or case["kind"]
        if kind not in _NOT_JUDGED:
            yield from _judged(services, case, kind, first["question"], ())


def judge_follow_ups(services: Services, folder: Path, split: str) -> Iterator[Judged]:
    """Signs of every turn that leans on its conversation, of a split of the question sets."""
    for case in _cases(folder, split):
        asked = [turn["question"] for turn in case.get("turns", ())]
        for place, turn in enumerate(case.get("turns", ())):
            kind = turn.get("kind") or case["kind"]
            if place and kind not in _NOT_JUDGED:
                judged = _judged(services, case, kind, turn["question"], asked[:place])
                yield from (one for one in judged if one.follows)


def _judged(
    services: Services, case: Mapping[str, Any], kind: str, text: str, earlier: Sequence[str]
) -> Iterator[Judged]:
    named = case.get("persona")
    persona = Persona(named) if named and named != "none" else None
    request = AskRequest(question=text, persona=persona)
    question = services.assistant.read(request, text, earlier)
    passages = services.assistant.finder.find(question).passages
    judge = services.assistant.judge
    # What asks for another place or time is declined whatever its signs.
    if passages and not judge.asks_elsewhere(question, passages):
        signs = judge.signs(question, passages)
        yield Judged(text, kind not in _UNANSWERABLE, question.follows, signs)


def calibrate(
    judged: Sequence[Judged], *, largest_refusal: float, left_out: frozenset[str]
) -> Calibration:
    """Fit, and choose the threshold by cross-validation.

    Args:
        largest_refusal: share of answerable questions that may be declined, 0..1.
        left_out: names of signs that are not to count, of `LEFT_OUT`.
    """
    names = [f.name for f in fields(Signs) if f.name not in left_out]
    rows = np.array([[asdict(j.signs)[name] for name in names] for j in judged])
    answerable = np.array([j.answerable for j in judged])
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    model = LogisticRegression(C=0.3, class_weight="balanced", max_iter=2000)
    scaled = (rows - mean) / spread
    unseen = cross_val_predict(model, scaled, answerable, cv=_FOLDS, method="predict_proba")[:, 1]
    model.fit(scaled, answerable)
    weights = model.coef_[0] / spread
    return Calibration(
        bias=round(float(model.intercept_[0] - (weights * mean).sum()), 4),
        weights={name: round(float(w), 4) for name, w in zip(names, weights, strict=True)},
        threshold=round(float(np.quantile(unseen[answerable], largest_refusal)), 4),
        curve=tuple(_curve(unseen, answerable)),
    )


def _curve(unseen: NDArray[np.float64], answerable: NDArray[np.bool_]) -> Iterator[CurvePoint]:
    for threshold in np.arange(0.05, 1.0, 0.05):
        declined = unseen < threshold
        yield CurvePoint(
            round(float(threshold), 2),
            round(float(declined[answerable].mean()), 3),
            round(float(declined[~answerable].mean()), 3),
        )


def _cases(folder: Path, split: str) -> Iterator[Mapping[str, Any]]:
    for file in sorted(folder.glob("*.yaml")):
        for case in yaml.safe_load(file.read_text(encoding="utf-8")) or ():
            if case.get("split") == split:
                yield case
