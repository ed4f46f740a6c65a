"""Do the passages answer the question at all? Decided before anything is composed."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from knowledge.documents import Passage
from knowledge.glossary import Glossary
from knowledge.numbers import number_values
from knowledge.tokens import tokenise

_YEAR = range(1980, 2101)
_PASSAGES_READ = 3
_ENTITY = re.compile(r"[ァ-ヴー]{3,}|[A-Z][A-Za-z0-9]{2,}|[\u4e00-\u9fff]{1,4}(?:市|町|村|県|区)(?![\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Support:
    """How well passages support an answer."""

    similarity: float
    """Best cosine of question and passage or entry question."""
    coverage: float
    """Share of the question's telling words that the best passages contain, 0..1."""
    margin: float
    """How far the best passage stands out from the tenth, in cosine."""
    unknown_names: tuple[str, ...]
    """Names and years of the question that no passage contains."""
    probability: float
    """Of the passages answering the question, 0..1, by the calibrated weights."""


@dataclass(frozen=True, slots=True)
class SupportWeights:
    """Logistic weights, fitted on the development questions (`python -m evals calibrate`)."""

    bias: float = -38.0
    similarity: float = 42.0
    coverage: float = 4.0
    margin: float = 12.0
    unknown_name: float = -1.6
    threshold: float = 0.5


def judge_support(
    question: str,
    passages: Sequence[Passage],
    *,
    weigh: Callable[[Sequence[str]], Sequence[float]],
    glossary: Glossary,
    weights: SupportWeights,
) -> Support:
    """Match strength, shared words and missing names, brought to one probability."""
    if not passages:
        return Support(0.0, 0.0, 0.0, (), 0.0)
    read = passages[:_PASSAGES_READ]
    text = "\n".join(f"{p.chunk.title}\n{p.chunk.heading}\n{p.chunk.text}" for p in read)
    similarity = max(p.similarity for p in read)
    coverage = _coverage(question, text, weigh, glossary)
    margin = similarity - min((p.similarity for p in passages if p.similarity > 0), default=0.0)
    unknown = unknown_names(question, text, glossary)
    score = (
        weights.bias
        + weights.similarity * similarity
        + weights.coverage * coverage
        + weights.margin * margin
        + weights.unknown_name * min(len(unknown), 2)
    )
    return Support(similarity, coverage, margin, unknown, 1 / (1 + math.exp(-score)))


def unknown_names(question: str, text: str, glossary: Glossary) -> tuple[str, ...]:
    """Years, places and names in the question that the text does not have in any spelling."""
    values = number_values(text)
    years = [v for v in sorted(number_values(question)) if int(v) in _YEAR and v == int(v)]
    missing = [f"{year:f}" for year in years if Decimal(year) not in values]
    folded = text.lower()
    for match in _ENTITY.finditer(question):
        spellings = glossary.spellings(match[0])
        if not any(spelling.lower() in folded for spelling in spellings):
            missing.append(match[0])
    return tuple(dict.fromkeys(missing))


def _coverage(
    question: str, text: str, weigh: Callable[[Sequence[str]], Sequence[float]], glossary: Glossary
) -> float:
    """Inverse-document-frequency weighted share of the question's words found in the text.

    A word counts as found when the text has it, or has the term that the glossary leads to.
    """
    words = list(dict.fromkeys(tokenise(question)))
    said = set(tokenise(text))
    for term in glossary.find(question):
        forms = [set(tokenise(form)) for form in (term.term, term.en)]
        if any(form and form <= said for form in forms):
            for form in term.written_forms():
                said |= set(tokenise(form))
    weights = weigh(words)
    total = sum(weights)
    return sum(w for word, w in zip(words, weights, strict=True) if word in said) / (total or 1.0)
