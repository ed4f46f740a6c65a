"""JSQuAD as a search task: each question should find its answer where it stands.

JGLUE (Kurihara et al. 2022, LREC); the file is given by path and not part of the project.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from evals.cases import ANSWERS, Item, Kind, Split
from evals.errors import DatasetBroken
from evals.peers.documents import PlainDocument

_MARGIN = 15
"""Letters on either side of the answer that must be found with it: the place, not just the words."""
_TITLE_END = "[SEP]"


@dataclass(frozen=True, slots=True)
class SearchTask:
    """Documents and questions that each stand in one of them."""

    documents: tuple[PlainDocument, ...]
    items: tuple[Item, ...]


def load_jsquad(file: Path, *, sample: int, seed: int) -> SearchTask:
    """All paragraphs, article by article, and `sample` of the questions.

    Raises:
        DatasetBroken: the file cannot be read as JSQuAD.
    """
    try:
        articles = json.loads(file.read_text(encoding="utf-8"))["data"]
        documents = tuple(_document(number, article) for number, article in enumerate(articles))
        items = [item for article in articles for item in _items(article)]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetBroken(f"{file} cannot be read as JSQuAD: {error}") from error
    return SearchTask(documents, tuple(Random(seed).sample(items, min(sample, len(items)))))


def _document(number: int, article: Any) -> PlainDocument:
    paragraphs = [_text(paragraph["context"]) for paragraph in article["paragraphs"]]
    return PlainDocument(f"{number:03}-{article['title']}", "\n\n".join(paragraphs))


def _items(article: Any) -> list[Item]:
    return [
        _item(paragraph["context"], question)
        for paragraph in article["paragraphs"]
        for question in paragraph["qas"]
        if question["answers"]
    ]


def _item(context: str, question: Any) -> Item:
    title_ends = len(context) - len(_text(context))
    answer = question["answers"][0]
    start = answer["answer_start"]
    found_at = context.find(answer["text"], title_ends) if start < title_ends else start
    place = context[max(found_at - _MARGIN, title_ends) : found_at + len(answer["text"]) + _MARGIN]
    return Item(
        id=question["id"],
        case=question["id"],
        turn=1,
        question=question["question"],
        language="ja",
        persona=None,
        kind=Kind.FACT,
        split=Split.TEST,
        facts=((place,),),
        must_not=(),
        rests_on=(),
        expected=ANSWERS,
        paraphrase_of=None,
    )


def _text(context: str) -> str:
    """The paragraph without the article's title before it."""
    return context.partition(_TITLE_END)[2].lstrip() or context
