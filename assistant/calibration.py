"""Fit the weights of support on questions whose answerability is known.

Logistic regression with balanced classes. The threshold is the largest probability at which no
more than a given share of answerable questions is declined.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from assistant.contract import AskRequest, Persona
from assistant.support import Signs
from assistant.wiring import Services

_FOLDS = 10
_OF_NETWORK = frozenset({"answerable", "likeness", "gap"})
_WITHOUT_NETWORK = frozenset({"similarity"})
"""Contained in a sign of the network."""
# Other kinds never reach the judge: they are screened before.
_UNANSWERABLE = frozenset({"unanswerable", "off_topic"})
_NOT_JUDGED = frozenset({"neutrality", "personal_data", "injection", "unsafe"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with its signs and whether the sources answer it."""

    question: str
    answerable: bool
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


def write_weights(plain: Calibration, trained: Calibration, file: Path) -> None:
    """As support_weights.json."""
    content = {
        name: {"bias": fitted.bias, "threshold": fitted.threshold, "weights": fitted.weights}
        for name, fitted in (("plain", plain), ("trained", trained))
    }
    file.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def judge_questions(services: Services, folder: Path, split: str) -> Iterator[Judged]:
    """Signs of every single question of a split of the question sets."""
    for case in _cases(folder, split):
        named = case.get("persona")
        persona = Persona(named) if named and named != "none" else None
        request = AskRequest(question=case["question"], persona=persona)
        question = services.assistant.read(request, case["question"])
        passages = services.assistant.finder.find(question).passages
        if passages:
            answerable = case["kind"] not in _UNANSWERABLE
            signs = services.assistant.judge.signs(question, passages)
            yield Judged(case["question"], answerable, signs)


def calibrate(
    judged: Sequence[Judged], *, largest_refusal: float, with_network: bool
) -> Calibration:
    """Fit, and choose the threshold by cross-validation.

    Args:
        with_network: whether the signs of assistant.answerability count.
        largest_refusal: share of answerable questions that may be declined, 0..1.
    """
    left_out = _WITHOUT_NETWORK if with_network else _OF_NETWORK
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


def _cases(folder: Path, split: str) -> Iterator[dict[str, Any]]:
    for file in sorted(folder.glob("*.yaml")):
        for case in yaml.safe_load(file.read_text(encoding="utf-8")) or ():
            single = "question" in case and case.get("kind") not in _NOT_JUDGED
            if single and case.get("split") == split:
                yield case
