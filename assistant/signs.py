"""Signs of support, and the logistic weights that bring them to one probability.

`sanpuku knowledge calibrate` fits the weights on the development questions.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for and against the passages answering the question."""

    similarity: float
    """Best cosine of the question with a passage or a question of its entry."""
    margin: float
    """How far that stands out from the weakest passage found."""
    coverage: float
    """Share of the question's telling words that the best passages have, in either language."""
    missing: float
    """Share that none of the passages found has."""
    unknown: float
    """Share that nothing in the knowledge base has."""
    names: float
    """Names in the question that the best passages do not have."""
    years: float
    """Years in the question that they do not speak of."""
    years_in_best: float
    """Those in its own words that the best passage alone does not speak of."""
    numbers: float
    """Other numbers in the question that they do not have, and places in an order."""
    value_in_first: float
    """Kinds of value asked for (an amount, a date) that the best passage lacks."""
    value_in_any: float
    """Kinds that all of the best passages lack."""
    agreement: float
    """In how many arms the best passage is among the first two."""
    english: float
    answerable: float = 0.0
    """Log odds that this is a kind of question that the entries answer (assistant.answerability)."""
    likeness: float = 0.0
    """The similarity with the words in common with a question that they answer."""
    gap: float = 0.0
    """Likeness to the nearest question that they are known to leave open."""
    by_words: float = 0.0
    """Log odds of being answered, by words and pairs of words (assistant.word_pairs)."""
    close_reading: float = 0.0
    """Log odds of being answerable, read word by word (assistant.close_reading)."""
    next_close_reading: float = 0.0
    """The same by what was learned of questions behind others."""
    by_own_words: float = 0.0
    """The same by the words of a follow-up without those of its subject."""
    contrast_answered: float = 0.0
    """Likeness of its own words to what is known to be asked about the best passages' entries and
    answered by them (knowledge.contrasts, assistant.known_questions)."""
    contrast_left_open: float = 0.0
    """The same for what sounds alike and they leave open."""
    next_answered: float = 0.0
    """Of a follow-up: likeness of its own words to what is known to be asked next after the entries
    found and answered by them (knowledge.follow_ups)."""
    next_left_open: float = 0.0
    """The same for what they leave open."""


@dataclass(frozen=True)
class SupportWeights:
    """Logistic weights of the signs, and the probability below which no answer is given."""

    bias: float
    weights: Mapping[str, float]
    threshold: float

    def probability(self, signs: Signs) -> float:
        """Of the passages answering the question, 0..1."""
        score = self.bias + sum(
            self.weights.get(name, 0.0) * value for name, value in asdict(signs).items()
        )
        return 1 / (1 + math.exp(-max(min(score, 30.0), -30.0)))


def load_weights(name: str = "plain") -> SupportWeights:
    """Weights shipped with the project: `plain`, `trained` for use with the network, or
    `following` for follow-ups."""
    raw = json.loads(files("assistant").joinpath("support_weights.json").read_text("utf-8"))[name]
    return SupportWeights(raw["bias"], raw["weights"], raw["threshold"])
