"""Train the answerability network on the entries' questions, the gaps and the screening examples."""

import warnings
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from assistant.answerability import ANSWERABLE, LEFT_OPEN, Answerability, Network
from assistant.arrays import in_bytes
from assistant.known_questions import Embed
from assistant.shared_words import Floats, shared_words
from assistant.word_pairs import WordPairs
from assistant.word_pairs_training import train_word_pairs
from knowledge.batches import batches_of
from knowledge.documents import LANGUAGES, Entry
from knowledge.gaps import Gap
from knowledge.known_questions import KnownQuestion
from knowledge.tokens import tokenise

_EXAMPLES = Path(__file__).parent / "screening_examples"
_ORDINARY = "ordinary"
GAP = "gap"
_UNITS = 512
_NETWORKS = 6
_CHARACTERS_AT_ONCE = 2048


@dataclass(frozen=True, slots=True)
class Example:
    """A question whose kind is known."""

    question: str
    kind: str
    gap_id: str = ""
    is_contrast: bool = False


def examples(
    entries: Sequence[Entry],
    gaps: Sequence[Gap],
    patterned: Iterable[str],
    contrasts: Iterable[KnownQuestion],
) -> Iterator[Example]:
    """Every question that somebody wrote down with its kind; none of the evaluation sets.

    Args:
        patterned: questions that nothing answers, made from patterns (knowledge.gap_patterns).
        contrasts: questions that stand alone and sound alike (knowledge.contrasts).
    """
    for entry in entries:
        for language in LANGUAGES:
            yield from (Example(q, ANSWERABLE) for q in entry.questions(language))
    for gap in gaps:
        yield from (Example(question, GAP, gap.id) for question in gap.questions)
    yield from (Example(question, GAP) for question in patterned)
    for one in contrasts:
        yield Example(one.asked, ANSWERABLE if one.is_answered else GAP, is_contrast=True)
    for file in sorted(_EXAMPLES.glob("*.yaml")):
        kind = ANSWERABLE if file.stem == _ORDINARY else file.stem
        written = yaml.safe_load(file.read_text(encoding="utf-8"))
        yield from (Example(q, kind) for language in LANGUAGES for q in written[language])


def train(
    known: Sequence[Example], embed: Embed, follow_ups: Sequence[KnownQuestion] = ()
) -> Answerability:
    """Several networks with different starts, whose probabilities are averaged; same each time.

    Args:
        known: of at least three kinds.
        follow_ups: only their pairs of words are learned from, alone and behind their subjects
            (`with_subjects`).
    """
    vectors = np.array(embed([example.question for example in known]), dtype=np.float32)
    kinds = np.array([example.kind for example in known])
    mean, spread = vectors.mean(axis=0), vectors.std(axis=0)
    fit_each = Parallel(n_jobs=-1)  # on all processors
    scaled = (vectors - mean) / spread
    fitted = fit_each(delayed(_fit)(scaled, kinds, seed) for seed in range(_NETWORKS))
    is_open = np.array([_is_left_open(example) for example in known])
    left_open = [example for example in known if _is_left_open(example)]
    answered = [e for e in known if e.kind == ANSWERABLE and not e.is_contrast]
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
        left_open=in_bytes(vectors[is_open]),
        gap_ids=tuple(example.gap_id for example in left_open),
        words=shared_words([tokenise(example.question) for example in (*left_open, *answered)]),
        pairs=_pairs(known, follow_ups),
    )


def with_subjects(
    follow_ups: Iterable[KnownQuestion], entries: Mapping[str, Entry]
) -> Iterator[KnownQuestion]:
    """Each behind the title of the entry that it is asked after, as if it stood alone."""
    for one in follow_ups:
        title = entries[one.entry_ids[0]].title.in_language(one.language)
        yield replace(one, asked=f"{title}\n{one.asked}")


def _is_left_open(example: Example) -> bool:
    """Whether a question is compared with it: those made from patterns only train."""
    return example.kind == GAP and bool(example.gap_id or example.is_contrast)


def _pairs(known: Sequence[Example], follow_ups: Sequence[KnownQuestion]) -> WordPairs:
    told = [(e.question, e.kind == ANSWERABLE) for e in known if e.kind in (ANSWERABLE, *LEFT_OPEN)]
    told += [(one.asked, one.is_answered) for one in follow_ups]
    return train_word_pairs([tokenise(text) for text, _ in told], [is_told for _, is_told in told])


def in_batches(embed: Embed) -> Embed:
    """The same for any number of questions, those of like length together and each only once."""
    remembered: dict[str, Sequence[float]] = {}

    def embed_all(questions: list[str]) -> Sequence[Sequence[float]]:
        fresh = [text for text in dict.fromkeys(questions) if text not in remembered]
        for batch in batches_of([len(text) for text in fresh], _CHARACTERS_AT_ONCE):
            texts = [fresh[i] for i in batch]
            found = (array("f", vector) for vector in embed(texts))
            remembered.update(zip(texts, found, strict=True))
        return [remembered[text] for text in questions]

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
