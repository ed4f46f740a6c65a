"""Search in this process: the product and the plain LangChain recipe over the same texts."""

from collections.abc import Sequence
from time import perf_counter

from evals.bench.figures import Latency, SearchFigures
from evals.cases import Item
from evals.errors import BackendFailed
from evals.peers.documents import PlainDocument
from evals.peers.embedding import PeerEmbeddings
from evals.peers.langchain_recipe import LangChainRecipe
from evals.retrieval import DEPTH
from knowledge.bundled_model import unpacked_model
from knowledge.errors import KnowledgeError
from knowledge.wiring import Knowledge


def compare_search(items: Sequence[Item], knowledge: Knowledge) -> SearchFigures:
    """Each question to both, one after the other, so that the machine's load hits both alike.

    Raises:
        PeerUnavailable: the recipe's libraries are not installed.
        BackendFailed: the index cannot be searched.
    """
    texts = [
        PlainDocument(chunk.id, f"{chunk.title}\n{chunk.text}")
        for chunk in knowledge.indexer.content().chunks
    ]
    embeddings = PeerEmbeddings(unpacked_model(knowledge.settings.home))
    began = perf_counter()
    recipe = LangChainRecipe(texts, embeddings)
    built = perf_counter() - began
    recipe.search(items[0].question, limit=DEPTH)
    _product_search(knowledge, items[0])
    product_times, recipe_times = [], []
    for item in items[1:]:
        product_times.append(_product_search(knowledge, item))
        began = perf_counter()
        recipe.search(item.question, limit=DEPTH)
        recipe_times.append((perf_counter() - began) * 1000)
    return SearchFigures(
        texts=len(texts),
        product=Latency.of(product_times),
        recipe=Latency.of(recipe_times),
        recipe_build_seconds=built,
    )


def _product_search(knowledge: Knowledge, item: Item) -> float:
    began = perf_counter()
    try:
        knowledge.retriever.search(item.question, limit=DEPTH, language=item.language)
    except KnowledgeError as error:
        raise BackendFailed(str(error)) from error
    return (perf_counter() - began) * 1000
