"""The product and its peers on the same questions and documents."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from langchain_core.embeddings import Embeddings

from evals.backend import Searcher, ServiceBackend
from evals.cases import Item
from evals.peers import langchain_recipe, llama_index_recipe
from evals.peers.documents import PlainDocument, read_documents
from evals.peers.jsquad import SearchTask
from evals.peers.langchain_recipe import LangChainRecipe
from evals.peers.llama_index_recipe import LlamaIndexRecipe
from evals.peers.measuring import measure_recipe
from evals.peers.results import PeerResult
from evals.services import open_service, open_service_over

PRODUCT = "産福共創アシスタント"
PRODUCT_RAW = "産福共創アシスタント (documents only)"
JSQUAD = "JSQuAD"


def compare_on_questions(
    items: Sequence[Item], documents: Path, embeddings: Embeddings, *, task: str
) -> Iterator[PeerResult]:
    """The product with its knowledge base, without it, and the peers, one after the other.

    Raises:
        PeerUnavailable: the folder has no documents.
        ServiceNotStarted: the product did not start.
    """
    texts = read_documents(documents)
    with open_service(None) as client:
        yield _measured(PRODUCT, task, ServiceBackend(client), items)
    with open_service_over(documents) as client:
        yield _measured(PRODUCT_RAW, task, ServiceBackend(client), items)
    yield from _peers(task, texts, embeddings, items)


def compare_on_jsquad(task: SearchTask, embeddings: Embeddings) -> Iterator[PeerResult]:
    """The product over JSQuAD's articles as added documents, and the peers."""
    with TemporaryDirectory(prefix="sanpuku-jsquad-") as folder:
        for document in task.documents:
            (Path(folder) / f"{document.name}.txt").write_text(document.text, encoding="utf-8")
        with open_service_over(Path(folder)) as client:
            yield _measured(PRODUCT_RAW, JSQUAD, ServiceBackend(client), task.items)
    yield from _peers(JSQUAD, task.documents, embeddings, task.items)


def _peers(
    task: str, documents: Sequence[PlainDocument], embeddings: Embeddings, items: Sequence[Item]
) -> Iterator[PeerResult]:
    by_langchain = partial(LangChainRecipe, documents, embeddings)
    yield measure_recipe(langchain_recipe.NAME, task, by_langchain, items)
    by_llama_index = partial(LlamaIndexRecipe, documents, embeddings)
    yield measure_recipe(llama_index_recipe.NAME, task, by_llama_index, items)


def _measured(recipe: str, task: str, searcher: Searcher, items: Sequence[Item]) -> PeerResult:
    return measure_recipe(recipe, task, lambda: searcher, items)
