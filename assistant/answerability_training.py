"""Train the answerability network on the entries' questions, the gaps and the screening examples."""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from assistant.answerability import ANSWERABLE, Answerability, Network
from assistant.asked_next import Embed
from assistant.shared_words import Floats, shared_words
from knowledge.batches import batches_of
from knowledge.documents import LANGUAGES, Entry
from knowledge.gaps import Gap
from knowledge.tokens import tokenise

_EXAMPLES = Path(__file__).parent / "screening_examples"
_ORDINARY = "ordinary"
_UNITS = 64
_NETWORKS = 16
_CHARACTERS_AT_ONCE = 2048


@dataclass(frozen=True, slots=True)
class Example:
    """A question whose kind is known."""

    question: str
    kind: str
    gap_id: str = ""


def examples(
    entries: Sequence[Entry], gaps: Sequence[Gap], patterned: Iterable[str]
) -> Iterator[Example]:
    """Every question that somebody wrote down with its kind; none of the evaluation sets.

    Args:
        patterned: questions that nothing answers, made from patterns (knowledge.gap_patterns).
    """
    for entry in entries:
        for language in LANGUAGES:
            yield from (Example(q, ANSWERABLE) for q in entry.questions(language))
    for gap in gaps:
        yield from (Example(question, "gap", gap.id) for question in gap.questions)
    yield from (Example(question, "gap") for question in patterned)
    for file in sorted(_EXAMPLES.glob("*.yaml")):
        kind = ANSWERABLE if file.stem == _ORDINARY else file.stem
        written = yaml.safe_load(file.read_text(encoding="utf-8"))
        yield from (Example(q, kind) for language in LANGUAGES for q in written[language])


def train(known: Sequence[Example], embed: Embed) -> Answerability:
    """Several networks with different starts, whose probabilities are averaged; same each time.

    `known` has at least three kinds.
    """
    asked = [example.question for example in known]
    vectors = np.array(in_batches(embed)(asked), dtype=np.float32)
    kinds = np.array([example.kind for example in known])
    mean, spread = vectors.mean(axis=0), vectors.std(axis=0)
    fit_each = Parallel(n_jobs=-1)  # on all processors
    scaled = (vectors - mean) / spread
    fitted = fit_each(delayed(_fit)(scaled, kinds, seed) for seed in range(_NETWORKS))
    of_gaps = np.array([bool(example.gap_id) for example in known])
    compared = [e for e in known if e.gap_id] + [e for e in known if e.kind == ANSWERABLE]
    return Answerability(
        networks=tuple(
            Network(
                mean,
                spread,
                *(np.asarray(part, dtype=np.float32) for part in _layers(model)),
            )
            for model in fitted
        ),
        kinds=tuple(map(str, fitted[0].classes_)),
        gap_vectors=vectors[of_gaps],
        gap_ids=tuple(example.gap_id for example in known if example.gap_id),
        words=shared_words([tokenise(example.question) for example in compared]),
    )


def in_batches(embed: Embed) -> Embed:
    """The same for any number of questions, those of like length together."""

    def embed_all(questions: list[str]) -> Sequence[Sequence[float]]:
        vectors: list[Sequence[float]] = [()] * len(questions)
        for batch in batches_of([len(question) for question in questions], _CHARACTERS_AT_ONCE):
            found = embed([questions[i] for i in batch])
            for position, vector in zip(batch, found, strict=True):
                vectors[position] = vector
        return vectors

    return embed_all


def _fit(scaled: Floats, kinds: NDArray[np.str_], seed: int) -> MLPClassifier:
    model = MLPClassifier(
        (_UNITS,),
        alpha=1.0,
        max_iter=60,
        early_stopping=True,
        n_iter_no_change=6,
        random_state=seed,
    )
    with warnings.catch_warnings():
        # Early stopping decides, not convergence.
        warnings.simplefilter("ignore", ConvergenceWarning)
        return model.fit(scaled, kinds)


def _layers(model: MLPClassifier) -> tuple[Floats, Floats, Floats, Floats]:
    (hidden, out), (hidden_bias, out_bias) = model.coefs_, model.intercepts_
    return hidden, hidden_bias, out, out_bias
