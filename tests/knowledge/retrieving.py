"""A retriever over the index of a test's home, with a small glossary and lexicon."""

from pathlib import Path

from knowledge.expansion import Expansion
from knowledge.index_store import IndexStore
from knowledge.lexicon import Lexicon
from knowledge.reranking import FusedOrder, Reranker
from knowledge.retrieval import HybridRetriever, QueryEmbeddings, Tuning
from tests.fakes import WordOverlapEmbeddings
from tests.knowledge.samples import chunk, glossary, term

PLAN = chunk("市はデマンド交通の実証を行い、乗合タクシーの予約を受け付ける。")
EXPANSION = Expansion(
    glossary(
        term("移動販売", "mobile shop", en_aliases=("mobile shops",)),
        term("配食", "meal delivery", misspellings=("配色弁当",)),
    ),
    Lexicon({"clinic": [("診療所", 0.9)], "taxi": [("タクシー", 0.9)]}),
)


def retriever(
    home: Path,
    *,
    tuning: Tuning | None = None,
    reranker: Reranker | None = None,
    embeddings: QueryEmbeddings | None = None,
) -> HybridRetriever:
    """As the product makes it, but for what is given."""
    return HybridRetriever(
        IndexStore(home / "index", None),
        embeddings or WordOverlapEmbeddings(),
        EXPANSION,
        reranker or FusedOrder(),
        tuning or Tuning(),
    )
