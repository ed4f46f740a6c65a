"""JSQuAD's validation questions, put to the product's own arms and their fusion.

JGLUE (Kurihara et al. 2022, LREC): each question must find the paragraph it was written for.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from pathlib import Path

import numpy as np

from evals.bench.figures import ArmFigures
from evals.errors import DatasetBroken
from knowledge.embeddings import SentenceTransformerEmbeddings
from knowledge.fusion import Scored, fuse_rankings
from knowledge.keyword_index import KeywordIndex
from knowledge.retrieval import Tuning
from knowledge.tokens import tokenise
from knowledge.vector_index import VectorIndex

_DEPTH = 10
_AT_ONCE = 32
"""Questions that are embedded together."""
_TITLE_END = "[SEP]"


@dataclass(frozen=True)
class Paragraphs:
    """Paragraphs by id, and questions with the id of the paragraph that holds the answer."""

    texts: Mapping[str, str]
    questions: Sequence[tuple[str, str]]


def load_paragraphs(file: Path) -> Paragraphs:
    """All paragraphs and questions of a JSQuAD file; raises DatasetBroken."""
    ids: dict[str, str] = {}
    questions: list[tuple[str, str]] = []
    try:
        for article in json.loads(file.read_text(encoding="utf-8"))["data"]:
            for paragraph in article["paragraphs"]:
                text = paragraph["context"].replace(_TITLE_END, "\n")
                own = ids.setdefault(text, str(len(ids)))
                questions += [(one["question"], own) for one in paragraph["qas"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetBroken(f"{file} cannot be read as JSQuAD: {error}") from error
    return Paragraphs({own: text for text, own in ids.items()}, questions)


def measure_arms(
    paragraphs: Paragraphs,
    embeddings: SentenceTransformerEmbeddings,
    scratch: Path,
) -> tuple[ArmFigures, ...]:
    """R@1, R@10 and nDCG@10 of keywords, meaning, and both fused as the product does it."""
    tuning = Tuning()
    by_words = KeywordIndex.build(
        list(paragraphs.texts), [tokenise(text) for text in paragraphs.texts.values()]
    )
    by_meaning = VectorIndex.opened(scratch / "jsquad", None, "jsquad")
    vectors = embeddings.embed_documents(list(paragraphs.texts.values()))
    by_meaning.add(list(paragraphs.texts), np.asarray(vectors, dtype=np.float32))
    places: dict[str, list[int | None]] = {"keywords": [], "meaning": [], "fusion": []}
    for start in range(0, len(paragraphs.questions), _AT_ONCE):
        part = paragraphs.questions[start : start + _AT_ONCE]
        asked = embeddings.embed_queries([question for question, _ in part])
        for (question, expected), vector in zip(part, asked, strict=True):
            words = list(dict.fromkeys(tokenise(question)))
            keywords = by_words.search(words, limit=tuning.width)
            near = by_meaning.search(vector, limit=tuning.width)
            meaning = [(hit.id, hit.similarity) for hit in near]
            places["keywords"].append(_place(keywords, expected))
            places["meaning"].append(_place(meaning, expected))
            fused = fuse_rankings(
                {"keywords": keywords, "passages": meaning},
                tuning.weights,
                floors={"keywords": 0.0},
            )
            places["fusion"].append(_place(list(fused.items()), expected))
    return tuple(score_places(arm, found) for arm, found in places.items())


def score_places(arm: str, places: Sequence[int | None]) -> ArmFigures:
    """Means over questions whose one right paragraph stands at these places, from 1."""
    count = len(places)
    return ArmFigures(
        arm=arm,
        recall_at_1=sum(place == 1 for place in places) / count,
        recall_at_10=sum(place is not None for place in places) / count,
        ndcg_at_10=sum(1 / log2(1 + place) for place in places if place) / count,
    )


def _place(ranking: Sequence[Scored], expected: str) -> int | None:
    """Where the right paragraph stands among the first ten, from 1."""
    ids = [found for found, _ in ranking[:_DEPTH]]
    return ids.index(expected) + 1 if expected in ids else None
